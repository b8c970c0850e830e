package dev.punctual.runtime;

import dev.punctual.contracts.event.Envelope;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Events to be handled together.
 *
 * @param connection with the transaction open that the effects belong to
 * @param now the instant that grace is measured from
 * @param source the function as the source of what it emits: {@code /punctual/<function>}
 * @param events in the order of their partitions, each id once; at least one, at most 500
 * @param afterCommit takes what is to follow once the effects are committed, and only then: what
 *     reaches outside of the database. It is called on the loop's own thread and hands its work to
 *     another; what it throws is logged
 */
public record Batch(
    Connection connection,
    Instant now,
    String source,
    List<Envelope> events,
    Consumer<Runnable> afterCommit) {
  public Batch {
    events = List.copyOf(events);
  }
}
