package dev.punctual.runtime;

import dev.punctual.contracts.ConsumerGroup;
import dev.punctual.contracts.event.EventType;
import java.util.Set;

/** What a function does. The whole of it beside {@code main}; the runtime does the rest. */
public interface Handler {
  /** As what it consumes, and so from which topic. */
  ConsumerGroup group();

  /** The types that it handles; others on its topic are skipped and counted. */
  Set<EventType> types();

  /**
   * Writes the effects of events that have not been handled before, in the batch's transaction and
   * in no other way. May be called again with the same events, alone or together with others, when
   * the transaction did not commit.
   *
   * @throws RuntimeException the transaction, or this event's part of it, is rolled back
   */
  void handle(Batch batch);

  /** The loop has ended: what follows commits is brought to an end within 2 s, or left. */
  default void stop() {}
}
