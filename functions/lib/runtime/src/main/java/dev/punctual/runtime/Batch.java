package dev.punctual.runtime;

import dev.punctual.contracts.event.Envelope;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;

/**
 * Events to be handled together.
 *
 * @param connection with the transaction open that the effects belong to
 * @param now the instant that grace is measured from
 * @param source the function as the source of what it emits: {@code /punctual/<function>}
 * @param events in the order of their partitions, each id once; at least one, at most 500
 */
public record Batch(Connection connection, Instant now, String source, List<Envelope> events) {
  public Batch {
    events = List.copyOf(events);
  }
}
