package dev.punctual.gateway.relay;

import dev.punctual.gateway.trace.Traces;
import dev.punctual.runtime.trace.Span;
import dev.punctual.store.OutboxRow;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** A span for each event that is published and belongs to a trace, whichever the adapter. */
@Singleton
final class TracedPublishing implements BeanCreatedEventListener<Publisher> {
  private final Provider<Traces> traces;

  TracedPublishing(Provider<Traces> traces) {
    this.traces = traces;
  }

  @Override
  public Publisher onCreated(BeanCreatedEvent<Publisher> event) {
    return new Traced(event.getBean(), traces.get());
  }

  private record Traced(Publisher publisher, Traces traces) implements Publisher {
    @Override
    public void publish(List<OutboxRow> rows) throws PublishingFailed {
      Instant start = Instant.now();
      publisher.publish(rows);
      for (OutboxRow row : rows) {
        traces.message(
            row.attributes().traceparent(), Span.Kind.PRODUCER, row.topic(), "publish", start);
      }
    }

    @Override
    public int mostOfOneKey() {
      return publisher.mostOfOneKey();
    }

    @Override
    public List<List<OutboxRow>> portions(List<OutboxRow> rows) {
      return publisher.portions(rows);
    }

    @Override
    public void release() {
      publisher.release();
    }
  }
}
