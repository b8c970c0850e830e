package dev.punctual.local.servers;

import dev.punctual.local.servers.ServerException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** PostgreSQL's processes: how they are started, recognised and asked to stop. */
final class PostgresProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private PostgresProcess() {}

  /**
   * The command in a session of its own, so that Ctrl-C in a terminal reaches only the launcher,
   * which stops its servers in order. PostgreSQL refuses to be root: root runs it in a user
   * namespace, where it is nobody.
   */
  static List<String> command(List<String> program) {
    List<String> command = new ArrayList<>(List.of("setsid"));
    if (isRoot()) {
      command.addAll(List.of("unshare", "--user", "--"));
    }
    command.addAll(program);
    return command;
  }

  static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException e) {
      return false;
    }
  }

  /** Runs a program to its end and returns what it said; anything but status 0 is a fault. */
  static void run(List<String> program, Path log) throws IOException {
    Process process =
        new ProcessBuilder(command(program))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw notStarted(program.getFirst() + " ended with status " + status, log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new ServerException(Reason.NOT_STARTED, "Interrupted while PostgreSQL started.", e);
    }
  }

  static ServerException notStarted(String what, Path log) {
    String last = lastLine(log);
    if (last.contains("unshare")) {
      return new ServerException(
          Reason.NOT_SUPPORTED,
          "PostgreSQL does not run as root, and this machine allows root no user namespace ("
              + last
              + "): start it as another user.");
    }
    return new ServerException(
        Reason.NOT_STARTED, "PostgreSQL did not start (" + what + "): " + sentence(last));
  }

  /** Without the log's own prefix, and ended. */
  private static String sentence(String line) {
    String words = line.replaceFirst("^.*?(FATAL|PANIC):\\s+", "").strip();
    return words.endsWith(".") ? words : words + ".";
  }

  private static String lastLine(Path log) {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      return lines.stream()
          .filter(line -> line.contains("FATAL") || line.contains("PANIC"))
          .reduce((first, second) -> second)
          .orElse(lines.isEmpty() ? "it said nothing" : lines.getLast());
    } catch (IOException e) {
      return "its log cannot be read";
    }
  }

  /** The server that runs on this data folder, whoever started it. */
  static Optional<ProcessHandle> runningOn(Path data) {
    return pidFile(data)
        .map(lines -> lines.getFirst())
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
        .filter(process -> isServerOn(process, data));
  }

  /** The port of the server that runs on this data folder. */
  static Optional<Integer> portOf(Path data) {
    return runningOn(data)
        .flatMap(server -> pidFile(data))
        .filter(lines -> lines.size() > 3 && lines.get(3).matches("\\d{1,5}"))
        .map(lines -> Integer.valueOf(lines.get(3)));
  }

  /** Line 1 is the pid, line 4 the port (PostgreSQL's storage/file layout). */
  private static Optional<List<String>> pidFile(Path data) {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      return !lines.isEmpty() && lines.getFirst().strip().matches("\\d{1,9}")
          ? Optional.of(lines.stream().map(String::strip).toList())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Only a postgres that was started on exactly this folder is ours to signal. */
  private static boolean isServerOn(ProcessHandle process, Path data) {
    try {
      byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
      List<String> words = List.of(new String(line, StandardCharsets.UTF_8).split("\0"));
      int folder = words.indexOf("-D") + 1;
      return words.getFirst().endsWith("/bin/postgres")
          && folder > 0
          && folder < words.size()
          && Path.of(words.get(folder)).equals(data);
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends it: clients are cut off, what is committed is on disk; harder when it does not listen. */
  static void stop(ProcessHandle server) {
    for (String signal : List.of("INT", "QUIT", "KILL")) {
      signal(server, signal);
      if (ended(server)) {
        return;
      }
    }
    throw new ServerException(
        Reason.NOT_STARTED, "PostgreSQL (pid " + server.pid() + ") does not stop.");
  }

  private static void signal(ProcessHandle server, String signal) {
    try {
      Process kill =
          new ProcessBuilder("kill", "-s", signal, Long.toString(server.pid()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      // Status 1: it ended in the meantime.
      int unused = kill.waitFor();
    } catch (IOException e) {
      throw new ServerException(Reason.NOT_SUPPORTED, "This machine has no kill command.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean ended(ProcessHandle server) {
    CompletableFuture<ProcessHandle> exit = server.onExit();
    try {
      return !exit.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).isAlive();
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !server.isAlive();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
