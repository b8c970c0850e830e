package dev.punctual.gateway.stream;

import dev.punctual.contracts.Id;
import dev.punctual.gateway.http.AccessEnded;
import dev.punctual.store.Database;
import dev.punctual.store.DatabaseFault;
import dev.punctual.store.Owned;
import dev.punctual.store.Sql;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends streams whose session or token has ended: at once when that happened here, within 15 s when
 * it happened on another gateway or the session ran out.
 */
@Singleton
final class EndedAccess {
  private static final Logger LOG = LoggerFactory.getLogger(EndedAccess.class);

  private final Streams streams;
  private final Database database;

  EndedAccess(Streams streams, Database database) {
    this.streams = streams;
    this.database = database;
  }

  @EventListener
  void ended(AccessEnded event) {
    streams.end(event.ids());
  }

  @Scheduled(fixedDelay = "15s", initialDelay = "15s")
  void look() {
    Set<Owned<Id>> open = streams.accesses();
    if (open.isEmpty()) {
      return;
    }
    try {
      streams.end(database.read(connection -> ended(connection, open)));
    } catch (DatabaseFault e) {
      LOG.warn("whose session has ended cannot be read: {}", e.getMessage());
    }
  }

  private static Set<Id> ended(Connection connection, Set<Owned<Id>> open) {
    Set<UUID> good =
        new HashSet<>(
            Sql.list(
                connection,
                """
                WITH open AS (SELECT * FROM unnest(?::uuid[], ?::uuid[]) AS o (user_id, id))
                SELECT id FROM session JOIN open USING (user_id, id) WHERE expires_at > now()
                UNION ALL
                SELECT id FROM api_token JOIN open USING (user_id, id)
                """,
                row -> row.uuid("id"),
                open.stream().map(Owned::user).toList(),
                open.stream().map(Owned::id).toList()));
    Set<Id> ended = new HashSet<>();
    for (Id id : open.stream().map(Owned::id).toList()) {
      if (!good.contains(id.value())) {
        ended.add(id);
      }
    }
    return ended;
  }
}
