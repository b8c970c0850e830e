package dev.punctual.runtime;

import dev.punctual.local.servers.TestServers;
import dev.punctual.runtime.kafka.KafkaAccess;
import dev.punctual.runtime.secrets.Secrets;
import dev.punctual.runtime.trace.Spans;
import dev.punctual.store.TestDatabase;
import dev.punctual.store.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A function inside the test's JVM: its own loop, consumer and connection, on the real servers. */
public final class RunningFunction implements AutoCloseable {
  /** The database's password, whatever is asked for. */
  public static final Secrets SECRETS = name -> TestDatabase.PRODUCT.password();

  private final BatchLoop loop;
  private final Counts counts = new Counts();
  private final CompletableFuture<Boolean> end = new CompletableFuture<>();

  private RunningFunction(TestDatabase database, Handler handler, TimeSource time) {
    RuntimeConfig config = config(database);
    Secrets secrets = SECRETS;
    DatabaseSession session = new DatabaseSession(config, secrets);
    RunLog runs = new RunLog("test", Instant.now(), counts);
    loop =
        new BatchLoop(
            handler,
            KafkaConsumers.create(config, secrets, handler.group()),
            session,
            runs,
            new BatchTransaction(handler, session, time, runs, Spans.NONE));
    Thread.ofPlatform().name("function").start(this::run);
  }

  /** What it is told. */
  public static RuntimeConfig config(TestDatabase database) {
    return new RuntimeConfig(
        "test",
        database.url(),
        TestDatabase.PRODUCT.user(),
        KafkaAccess.plaintext(TestServers.bootstrapServers()),
        "127.0.0.1",
        0);
  }

  /** Starts one on the database's clock. */
  public static RunningFunction start(TestDatabase database, Handler handler) {
    return new RunningFunction(database, handler, TimeSource.database());
  }

  /** Starts one on a clock of the test's own. */
  public static RunningFunction start(TestDatabase database, Handler handler, TimeSource time) {
    return new RunningFunction(database, handler, time);
  }

  public Counts counts() {
    return counts;
  }

  public boolean ready() {
    return loop.ready();
  }

  /** Waits until it ends by itself; whether that was in order. */
  public boolean awaitEnd(Duration patience) throws TimeoutException {
    try {
      return end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    loop.stop(Duration.ofSeconds(10));
  }

  private void run() {
    try {
      end.complete(loop.run());
    } catch (RuntimeException e) {
      end.completeExceptionally(e);
    }
  }
}
