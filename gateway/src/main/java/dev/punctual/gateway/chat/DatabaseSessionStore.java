package dev.punctual.gateway.chat;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.dapr.WithoutDapr;
import dev.punctual.store.ChatSessions;
import dev.punctual.store.ChatSessions.Saved;
import dev.punctual.store.Database;
import dev.punctual.store.DatabaseFault;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Rows of our own database. A save does not wait for the disk: whatever a turn did was committed by
 * itself before, and a crash of PostgreSQL may cost the memory of the last turns. A plan is saved
 * as used before it is carried out, whose commit waits, and takes what came before with it.
 */
@Singleton
@WithoutDapr
final class DatabaseSessionStore implements SessionStore {
  private final Database database;
  private final Duration ttl;

  @Inject
  DatabaseSessionStore(Database database) {
    this(database, TTL);
  }

  DatabaseSessionStore(Database database, Duration ttl) {
    this.database = database;
    this.ttl = ttl;
  }

  @Override
  public Optional<Stored> find(UserId user, UUID id) {
    return ask(() -> database.read(user, connection -> ChatSessions.find(connection, user, id)))
        .map(saved -> new Stored(saved.state(), saved.etag().toString()));
  }

  @Override
  public boolean create(UserId user, UUID id, String state) {
    return save(user, connection -> ChatSessions.insert(connection, user, id, state, ttl));
  }

  @Override
  public boolean replace(UserId user, UUID id, String state, String etag) {
    Saved next = new Saved(state, UUID.fromString(etag));
    return save(user, connection -> ChatSessions.update(connection, user, id, next, ttl));
  }

  @Override
  public void delete(UserId user, UUID id) {
    boolean unused =
        save(
            user,
            connection -> {
              ChatSessions.delete(connection, user, id);
              return true;
            });
  }

  private <T> T save(UserId user, Database.Work<T> work) {
    return ask(() -> database.withoutFlush(user, work));
  }

  private static <T> T ask(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (DatabaseFault e) {
      throw new StoreAway("the database does not answer", e);
    }
  }
}
