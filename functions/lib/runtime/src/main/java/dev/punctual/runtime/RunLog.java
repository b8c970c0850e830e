package dev.punctual.runtime;

import dev.punctual.runtime.Counts.Tally;
import dev.punctual.store.FunctionRuns;
import dev.punctual.store.FunctionRuns.Run;
import java.sql.Connection;
import java.time.Instant;
import java.util.UUID;

/** This process as a row, which outlives it. */
final class RunLog {
  private final UUID id = UUID.randomUUID();
  private final String function;
  private final Instant startedAt;
  private final Counts counts;

  RunLog(String function, Instant startedAt, Counts counts) {
    this.function = function;
    this.startedAt = startedAt;
    this.counts = counts;
  }

  String function() {
    return function;
  }

  /** Writes what will have been done when this transaction commits. */
  void save(Connection connection, Tally more) {
    FunctionRuns.save(connection, run(more));
  }

  /** Counts what has committed. */
  void count(Tally tally) {
    counts.add(tally);
  }

  /** Counts a batch that has to wait. */
  void countRest() {
    counts.addRest();
  }

  /** Writes that the process ends. */
  void stop(Connection connection) {
    FunctionRuns.stop(connection, run(Tally.NONE));
  }

  private Run run(Tally more) {
    return new Run(
        id,
        function,
        startedAt,
        counts.handled() + more.handled(),
        counts.deadLettered() + more.deadLettered(),
        counts.skipped() + more.skipped());
  }
}
