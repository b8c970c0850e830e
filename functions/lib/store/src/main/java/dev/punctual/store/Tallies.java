package dev.punctual.store;

import dev.punctual.contracts.WireName;
import dev.punctual.contracts.event.EventType;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The table {@code tally}: counters out of rows that are deleted later. Each row is counted once,
 * whichever gateway does it, so that a counter never falls and is the same on every gateway.
 *
 * <p>Counted is what no transaction can add to any more: a row is left alone until it is older than
 * the longest time for which its writer may hold it back.
 */
public final class Tallies {
  /** The leader's transactions end after 5 seconds (DESIGN §2), and it alone marks events. */
  private static final Duration OUTBOX_SETTLES = Duration.ofSeconds(6);

  /** A function gives its connection up after 30 seconds without an answer. */
  private static final Duration FUNCTION_SETTLES = Duration.ofSeconds(45);

  /** So much is counted at once: who starts to ask after a week must not wait for a week's rows. */
  private static final Duration PORTION = Duration.ofHours(1);

  private static final String COUNTED_ONLY = "'Infinity'::float8";

  private static final String ADD =
      " ON CONFLICT (metric, label, bucket) DO UPDATE"
          + " SET n = tally.n + excluded.n, seconds = tally.seconds + excluded.seconds";

  /** Of a run, what has not been counted; joined with nothing, grouped by nothing. */
  private static final String RUN_PARTS =
      """
      SELECT '%s' AS metric, function AS label, %s AS bucket,
        sum(handled - tallied_handled)::bigint AS n, 0::float8 AS seconds FROM %%1$s GROUP BY 2
      UNION ALL
      SELECT '%s', function, %s, sum(dead_lettered - tallied_dead_lettered)::bigint, 0
        FROM %%1$s GROUP BY 2
      UNION ALL
      SELECT '%s', function, %s, count(*), sum(%s) FROM %%1$s
        WHERE first_commit_at IS NOT NULL AND NOT tallied_start GROUP BY 2, 3
      """
          .formatted(
              Metric.HANDLED.wireName(),
              COUNTED_ONLY,
              Metric.DEAD_LETTERED.wireName(),
              COUNTED_ONLY,
              Metric.COLD_START.wireName(),
              bucket(Metric.COLD_START, "extract(epoch FROM first_commit_at - started_at)"),
              "extract(epoch FROM first_commit_at - started_at)::float8");

  private Tallies() {}

  /** What is counted, and what its label names. */
  public enum Metric implements WireName {
    /** Events published; by type. */
    PUBLISHED("published", List.of()),
    /** From when a reminder was to fire until it was handled; by what became of it. */
    LATENESS(
        "reminder_lateness",
        List.of(0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0, 3600.0)),
    /** From the start of a process to its first commit; by function. */
    COLD_START("cold_start", List.of(0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0, 30.0)),
    /** Events whose effects were committed; by function. */
    HANDLED("handled", List.of()),
    /** Records set aside; by function. */
    DEAD_LETTERED("dead_lettered", List.of()),
    /** Notifications that channels have done with; by what became of them. */
    DELIVERIES("deliveries", List.of());

    private final String wireName;
    private final List<Double> bounds;

    Metric(String wireName, List<Double> bounds) {
      this.wireName = wireName;
      this.bounds = List.copyOf(bounds);
    }

    @Override
    public String wireName() {
      return wireName;
    }

    /** Upper bounds of the buckets in seconds, inclusive, rising, without infinity. */
    public List<Double> bounds() {
      return bounds;
    }
  }

  /**
   * One bucket.
   *
   * @param bucket its upper bound in seconds, inclusive; infinity: what is above the others, or
   *     everything of what is only counted
   * @param count how many are in this bucket alone
   * @param seconds what those add up to
   */
  public record Tally(Metric metric, String label, double bucket, long count, double seconds) {}

  /**
   * Counts what has come since the last time, at most an hour's worth; nothing while another
   * gateway does. Needs a transaction.
   */
  public static void advance(Connection connection) {
    span(connection, "outbox", OUTBOX_SETTLES)
        .ifPresent(
            span -> {
              countPublished(connection, span);
              countLateness(connection, span);
              move(connection, "outbox", span);
            });
    span(connection, "function_run", FUNCTION_SETTLES)
        .ifPresent(
            span -> {
              countRuns(connection, span);
              move(connection, "function_run", span);
            });
    span(connection, "delivery", FUNCTION_SETTLES)
        .ifPresent(
            span -> {
              countDeliveries(connection, span);
              move(connection, "delivery", span);
            });
  }

  /** All buckets that are not empty: what was counted, and what the latest runs did since. */
  public static List<Tally> read(Connection connection) {
    // Read apart, so that the index is used; should it move meanwhile, what was counted then adds
    // 0.
    Instant counted =
        Sql.one(
                connection,
                "SELECT up_to FROM tally_mark WHERE source = 'function_run'",
                row -> row.instant("up_to"))
            .orElseThrow();
    return Sql.list(
        connection,
        "WITH live AS MATERIALIZED (SELECT * FROM function_run WHERE seen_at > ?)"
            + " SELECT metric, label, bucket, sum(n)::bigint AS n, sum(seconds) AS seconds FROM ("
            + "SELECT * FROM tally UNION ALL ("
            + RUN_PARTS.formatted("live")
            + ")) AS parts GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
        row ->
            new Tally(
                row.constant("metric", Metric.class),
                row.text("label"),
                row.real("bucket"),
                row.number("n"),
                row.real("seconds")),
        counted);
  }

  private record Span(Instant after, Instant upTo) {}

  /** What is to be counted now, locked until the transaction ends; empty: nothing. */
  private static Optional<Span> span(Connection connection, String source, Duration settles) {
    return Sql.one(
            connection,
            "SELECT up_to, least(up_to + ?::interval, clock_timestamp() - ?::interval) AS next"
                + " FROM tally_mark WHERE source = ? FOR UPDATE SKIP LOCKED",
            row -> new Span(row.instant("up_to"), row.instant("next")),
            PORTION.toString(),
            settles.toString(),
            source)
        .filter(span -> span.upTo().isAfter(span.after()));
  }

  private static void move(Connection connection, String source, Span span) {
    Sql.execute(
        connection, "UPDATE tally_mark SET up_to = ? WHERE source = ?", span.upTo(), source);
  }

  private static void countPublished(Connection connection, Span span) {
    Sql.execute(
        connection,
        "INSERT INTO tally SELECT ?, type, "
            + COUNTED_ONLY
            + ", count(*), 0 FROM outbox WHERE published_at > ? AND published_at <= ? GROUP BY type"
            + ADD,
        Metric.PUBLISHED,
        span.after(),
        span.upTo());
  }

  /** A reminder may have gone with its task since; what the function said of it has not. */
  private static void countLateness(Connection connection, Span span) {
    Sql.execute(
        connection,
        "INSERT INTO tally SELECT ?, status, "
            + bucket(Metric.LATENESS, "late")
            + ", count(*), sum(late) FROM (SELECT r->>'status' AS status, greatest(0,"
            + " extract(epoch FROM (r->>'handledAt')::timestamptz - (r->>'fireAt')::timestamptz)"
            + ")::float8 AS late FROM outbox, LATERAL (SELECT data::jsonb->'reminder' AS r) AS said"
            + " WHERE published_at > ? AND published_at <= ? AND type = ? AND source = ?"
            + " AND r->>'handledAt' IS NOT NULL) AS handled GROUP BY 2, 3"
            + ADD,
        Metric.LATENESS,
        span.after(),
        span.upTo(),
        EventType.REMINDER_CHANGED,
        "/punctual/notification");
  }

  private static void countDeliveries(Connection connection, Span span) {
    Sql.execute(
        connection,
        "INSERT INTO tally SELECT ?, status, "
            + COUNTED_ONLY
            + ", count(*), 0 FROM delivery WHERE handled_at > ? AND handled_at <= ? GROUP BY status"
            + ADD,
        Metric.DELIVERIES,
        span.after(),
        span.upTo());
  }

  private static void countRuns(Connection connection, Span span) {
    Sql.execute(
        connection,
        "WITH fresh AS MATERIALIZED (SELECT * FROM function_run WHERE seen_at > ? AND seen_at <= ?"
            + " FOR UPDATE), noted AS (UPDATE function_run r SET tallied_handled = fresh.handled,"
            + " tallied_dead_lettered = fresh.dead_lettered,"
            + " tallied_start = fresh.first_commit_at IS NOT NULL FROM fresh WHERE r.id = fresh.id)"
            + " INSERT INTO tally SELECT * FROM ("
            + RUN_PARTS.formatted("fresh")
            + ") AS parts WHERE n > 0"
            + ADD,
        span.after(),
        span.upTo());
  }

  private static String bucket(Metric metric, String seconds) {
    return metric.bounds().stream()
        .map(bound -> "WHEN " + seconds + " <= " + bound + " THEN " + bound + "::float8")
        .collect(Collectors.joining(" ", "CASE ", " ELSE " + COUNTED_ONLY + " END"));
  }
}
