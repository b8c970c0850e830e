package dev.punctual.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process of ours that runs or ran: a function or a gateway. */
public final class ManagedProcess {
  private final String name;
  private final Process process;
  private final CompletableFuture<Void> forgotten;
  private final LogFile log;
  private final Instant startedAt = Instant.now();
  private volatile boolean stopping;

  private ManagedProcess(
      String name, Process process, CompletableFuture<Void> forgotten, LogFile log) {
    this.name = name;
    this.process = process;
    this.forgotten = forgotten;
    this.log = log;
  }

  /** Starts the program; its output goes to the log, its entry into the table while it lives. */
  public static ManagedProcess start(
      ProcessTable table,
      String name,
      List<String> program,
      Map<String, String> environment,
      LogFile log)
      throws IOException {
    log.rotate();
    Path entry = table.newEntry(name);
    ProcessBuilder builder =
        new ProcessBuilder(ProcessTable.command(entry, program))
            .redirectErrorStream(true)
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(Redirect.appendTo(log.path().toFile()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    CompletableFuture<Void> forgotten = process.onExit().thenRun(() -> forget(entry));
    return new ManagedProcess(name, process, forgotten, log);
  }

  public String name() {
    return name;
  }

  public long pid() {
    return process.pid();
  }

  public Instant startedAt() {
    return startedAt;
  }

  public LogFile log() {
    return log;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Whether its end was asked for with {@link #stop}. */
  public boolean isStopping() {
    return stopping;
  }

  /** What it ended with; 128 + n: by signal n. */
  public int status() {
    return process.exitValue();
  }

  /** SIGTERM, and SIGKILL when it still lives after the grace; done when it has left the table. */
  public CompletableFuture<Void> stop(Duration grace) {
    stopping = true;
    process.destroy();
    CompletableFuture<Process> killed =
        process
            .onExit()
            .orTimeout(grace.toMillis(), TimeUnit.MILLISECONDS)
            .exceptionallyCompose(late -> process.destroyForcibly().onExit());
    return killed.thenCompose(ended -> forgotten);
  }

  /** SIGKILL, as the kernel or a node failure would: it counts as its own death. */
  public void kill() {
    Process unused = process.destroyForcibly();
  }

  private static void forget(Path entry) {
    try {
      Files.deleteIfExists(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
