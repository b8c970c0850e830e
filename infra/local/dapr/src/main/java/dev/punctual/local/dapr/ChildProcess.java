package dev.punctual.local.dapr;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A program that does not outlive this JVM, however that ends. It can be killed and started again.
 */
public final class ChildProcess implements AutoCloseable {
  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
  private static final Duration START_PATIENCE = Duration.ofSeconds(60);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(10);

  /**
   * The kernel kills such a process when the thread ends that started it (prctl(2),
   * PR_SET_PDEATHSIG): this one never does.
   */
  private static final ExecutorService STARTER =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("dapr-processes").daemon().factory());

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  private final List<String> command;
  private final Map<String, String> environment;
  private final URI health;
  private final ProcessLog log;
  private @Nullable Process process;

  /**
   * One that is not started yet.
   *
   * @param environment in addition to this JVM's
   * @param health answers 2xx when the program can be used
   * @param log takes its output, bounded
   */
  public ChildProcess(List<String> command, Map<String, String> environment, URI health, Path log) {
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.health = health;
    this.log = new ProcessLog(log);
  }

  /** Starts it and returns when it can be used; does nothing when it runs. */
  public synchronized void start() {
    if (process != null && process.isAlive()) {
      return;
    }
    try {
      Process started = STARTER.submit(this::spawn).get();
      process = started;
      awaitHealth(started);
    } catch (ExecutionException e) {
      throw new DaprException("cannot start " + command.getFirst(), e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  public synchronized boolean isRunning() {
    return process != null && process.isAlive();
  }

  /** SIGTERM, and SIGKILL when it takes too long. */
  public synchronized void stop() {
    if (process != null) {
      process.destroy();
      awaitEnd(process);
    }
  }

  /** SIGKILL. */
  public synchronized void kill() {
    if (process != null) {
      awaitEnd(process.destroyForcibly());
    }
  }

  /** SIGKILL. */
  @Override
  public void close() {
    kill();
  }

  public Path log() {
    return log.file();
  }

  /** The log's last lines, for a failure's message. */
  public String lastLines() {
    return log.tail();
  }

  private Process spawn() throws IOException {
    Files.createDirectories(log.file().toAbsolutePath().getParent());
    List<String> line = new ArrayList<>();
    boolean bound = Files.isExecutable(SETPRIV);
    if (bound) {
      line.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "KILL"));
    }
    line.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process started = builder.start();
    if (!bound) {
      Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    }
    log.follow(started.getInputStream());
    return started;
  }

  private void awaitHealth(Process started) throws InterruptedException {
    Instant end = Instant.now().plus(START_PATIENCE);
    while (!isHealthy()) {
      if (started.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new DaprException(
            command.getFirst() + " ended with " + started.exitValue() + ":\n" + log.tail());
      }
      if (Instant.now().isAfter(end)) {
        kill();
        throw new DaprException(
            command.getFirst() + " was not ready after " + START_PATIENCE + ":\n" + log.tail());
      }
    }
  }

  private boolean isHealthy() throws InterruptedException {
    try {
      return CLIENT
              .send(
                  HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(2)).build(),
                  BodyHandlers.discarding())
              .statusCode()
          < 300;
    } catch (IOException e) {
      return false;
    }
  }

  private static void awaitEnd(Process ending) {
    try {
      Process ended = ending.onExit().get(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      assert !ended.isAlive();
    } catch (TimeoutException e) {
      awaitEnd(ending.destroyForcibly());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted", e);
  }
}
