package dev.punctual.runtime.trace;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A piece of work that has ended.
 *
 * @param context its own place
 * @param parent the span that caused it; empty: it begins the trace
 * @param name of few values: a route, a topic, never what somebody typed
 * @param end not before {@code start}
 * @param attributes by the names of OpenTelemetry's semantic conventions
 */
public record Span(
    TraceContext context,
    Optional<TraceContext> parent,
    Kind kind,
    String name,
    Instant start,
    Instant end,
    Map<String, String> attributes,
    boolean failed) {
  public Span {
    attributes = Map.copyOf(attributes);
  }

  /** What part it had, with its number in OTLP. */
  public enum Kind {
    SERVER(2),
    PRODUCER(4),
    CONSUMER(5);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }
  }
}
