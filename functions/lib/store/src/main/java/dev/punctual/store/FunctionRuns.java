package dev.punctual.store;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code function_run}: what a process that lives for thirty seconds would take with it.
 */
public final class FunctionRuns {
  private FunctionRuns() {}

  /**
   * What a process has done so far.
   *
   * @param startedAt when its JVM began
   */
  public record Run(
      UUID id, String function, Instant startedAt, long handled, long deadLettered, long skipped) {}

  /** Writes the state of a run that goes on. */
  public static void save(Connection connection, Run run) {
    Sql.execute(
        connection,
        "INSERT INTO function_run AS r (id, function, started_at, first_commit_at, seen_at,"
            + " handled, dead_lettered, skipped) VALUES (?, ?, ?,"
            + " CASE WHEN ? > 0 THEN clock_timestamp() END, clock_timestamp(), ?, ?, ?)"
            + " ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at,"
            + " first_commit_at = coalesce(r.first_commit_at, excluded.first_commit_at),"
            + " handled = excluded.handled, dead_lettered = excluded.dead_lettered,"
            + " skipped = excluded.skipped",
        run.id(),
        run.function(),
        run.startedAt(),
        run.handled() + run.deadLettered() + run.skipped(),
        run.handled(),
        run.deadLettered(),
        run.skipped());
  }

  /** Writes that a run has ended in order. */
  public static void stop(Connection connection, Run run) {
    save(connection, run);
    Sql.execute(
        connection,
        "UPDATE function_run SET stopped_at = clock_timestamp() WHERE id = ?",
        run.id());
  }

  /** How many processes of each function were seen within the last {@code alive}; none: absent. */
  public static Map<String, Integer> running(Connection connection, Duration alive) {
    return Sql.list(
            connection,
            "SELECT function, count(*) AS running FROM function_run WHERE stopped_at IS NULL"
                + " AND seen_at > clock_timestamp() - ?::interval GROUP BY function",
            row -> Map.entry(row.text("function"), row.integer("running")),
            alive.toString())
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * What the runs of one function add up to.
   *
   * @param running how many processes were seen within the last {@code alive} and have not stopped
   * @param coldStart from the start of the latest process that handled something to its first
   *     commit
   */
  public record Summary(
      String function,
      int running,
      @Nullable Instant lastStartedAt,
      @Nullable Instant lastStoppedAt,
      @Nullable Duration coldStart,
      long handled,
      long deadLettered) {}

  /** One summary for each function that has ever run, by name. */
  public static List<Summary> summaries(Connection connection, Duration alive) {
    return Sql.list(
        connection,
        """
        SELECT function, max(started_at) AS last_started_at, max(stopped_at) AS last_stopped_at,
          count(*) FILTER (WHERE stopped_at IS NULL AND seen_at > clock_timestamp() - ?::interval) AS running,
          (SELECT round(1000 * extract(epoch FROM l.first_commit_at - l.started_at))
           FROM function_run l WHERE l.function = r.function AND l.first_commit_at IS NOT NULL
           ORDER BY l.started_at DESC LIMIT 1)::bigint AS cold_start_millis,
          sum(handled)::bigint AS handled, sum(dead_lettered)::bigint AS dead_lettered
        FROM function_run r GROUP BY function ORDER BY function
        """,
        row -> {
          Long coldStart = row.numberOrNull("cold_start_millis");
          return new Summary(
              row.text("function"),
              row.integer("running"),
              row.instantOrNull("last_started_at"),
              row.instantOrNull("last_stopped_at"),
              coldStart == null ? null : Duration.ofMillis(coldStart),
              row.number("handled"),
              row.number("dead_lettered"));
        },
        alive.toString());
  }
}
