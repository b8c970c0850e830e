package dev.punctual.runtime.trace;

import dev.punctual.contracts.event.Envelope;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One span for each event of a batch, below what caused it. Nothing is sent before the effects are
 * committed.
 */
public final class BatchSpans {
  private final Spans spans;
  private final String topic;
  private final Map<UUID, Begun> begun = new HashMap<>();

  /**
   * @param topic that the events come from
   */
  public BatchSpans(Spans spans, String topic) {
    this.spans = spans;
    this.topic = topic;
  }

  private record Begun(
      TraceContext context, Optional<TraceContext> cause, Instant start, boolean failed) {}

  /** Forgets what did not come to its end. */
  public void clear() {
    begun.clear();
  }

  /**
   * The event with the span that handles it as its trace context: what it causes goes on from
   * there. Where no spans are wanted it stays as it is. May be called again for another try.
   */
  public Envelope begin(Envelope event) {
    if (!spans.areWanted()) {
      return event;
    }
    Optional<TraceContext> cause = TraceContext.parse(event.traceparent());
    TraceContext own = cause.map(TraceContext::child).orElseGet(() -> TraceContext.root(true));
    begun.put(event.id(), new Begun(own, cause, Instant.now(), false));
    return new Envelope(event.id(), event.source(), event.time(), own.traceparent(), event.data());
  }

  /** Nothing came of an event but a dead letter. */
  public void failed(UUID event) {
    begun.computeIfPresent(
        event, (id, each) -> new Begun(each.context(), each.cause(), each.start(), true));
  }

  /** The effects are committed. */
  public void committed() {
    Instant end = begun.isEmpty() ? Instant.EPOCH : Instant.now();
    begun.forEach(
        (id, each) ->
            spans.ended(
                new Span(
                    each.context(),
                    each.cause(),
                    Span.Kind.CONSUMER,
                    topic + " process",
                    each.start(),
                    end,
                    Map.of(
                        "messaging.system",
                        "kafka",
                        "messaging.destination.name",
                        topic,
                        "messaging.operation.name",
                        "process",
                        "messaging.message.id",
                        id.toString()),
                    each.failed())));
    begun.clear();
  }
}
