package dev.punctual.gateway.write;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.idempotency.KeyedRequest;
import dev.punctual.gateway.relay.OutboxBell;
import dev.punctual.gateway.trace.Traces;
import dev.punctual.store.Change;
import dev.punctual.store.Database;
import dev.punctual.store.TimeSource;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The way to every write: nothing is written twice, and no request publishes (DESIGN §2). */
@Singleton
public final class Writer {
  private final Database database;
  private final TimeSource time;
  private final OutboxBell bell;
  private final Traces traces;

  Writer(Database database, TimeSource time, OutboxBell bell, Traces traces) {
    this.database = database;
    this.time = time;
    this.bell = bell;
    this.traces = traces;
  }

  /**
   * Commits what the work writes and notes, or nothing when it throws.
   *
   * @throws dev.punctual.store.DatabaseFault when PostgreSQL refuses or is away
   */
  public <T> T write(UserId user, Function<Write, T> work) {
    return write(user, Change.Actor.PERSON, work);
  }

  /**
   * As {@link #write(UserId, Function)}, in the name of somebody else.
   *
   * @param actor who is said to have done it
   */
  public <T> T write(UserId user, Change.Actor actor, Function<Write, T> work) {
    return write(user, actor, new ChangeId(Uuid7.next()), work);
  }

  /**
   * One portion of a change that is too large for one transaction.
   *
   * @param change the id under which all its portions are recorded
   */
  public <T> T write(UserId user, Change.Actor actor, ChangeId change, Function<Write, T> work) {
    Optional<KeyedRequest> keyed = KeyedRequest.current();
    keyed.ifPresent(KeyedRequest::awaitBody);
    Done<T> done =
        database.transaction(
            user,
            connection -> {
              Instant now = time.now(connection);
              keyed.ifPresent(request -> request.take(connection, user, change, now));
              Write write = new Write(connection, user, now, change, actor, traces.traceparent());
              T result = work.apply(write);
              keyed.ifPresent(request -> request.keep(connection, result, change));
              return new Done<>(result, write.finish());
            });
    keyed.ifPresent(request -> request.committed(change));
    if (done.emitted()) {
      bell.ring();
    }
    return done.result();
  }

  private record Done<T>(T result, boolean emitted) {}
}
