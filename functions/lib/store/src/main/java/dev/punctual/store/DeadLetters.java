package dev.punctual.store;

import dev.punctual.contracts.event.CloudEvents;
import dev.punctual.contracts.event.Envelope;
import dev.punctual.contracts.json.Json;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code dead_letter}. */
public final class DeadLetters {
  private static final int MAX_MESSAGE = 2_000;

  private DeadLetters() {}

  /** Writes records; those that are there already stay as they are. */
  public static void insert(Connection connection, Collection<DeadLetter> letters) {
    Sql.batch(
        connection,
        "INSERT INTO dead_letter (consumer, topic, partition, \"offset\", timestamp, key, value,"
            + " code, message) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        letters.stream()
            .map(
                letter -> {
                  List<@Nullable Object> values = new ArrayList<>(9);
                  values.add(letter.consumer());
                  values.add(letter.topic());
                  values.add(letter.partition());
                  values.add(letter.offset());
                  values.add(letter.timestamp());
                  values.add(letter.key());
                  values.add(letter.value());
                  values.add(letter.code());
                  values.add(printable(letter.message()));
                  return values;
                })
            .toList());
  }

  /** A letter as it lies there. */
  public record Kept(long id, DeadLetter letter, Instant at, @Nullable Instant replayedAt) {}

  /** The letters that were not replayed, the newest first. */
  public static List<Kept> waiting(Connection connection, int limit) {
    return list(connection, "WHERE replayed_at IS NULL ORDER BY id DESC LIMIT ?", limit);
  }

  /**
   * Sends a letter's event again, with the id that it had.
   *
   * @return what became of it
   */
  public static Replay replay(Connection connection, long id) {
    List<Kept> found = list(connection, "WHERE id = ? FOR UPDATE", id);
    if (found.isEmpty()) {
      return new Replay.Refused("there is no dead letter " + id);
    }
    DeadLetter letter = found.getFirst().letter();
    byte[] value = letter.value();
    if (value == null) {
      return new Replay.Refused("dead letter " + id + " has no value");
    }
    return switch (CloudEvents.decode(value)) {
      case CloudEvents.Malformed(String reason) ->
          new Replay.Refused("dead letter " + id + " is no event: " + reason);
      case CloudEvents.Unknown(String event, String type) ->
          new Replay.Refused("dead letter " + id + " is of a type unknown here: " + type);
      case CloudEvents.Known(Envelope envelope) -> {
        resend(connection, letter.topic(), envelope);
        Sql.execute(connection, "UPDATE dead_letter SET replayed_at = now() WHERE id = ?", id);
        yield new Replay.Sent(envelope);
      }
    };
  }

  /** What became of a replay. */
  public sealed interface Replay {
    /** It is in the outbox. */
    record Sent(Envelope envelope) implements Replay {}

    /** It cannot be sent; the reason is for people. */
    record Refused(String reason) implements Replay {}
  }

  private static void resend(Connection connection, String topic, Envelope envelope) {
    Sql.execute(
        connection,
        "INSERT INTO outbox (id, user_id, topic, key, type, subject, source, time, traceparent,"
            + " data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        envelope.id(),
        envelope.data().userId(),
        topic,
        envelope.data().key(),
        envelope.type(),
        envelope.data().subject(),
        envelope.source(),
        envelope.time(),
        envelope.traceparent(),
        Json.write(envelope.data()));
  }

  private static List<Kept> list(Connection connection, String condition, Object argument) {
    return Sql.list(
        connection,
        "SELECT * FROM dead_letter " + condition,
        row ->
            new Kept(
                row.number("id"),
                new DeadLetter(
                    row.text("consumer"),
                    row.text("topic"),
                    row.integer("partition"),
                    row.number("offset"),
                    row.number("timestamp"),
                    row.bytesOrNull("key"),
                    row.bytesOrNull("value"),
                    row.text("code"),
                    row.text("message")),
                row.instant("at"),
                row.instantOrNull("replayed_at")),
        argument);
  }

  /** PostgreSQL keeps no NUL in text, and a message may quote the bytes that were wrong. */
  private static String printable(String message) {
    String clean = message.replace("\0", "\\0");
    return clean.length() <= MAX_MESSAGE ? clean : clean.substring(0, MAX_MESSAGE);
  }
}
