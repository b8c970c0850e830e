package dev.punctual.gateway.insight;

import dev.punctual.store.FunctionRuns;
import dev.punctual.store.Outbox;
import dev.punctual.store.Sql;
import dev.punctual.store.Tallies;
import dev.punctual.store.Tallies.Tally;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the rows say at one moment.
 *
 * @param running processes, by function
 * @param deadLetters waiting to be sent again, by consumer group
 * @param timers that nobody has claimed yet
 */
record RowNumbers(
    Outbox.Waiting outbox,
    Map<String, Integer> running,
    Map<String, Long> deadLetters,
    Due timers,
    List<Tally> tallies) {
  private static final Duration ALIVE = Duration.ofSeconds(15);

  /** A sweep comes every 2 seconds: what is due for longer than this was left lying. */
  private static final Duration OVERDUE = Duration.ofSeconds(10);

  RowNumbers {
    running = Map.copyOf(running);
    deadLetters = Map.copyOf(deadLetters);
    tallies = List.copyOf(tallies);
  }

  /**
   * Timers whose moment has come.
   *
   * @param overdue those of them that should have been claimed long ago
   */
  record Due(long due, long overdue) {}

  static RowNumbers read(Connection connection) {
    return new RowNumbers(
        Outbox.waiting(connection),
        FunctionRuns.running(connection, ALIVE),
        deadLetters(connection),
        timers(connection),
        Tallies.read(connection));
  }

  private static Map<String, Long> deadLetters(Connection connection) {
    return Sql.list(
            connection,
            "SELECT consumer, count(*) AS letters FROM dead_letter WHERE replayed_at IS NULL"
                + " GROUP BY consumer",
            row -> Map.entry(row.text("consumer"), row.number("letters")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Due timers(Connection connection) {
    return Sql.one(
            connection,
            "SELECT count(*) AS due,"
                + " count(*) FILTER (WHERE due_at < clock_timestamp() - ?::interval) AS overdue"
                + " FROM timer WHERE due_at <= now()",
            row -> new Due(row.number("due"), row.number("overdue")),
            OVERDUE.toString())
        .orElseThrow();
  }
}
