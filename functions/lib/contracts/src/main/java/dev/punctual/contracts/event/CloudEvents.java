package dev.punctual.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.json.Json;
import dev.punctual.contracts.json.JsonRefused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents 1.0 in the structured JSON form ({@code application/cloudevents+json}, <a
 * href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">JSON
 * format</a>).
 */
public final class CloudEvents {
  /** The media type of a value. */
  public static final String CONTENT_TYPE = "application/cloudevents+json";

  /** The most bytes that one event may have. */
  public static final int MAX_BYTES = 256 * 1024;

  private CloudEvents() {}

  /** What a value turned out to be. */
  public sealed interface Decoded {}

  /** An event of a type that this version knows. */
  public record Known(Envelope envelope) implements Decoded {}

  /** A sound CloudEvent of a type that this version does not know: to be skipped. */
  public record Unknown(String id, String type) implements Decoded {}

  /** No event of ours: the reason says what is wrong with it. */
  public record Malformed(String reason) implements Decoded {}

  /** The whole event as bytes; at most {@link #MAX_BYTES} when the shapes' own bounds were kept. */
  public static byte[] encode(Envelope envelope) {
    return encode(
        new Attributes(
            envelope.id().toString(),
            envelope.source(),
            envelope.type().wireName(),
            envelope.data().subject().value().toString(),
            envelope.data().key().value().toString(),
            envelope.time(),
            envelope.traceparent()),
        Json.write(envelope.data()));
  }

  /** The same from attributes and data as they lie in the outbox. */
  public static byte[] encode(Attributes attributes, String data) {
    return Json.writeObject(
            fields -> {
              fields.text("specversion", "1.0");
              fields.text("id", attributes.id());
              fields.text("source", attributes.source());
              fields.text("type", attributes.type());
              fields.text("subject", attributes.subject());
              fields.text("time", attributes.time().toString());
              fields.text("datacontenttype", "application/json");
              EventType.named(attributes.type())
                  .ifPresent(type -> fields.text("dataschema", type.dataSchema()));
              fields.text("partitionkey", attributes.key());
              if (attributes.traceparent() != null) {
                fields.text("traceparent", attributes.traceparent());
              }
              fields.raw("data", data);
            })
        .getBytes(UTF_8);
  }

  /**
   * The attributes of an event whose data is JSON already.
   *
   * @param subject the id of what the type names
   * @param key the Kafka key, also the extension {@code partitionkey}
   */
  public record Attributes(
      String id,
      String source,
      String type,
      String subject,
      String key,
      Instant time,
      @Nullable String traceparent) {}

  /** Reads a value; never throws, whatever the bytes are. */
  public static Decoded decode(byte @Nullable [] value) {
    if (value == null) {
      return new Malformed("the record has no value");
    }
    if (value.length > MAX_BYTES) {
      return new Malformed(
          "an event has at most " + MAX_BYTES + " bytes, this has " + value.length);
    }
    try {
      if (!(Json.parse(value) instanceof Map<?, ?> fields)) {
        return new Malformed("an event is a JSON object");
      }
      if (!"1.0".equals(fields.get("specversion"))) {
        return new Malformed("specversion is not 1.0");
      }
      String id = text(fields, "id");
      String name = text(fields, "type");
      EventType type = EventType.named(name).orElse(null);
      if (type == null) {
        return new Unknown(id, name);
      }
      Event data = Json.bind(fields.get("data"), type.data(), Json.UnknownFields.IGNORE);
      return new Known(
          new Envelope(
              UUID.fromString(id),
              text(fields, "source"),
              OffsetDateTime.parse(text(fields, "time")).toInstant(),
              fields.get("traceparent") instanceof String trace ? trace : null,
              data));
    } catch (JsonRefused | IllegalArgumentException | DateTimeException e) {
      return new Malformed(String.valueOf(e.getMessage()));
    }
  }

  private static String text(Map<?, ?> fields, String name) {
    if (fields.get(name) instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new IllegalArgumentException("the attribute " + name + " is missing");
  }
}
