package dev.punctual.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event with the CloudEvents 1.0 attributes that its data does not give away.
 *
 * @param id UUIDv7; a repeat keeps it
 * @param source {@code /punctual/<module>}
 * @param time when it happened
 * @param traceparent W3C Trace Context of what caused it
 */
public record Envelope(
    UUID id, String source, Instant time, @Nullable String traceparent, Event data) {

  public EventType type() {
    return EventType.of(data);
  }
}
