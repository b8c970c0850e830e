package dev.punctual.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Topic;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.event.CloudEvents;
import dev.punctual.contracts.event.CloudEvents.Attributes;
import dev.punctual.contracts.event.Event;
import dev.punctual.contracts.event.EventType;
import dev.punctual.contracts.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code outbox}: events are saved with the rows that they speak of, and published
 * afterwards (DESIGN §2). Append last in a transaction, when all its locks are held, so that the
 * order of {@code seq} is the order in which the rows changed.
 */
public final class Outbox {
  /** PostgreSQL channel on which a function announces that there is something to publish. */
  public static final String CHANNEL = "punctual_outbox";

  /** What is left of an event's bytes for its data when its attributes are taken off. */
  private static final int MAX_DATA = CloudEvents.MAX_BYTES - 2 * 1024;

  /** So many rows for each that is chosen, where some may have to wait for their turn. */
  private static final int LOOKED_AT = 20;

  private Outbox() {}

  /**
   * Appends events in their order.
   *
   * @param source {@code /punctual/<module>}
   * @param time when they happened
   * @param traceparent W3C Trace Context of what caused all of them
   */
  public static void append(
      Connection connection,
      String source,
      Instant time,
      @Nullable String traceparent,
      Collection<? extends Event> events) {
    append(
        connection,
        source,
        time,
        events.stream().map(event -> new Caused(event, traceparent)).toList());
  }

  /** As the other, each event with its own cause. */
  public static void append(
      Connection connection, String source, Instant time, Collection<Caused> events) {
    Sql.batch(
        connection,
        "INSERT INTO outbox (id, user_id, topic, key, type, subject, source, time, traceparent,"
            + " data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        events.stream().map(caused -> values(caused, source, time)).toList());
  }

  /**
   * An event and what it follows from.
   *
   * @param traceparent W3C Trace Context
   */
  public record Caused(Event event, @Nullable String traceparent) {}

  private static List<@Nullable Object> values(Caused caused, String source, Instant time) {
    Event event = caused.event();
    EventType type = EventType.of(event);
    List<@Nullable Object> values = new ArrayList<>(10);
    values.add(Uuid7.next());
    values.add(event.userId());
    values.add(type.topic());
    values.add(event.key());
    values.add(type);
    values.add(event.subject());
    values.add(source);
    values.add(time);
    values.add(caused.traceparent());
    values.add(data(event));
    return values;
  }

  /** An event that nobody could read had better not be written. */
  private static String data(Event event) {
    String data = Json.write(event);
    // A character has at most three bytes: most need no counting.
    if (data.length() > MAX_DATA / 3 && data.getBytes(UTF_8).length > MAX_DATA) {
      throw new IllegalStateException(
          EventType.of(event).wireName()
              + " of "
              + event.subject()
              + " is larger than an event may be");
    }
    return data;
  }

  /**
   * Announces on {@link #CHANNEL}, with the transaction's commit, that there is something to
   * publish.
   */
  public static void announce(Connection connection) {
    Sql.list(connection, "SELECT pg_notify(?, '')", row -> 0, CHANNEL);
  }

  /**
   * Gives the next rows their positions, in the order of {@code seq}. Only the relay's leader may,
   * with its lease held in the same transaction.
   *
   * @return them in the order of their positions; empty: there is nothing new
   */
  public static List<OutboxRow> givePositions(Connection connection, int limit) {
    return givePositions(connection, limit, limit);
  }

  /**
   * As {@link #givePositions(Connection, int)}, but of each topic and key only the first ones, so
   * that others are not kept waiting by somebody who has written a lot at once.
   *
   * @param mostOfOneKey at most so many of one topic and key
   */
  public static List<OutboxRow> givePositions(Connection connection, int limit, int mostOfOneKey) {
    return sorted(
        Sql.list(
            connection,
            """
            UPDATE outbox o SET position = p.position FROM (
              SELECT seq, nextval('outbox_position') AS position FROM (
                SELECT seq FROM (
                  SELECT seq, row_number() OVER (PARTITION BY topic, key ORDER BY seq) AS n FROM (
                    SELECT seq, topic, key FROM outbox WHERE position IS NULL ORDER BY seq LIMIT ?)
                    AS first) AS numbered
                WHERE n <= ? ORDER BY seq LIMIT ?) AS chosen) AS p
            WHERE o.seq = p.seq RETURNING o.*
            """,
            Outbox::read,
            mostOfOneKey < limit ? limit * LOOKED_AT : limit,
            mostOfOneKey,
            limit));
  }

  /**
   * Rows with a position and without a mark, in the order of their positions: to be published
   * again.
   */
  public static List<OutboxRow> unmarked(Connection connection, int limit) {
    return Sql.list(
        connection,
        "SELECT * FROM outbox WHERE published_at IS NULL AND position IS NOT NULL"
            + " ORDER BY position LIMIT ?",
        Outbox::read,
        limit);
  }

  /** Marks rows as published; how many were not marked before. */
  public static int mark(Connection connection, Collection<OutboxRow> rows) {
    return Sql.update(
        connection,
        "UPDATE outbox SET published_at = now() WHERE seq = ANY (?) AND published_at IS NULL",
        rows.stream().map(OutboxRow::seq).toList());
  }

  /** What a person's stream missed after a position, in order. */
  public static List<OutboxRow> updatesAfter(
      Connection connection, UserId user, long position, int limit) {
    return Sql.list(
        connection,
        "SELECT * FROM outbox WHERE user_id = ? AND topic = '"
            + Topic.TASK_UPDATES.wireName()
            + "' AND position > ? ORDER BY position LIMIT ?",
        Outbox::read,
        user,
        position,
        limit);
  }

  /** The position of a person's latest update; 0 when there is none. */
  public static long lastUpdate(Connection connection, UserId user) {
    return Sql.one(
            connection,
            "SELECT coalesce(max(position), 0) AS position FROM outbox WHERE user_id = ? AND topic = '"
                + Topic.TASK_UPDATES.wireName()
                + "'",
            row -> row.number("position"),
            user)
        .orElseThrow();
  }

  /** The highest position that has been purged: what lies at or below it cannot be replayed. */
  public static long purgedTo(Connection connection) {
    return Sql.one(connection, "SELECT position FROM outbox_purged", row -> row.number("position"))
        .orElseThrow();
  }

  /** What waits to be published. */
  public static Waiting waiting(Connection connection) {
    return Sql.one(
            connection,
            "SELECT count(*) AS events, coalesce(extract(epoch FROM clock_timestamp() - min(time)), 0)"
                + " AS seconds FROM outbox WHERE published_at IS NULL",
            row -> new Waiting(row.number("events"), Math.max(0, row.number("seconds"))))
        .orElseThrow();
  }

  /**
   * What waits to be published.
   *
   * @param oldestSeconds the age of the oldest event, in seconds; 0 when there is none
   */
  public record Waiting(long events, long oldestSeconds) {}

  private static OutboxRow read(Columns row) throws SQLException {
    return new OutboxRow(
        row.number("seq"),
        row.number("position"),
        row.text("topic"),
        new Attributes(
            row.text("id"),
            row.text("source"),
            row.text("type"),
            row.text("subject"),
            row.text("key"),
            row.instant("time"),
            row.textOrNull("traceparent")),
        row.text("data"));
  }

  private static List<OutboxRow> sorted(List<OutboxRow> rows) {
    return rows.stream().sorted(Comparator.comparingLong(OutboxRow::position)).toList();
  }
}
