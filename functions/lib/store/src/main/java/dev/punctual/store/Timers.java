package dev.punctual.store;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.Waker;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code timer}, the truth about what is to happen when (DESIGN §2). A timer is written
 * in the transaction of whatever it belongs to.
 */
public final class Timers {
  /** What is due sooner than this is announced at once; the sweep finds the rest in time. */
  private static final Duration ANNOUNCED = Duration.ofSeconds(4);

  /** PostgreSQL channel on which a timer that is due soon is announced. */
  public static final String CHANNEL = "punctual_timer";

  private static final String CLAIM =
      """
      WITH due AS (
        DELETE FROM timer t USING (
          SELECT kind, subject_id FROM timer WHERE due_at <= ? ORDER BY due_at LIMIT ?
          FOR UPDATE SKIP LOCKED) AS d
        WHERE t.kind = d.kind AND t.subject_id = d.subject_id
        RETURNING t.*)
      INSERT INTO outbox (id, user_id, topic, key, type, subject, source, time, traceparent, data)
      SELECT uuidv7(), user_id, topic, CASE WHEN due.kind = 'overdue' THEN user_id ELSE subject_id END,
        type, subject_id, '/punctual/gateway', ?, traceparent,
        '{"userId":"' || user_id || '","' || subject_field || '":"' || subject_id || '"'
        || CASE WHEN due.kind = 'overdue' THEN '' ELSE ',"revision":' || revision END
        || ',"dueAt":"' || to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || '"'
        || CASE WHEN due.kind = 'reminder' THEN ',"by":"' || ?::text || '"' ELSE '' END || '}'
      FROM due JOIN (VALUES %s) AS e(kind, topic, type, subject_field) ON e.kind = due.kind
      ORDER BY due_at
      """
          .formatted(
              Arrays.stream(TimerKind.values())
                  .map(
                      kind ->
                          "('%s', '%s', '%s', '%s')"
                              .formatted(
                                  kind.wireName(),
                                  kind.event().topic().wireName(),
                                  kind.event().wireName(),
                                  kind.subjectField()))
                  .collect(Collectors.joining(", ")));

  /** Everyone writes timers in one order, so that no two wait for each other. */
  private static final Comparator<Timer> IN_ORDER =
      Comparator.comparing(Timer::kind).thenComparing(timer -> timer.subject().value());

  private Timers() {}

  /** Sets timers, each in place of the one that its subject may have. */
  public static void set(Connection connection, Collection<Timer> timers) {
    set(connection, timers, null);
  }

  /**
   * As {@link #set(Connection, Collection)}.
   *
   * @param traceparent W3C Trace Context that the events of these timers go on with
   */
  public static void set(
      Connection connection, Collection<Timer> timers, @Nullable String traceparent) {
    Sql.batch(
        connection,
        "INSERT INTO timer (kind, subject_id, user_id, due_at, revision, traceparent)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (kind, subject_id) DO UPDATE SET"
            + " due_at = excluded.due_at, revision = excluded.revision,"
            + " traceparent = excluded.traceparent",
        timers.stream()
            .sorted(IN_ORDER)
            .map(
                timer ->
                    Arrays.<@Nullable Object>asList(
                        timer.kind(),
                        timer.subject(),
                        timer.user(),
                        timer.dueAt(),
                        timer.revision(),
                        traceparent))
            .toList());
    timers.stream()
        .map(Timer::dueAt)
        .min(Instant::compareTo)
        .ifPresent(due -> announce(connection, due));
  }

  /** Removes the timers of these subjects, where there are any. */
  public static void remove(
      Connection connection, TimerKind kind, Collection<? extends Id> subjects) {
    if (!subjects.isEmpty()) {
      Sql.execute(
          connection, "DELETE FROM timer WHERE kind = ? AND subject_id = ANY (?)", kind, subjects);
    }
  }

  /**
   * Claims what is due: each timer is deleted and its event written to the outbox, in one
   * statement. What another gateway is claiming at this moment is left to it.
   *
   * @param by what woke whoever claims; told with the events of reminders
   * @param now what is due then or before is claimed, the earliest first
   * @param limit at most this many
   * @return how many were claimed; less than {@code limit}: nothing more is due
   */
  public static int claim(Connection connection, Waker by, Instant now, int limit) {
    return Sql.update(connection, CLAIM, now, limit, now, by);
  }

  /** As {@link #claim(Connection, Waker, Instant, int)}, by the clock. */
  public static int claim(Connection connection, Instant now, int limit) {
    return claim(connection, Waker.CLOCK, now, limit);
  }

  /** When the next timer is due. */
  public static Optional<Instant> nextDue(Connection connection) {
    return Sql.one(
        connection,
        "SELECT due_at FROM timer ORDER BY due_at LIMIT 1",
        row -> row.instant("due_at"));
  }

  /**
   * The distinct seconds at which timers are due, in their order.
   *
   * @param after exclusive
   * @param until inclusive
   * @param limit at most so many
   */
  public static List<Instant> dueSeconds(
      Connection connection, Instant after, Instant until, int limit) {
    // From one second to the next by the index, however many timers share one.
    return Sql.list(
        connection,
        """
        WITH RECURSIVE second (due_at) AS (
          (SELECT due_at FROM timer WHERE due_at > ?::timestamptz ORDER BY due_at LIMIT 1)
          UNION ALL
          SELECT (SELECT t.due_at FROM timer t WHERE t.due_at > s.due_at ORDER BY t.due_at LIMIT 1)
          FROM second s WHERE s.due_at < ?::timestamptz)
        SELECT due_at FROM second WHERE due_at <= ?::timestamptz LIMIT ?
        """,
        row -> row.instant("due_at"),
        after,
        until,
        until,
        limit);
  }

  /**
   * Finds series, reminders and deliveries that are past due by at least {@code patience} without a
   * timer and without an event on its way, and sets a timer for each that is due now. The same
   * subject comes again only after twice as long as the time before, at most a day.
   *
   * @return how many timers were set
   */
  public static int recover(Connection connection, Instant now, Duration patience) {
    return Sql.update(
        connection,
        """
        WITH lost AS (
          SELECT 'series' AS kind, id AS subject_id, user_id, timer_at AS due_at, revision FROM series
          WHERE status IN ('pending', 'active') AND timer_at <= ?::timestamptz - ?::interval
          UNION ALL
          SELECT 'reminder', id, user_id, fire_at, revision FROM reminder
          WHERE status = 'scheduled' AND fire_at <= ?::timestamptz - ?::interval
          UNION ALL
          SELECT 'delivery', id, user_id, timer_at, revision FROM delivery
          WHERE status = 'pending' AND timer_at <= ?::timestamptz - ?::interval),
        again AS (
          INSERT INTO recovery AS r (kind, subject_id, user_id, due_at, attempts, last_at)
          SELECT kind, subject_id, user_id, due_at, 1, ?::timestamptz FROM lost l
          WHERE NOT EXISTS (SELECT FROM timer t WHERE t.kind = l.kind AND t.subject_id = l.subject_id)
          AND NOT EXISTS (SELECT FROM outbox o WHERE o.subject = l.subject_id AND o.published_at IS NULL)
          ORDER BY kind, subject_id
          ON CONFLICT (kind, subject_id) DO UPDATE SET
            attempts = CASE WHEN r.due_at = excluded.due_at THEN r.attempts + 1 ELSE 1 END,
            due_at = excluded.due_at, last_at = excluded.last_at
          WHERE r.due_at <> excluded.due_at
          OR r.last_at + least(?::interval * 2 ^ least(r.attempts - 1, 16), interval '1 day') <= excluded.last_at
          RETURNING kind, subject_id)
        INSERT INTO timer (kind, subject_id, user_id, due_at, revision)
        SELECT kind, subject_id, user_id, date_trunc('second', ?::timestamptz), revision
        FROM lost JOIN again USING (kind, subject_id) ORDER BY kind, subject_id
        ON CONFLICT DO NOTHING
        """,
        now,
        patience.toString(),
        now,
        patience.toString(),
        now,
        patience.toString(),
        now,
        patience.toString(),
        now);
  }

  private static void announce(Connection connection, Instant due) {
    // Left to the database's clock: only what is due soon is worth waking somebody for.
    Sql.list(
        connection,
        "SELECT pg_notify(?, '') WHERE ?::timestamptz < clock_timestamp() + ?::interval",
        row -> 0,
        CHANNEL,
        due,
        ANNOUNCED.toString());
  }
}
