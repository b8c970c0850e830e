package dev.punctual.local;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command of {@code ./punctual} as a process of its own, and what it has said so far. */
final class Launched implements AutoCloseable {
  private static final Pattern LINK = Pattern.compile("Sign in: (http://\\S+token=\\S+)");

  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread reader;

  private Launched(Process process) {
    this.process = process;
    this.reader = Thread.ofVirtual().start(this::read);
  }

  static Launched command(String... arguments) throws IOException {
    return new Launched(
        new ProcessBuilder(StandIns.java(StandInMain.class, List.of(arguments)))
            .redirectErrorStream(true)
            .start());
  }

  static Launched up(Path data, String... more) throws IOException {
    List<String> arguments = new java.util.ArrayList<>(List.of("up", "--data", data.toString()));
    arguments.addAll(List.of(more));
    Launched up = command(arguments.toArray(String[]::new));
    await().atMost(Duration.ofSeconds(60)).until(() -> up.link() != null || !up.process.isAlive());
    if (up.link() == null) {
      up.awaitEnd();
      throw new AssertionError("up ended: " + up.said());
    }
    return up;
  }

  String link() {
    Matcher matcher = LINK.matcher(said());
    return matcher.find() ? matcher.group(1) : null;
  }

  Process process() {
    return process;
  }

  String said() {
    return String.join("\n", lines);
  }

  int awaitEnd() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("still running: " + said());
      }
      reader.join();
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  int signal(String name) throws Exception {
    new ProcessBuilder("kill", "-s", name, Long.toString(process.pid())).start().waitFor();
    return awaitEnd();
  }

  @Override
  public void close() throws Exception {
    if (process.isAlive()) {
      signal("TERM");
    }
  }

  private void read() {
    try (BufferedReader in = process.inputReader()) {
      in.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      lines.add("unreadable: " + e);
    }
  }
}
