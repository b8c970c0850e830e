package dev.punctual.store;

import java.sql.Connection;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The table {@code processed_event}: the first key of exactly-once handling (DESIGN §2). */
public final class ProcessedEvents {
  private ProcessedEvents() {}

  /**
   * Claims events for a consumer, in the transaction of their effects.
   *
   * @return those that were not handled before; the effects of the others stand already
   */
  public static Set<UUID> claim(Connection connection, String consumer, Collection<UUID> events) {
    return new HashSet<>(
        Sql.list(
            connection,
            "INSERT INTO processed_event (consumer, event_id)"
                + " SELECT ?, e FROM unnest(?::uuid[]) AS e ORDER BY e"
                + " ON CONFLICT DO NOTHING RETURNING event_id",
            row -> row.uuid("event_id"),
            consumer,
            events));
  }
}
