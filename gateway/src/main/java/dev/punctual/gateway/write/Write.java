package dev.punctual.gateway.write;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.LocalClock;
import dev.punctual.contracts.event.Event;
import dev.punctual.gateway.http.Refused;
import dev.punctual.store.Accounts;
import dev.punctual.store.Change;
import dev.punctual.store.Changes;
import dev.punctual.store.Outbox;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.Timer;
import dev.punctual.store.TimerKind;
import dev.punctual.store.Timers;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One write to what is a person's while it is going on. What is noted here is saved when the work
 * is done, in the order that locking asks for: changes, timers, and last the events.
 */
public final class Write {
  private static final String SOURCE = "/punctual/gateway";

  private final Connection connection;
  private final UserId user;
  private final Instant now;
  private final ChangeId changeId;
  private final Change.Actor actor;
  private final @Nullable String traceparent;
  private final Map<Id, Change> changes = new LinkedHashMap<>();
  private final List<Event> events = new ArrayList<>();
  private final Map<TimerKey, Optional<Timer>> timers = new LinkedHashMap<>();
  private @Nullable LocalClock clock;

  /**
   * @param actor who is said to have done it
   * @param traceparent W3C Trace Context that its events and timers give on
   */
  Write(
      Connection connection,
      UserId user,
      Instant now,
      ChangeId changeId,
      Change.Actor actor,
      @Nullable String traceparent) {
    this.connection = connection;
    this.user = user;
    this.now = now;
    this.changeId = changeId;
    this.actor = actor;
    this.traceparent = traceparent;
  }

  private record TimerKey(TimerKind kind, Id subject) {}

  /** The transaction's connection. */
  public Connection connection() {
    return connection;
  }

  /** Whose write it is. */
  public UserId user() {
    return user;
  }

  /** When it happens, in microseconds: the same instant all through the write. */
  public Instant now() {
    return now;
  }

  /** The id under which everything that this write changes is recorded. */
  public ChangeId changeId() {
    return changeId;
  }

  /**
   * By what the person's local times are read, as it was when it was first asked for.
   *
   * @throws Refused when the person is gone
   */
  public LocalClock clock() {
    LocalClock known = clock;
    if (known == null) {
      known = Accounts.clock(connection, user).orElseThrow(Refused::notFound);
      clock = known;
    }
    return known;
  }

  /**
   * Records what happened to one thing; what happens to it twice is one change.
   *
   * @param before null: it was not there
   * @param after null: it is gone
   */
  public void changed(
      Change.Kind kind, Id subject, @Nullable Record before, @Nullable Record after) {
    changed(new Change(user, changeId, kind, subject, actor, now, before, after));
  }

  /**
   * Records what happened to a series, with how far it had come.
   *
   * @param before null: it was not there
   * @param after null: it is gone
   */
  public void changed(SeriesId id, @Nullable SeriesRow before, @Nullable SeriesRow after) {
    changed(
        new Change(
            user,
            changeId,
            Change.Kind.SERIES,
            id,
            actor,
            now,
            before == null ? null : before.series(),
            after == null ? null : after.series(),
            before == null ? null : before.progress(),
            after == null ? null : after.progress()));
  }

  private void changed(Change change) {
    changes.merge(change.subject(), change, Change::then);
  }

  /** Sends an event once the write is committed, after those that were emitted before. */
  public void emit(Event event) {
    events.add(event);
  }

  /** Sets a timer in place of the one that its subject may have. */
  public void setTimer(Timer timer) {
    timers.put(new TimerKey(timer.kind(), timer.subject()), Optional.of(timer));
  }

  /** Removes a subject's timer, where it has one. */
  public void removeTimer(TimerKind kind, Id subject) {
    timers.put(new TimerKey(kind, subject), Optional.empty());
  }

  /** Saves what was noted; true when there are events to publish. */
  boolean finish() {
    Changes.insert(connection, changes.values());
    for (TimerKind kind : TimerKind.values()) {
      Timers.remove(connection, kind, removed(kind));
    }
    Timers.set(
        connection, timers.values().stream().flatMap(Optional::stream).toList(), traceparent);
    Outbox.append(connection, SOURCE, now, traceparent, events);
    return !events.isEmpty();
  }

  private Collection<Id> removed(TimerKind kind) {
    return timers.entrySet().stream()
        .filter(entry -> entry.getKey().kind() == kind && entry.getValue().isEmpty())
        .map(entry -> entry.getKey().subject())
        .toList();
  }
}
