package dev.punctual.gateway.insight;

import dev.punctual.contracts.ConsumerGroup;
import dev.punctual.store.Database;
import dev.punctual.store.DatabaseFault;
import dev.punctual.store.FunctionRuns;
import dev.punctual.store.FunctionRuns.Summary;
import dev.punctual.store.Outbox;
import dev.punctual.store.Sql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What functions did and what waits, out of the rows that outlive them. Read at most once in five
 * seconds, however often it is asked for; not a number while the database is away.
 */
@Singleton
final class RowMetrics implements MeterBinder {
  private static final Duration KEPT = Duration.ofSeconds(5);
  private static final Duration ALIVE = Duration.ofSeconds(15);

  private final Database database;
  private @Nullable Snapshot snapshot;
  private @Nullable Long takenAt;

  RowMetrics(Database database) {
    this.database = database;
  }

  private record Snapshot(List<Summary> runs, Outbox.Waiting outbox, long deadLetters) {
    double of(String function, ToDoubleFunction<Summary> number) {
      return runs.stream().filter(run -> run.function().equals(function)).mapToDouble(number).sum();
    }
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, "punctual.outbox.waiting", rows -> rows.outbox().events());
    gauge(registry, "punctual.outbox.oldest.seconds", rows -> rows.outbox().oldestSeconds());
    gauge(registry, "punctual.dead.letters.waiting", Snapshot::deadLetters);
    for (ConsumerGroup group : ConsumerGroup.values()) {
      String name = InsightController.name(group);
      function(registry, "running", name, Summary::running);
      function(registry, "handled", name, Summary::handled);
      function(registry, "dead.lettered", name, Summary::deadLettered);
    }
  }

  private void gauge(MeterRegistry registry, String name, ToDoubleFunction<Snapshot> number) {
    Gauge gauge = Gauge.builder(name, this, rows -> rows.value(number)).register(registry);
    assert gauge != null;
  }

  private void function(
      MeterRegistry registry, String what, String name, ToDoubleFunction<Summary> number) {
    Gauge gauge =
        Gauge.builder(
                "punctual.function." + what,
                this,
                rows -> rows.value(snapshot -> snapshot.of(name, number)))
            .tag("function", name)
            .register(registry);
    assert gauge != null;
  }

  private synchronized double value(ToDoubleFunction<Snapshot> number) {
    Long last = takenAt;
    if (last == null || System.nanoTime() - last > KEPT.toNanos()) {
      snapshot = read();
      takenAt = System.nanoTime();
    }
    Snapshot rows = snapshot;
    return rows == null ? Double.NaN : number.applyAsDouble(rows);
  }

  private @Nullable Snapshot read() {
    try {
      return database.read(
          connection ->
              new Snapshot(
                  FunctionRuns.summaries(connection, ALIVE),
                  Outbox.waiting(connection),
                  Sql.one(
                          connection,
                          "SELECT count(*) AS letters FROM dead_letter WHERE replayed_at IS NULL",
                          row -> row.number("letters"))
                      .orElseThrow()));
    } catch (DatabaseFault away) {
      return null;
    }
  }
}
