package dev.punctual.local.scaling;

import dev.punctual.local.process.ManagedProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps as many processes of each function as its lag asks for. It looks each 250 ms; in a cluster
 * KEDA looks each {@code pollingInterval}.
 */
public final class Scaler implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(250);

  private final LagSource lags;
  private final List<FunctionReplicas> functions;
  private final Consumer<String> steps;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("scaler").daemon().factory());
  private volatile Map<String, Lag> lastLags = Map.of();
  private boolean paused;
  private int most = Integer.MAX_VALUE;
  private boolean closed;

  private Scaler(
      LagSource lags,
      List<FunctionScaling> functions,
      FunctionStarter starter,
      Consumer<String> steps) {
    this.lags = lags;
    this.steps = steps;
    this.functions =
        functions.stream().map(each -> new FunctionReplicas(each, starter, steps)).toList();
  }

  /**
   * Starts to look.
   *
   * @param steps takes one line for each step 0 → N → 0 and each process that ends by itself
   */
  public static Scaler start(
      String bootstrapServers,
      List<FunctionScaling> functions,
      FunctionStarter starter,
      Consumer<String> steps) {
    return start(new KafkaLag(bootstrapServers), functions, starter, steps);
  }

  static Scaler start(
      LagSource lags,
      List<FunctionScaling> functions,
      FunctionStarter starter,
      Consumer<String> steps) {
    Scaler scaler = new Scaler(lags, functions, starter, steps);
    ScheduledFuture<?> unused =
        scaler.clock.scheduleWithFixedDelay(
            scaler::tick, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    return scaler;
  }

  /** Leaves every function as it is, until {@link #resume}; nothing dead is replaced. */
  public synchronized void pause() {
    paused = true;
  }

  public synchronized void resume() {
    resume(Integer.MAX_VALUE);
  }

  /** Goes on, but with at most so many processes of each function, which a measurement may want. */
  public synchronized void resume(int mostProcesses) {
    most = mostProcesses;
    paused = false;
  }

  /** Stops all function processes and returns when they have ended; pause first to keep it so. */
  public void stopFunctions() {
    List<CompletableFuture<Void>> ends;
    synchronized (this) {
      ends = functions.stream().map(FunctionReplicas::stopAll).toList();
    }
    ends.forEach(CompletableFuture::join);
  }

  /** The living processes of all functions that are not being stopped. */
  public synchronized List<ManagedProcess> processes() {
    return functions.stream().flatMap(function -> function.running().stream()).toList();
  }

  /** The living processes of one function. */
  public synchronized List<ManagedProcess> processes(String function) {
    return functions.stream()
        .filter(each -> each.scaling().name().equals(function))
        .flatMap(each -> each.running().stream())
        .toList();
  }

  /** The lag as it was last read, by function; absent when it could not be read. */
  public Map<String, Lag> lags() {
    return lastLags;
  }

  /** Looks no more and stops all functions; returns when they have ended. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      paused = true;
    }
    clock.shutdownNow();
    stopFunctions();
    lags.close();
  }

  /** More processes than partitions have nothing to do: so few partitions, so few processes. */
  private @Nullable Lag limited(@Nullable Lag lag) {
    return lag == null ? null : new Lag(lag.records(), Math.min(lag.partitions(), most));
  }

  private void tick() {
    try {
      Map<String, Lag> read = lags.read(functions.stream().map(FunctionReplicas::scaling).toList());
      lastLags = Map.copyOf(read);
      synchronized (this) {
        if (!paused) {
          functions.forEach(
              each -> each.tick(limited(read.get(each.scaling().name())), Instant.now()));
        }
      }
    } catch (RuntimeException e) {
      // The next look finds what this one missed; an exception here would end the clock.
      steps.accept("the scaler failed once: " + e);
    }
  }
}
