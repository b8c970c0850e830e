package dev.punctual.bench;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.event.EventType;
import dev.punctual.contracts.event.UpdateEvent.NotificationCreated;
import dev.punctual.contracts.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** All people with their streams open, and what they were told. */
final class Audience implements AutoCloseable {
  private final Map<ReminderId, Instant> heard = new ConcurrentHashMap<>();
  private final AtomicInteger repeated = new AtomicInteger();
  private final AtomicInteger strayed = new AtomicInteger();
  private final List<EventStream> streams;

  Audience(FreshRun run, List<Person> people) {
    streams =
        people.stream()
            .map(person -> run.api().stream(person, event -> arrived(person, event)))
            .toList();
  }

  /** When each reminder had first arrived. */
  Map<ReminderId, Instant> heard() {
    return Map.copyOf(heard);
  }

  int size() {
    return heard.size();
  }

  int repeated() {
    return repeated.get();
  }

  int strayed() {
    return strayed.get();
  }

  @Override
  public void close() {
    streams.forEach(EventStream::close);
  }

  private void arrived(Person person, EventStream.Told event) {
    if (!event.type().equals(EventType.NOTIFICATION_CREATED.wireName())) {
      return;
    }
    NotificationCreated told =
        Json.bind(Json.parse(event.data()), NotificationCreated.class, Json.UnknownFields.IGNORE);
    ReminderId reminder = told.notification().reminderId();
    if (!told.userId().equals(person.id()) || reminder == null) {
      strayed.incrementAndGet();
    } else if (heard.putIfAbsent(reminder, event.at()) != null) {
      repeated.incrementAndGet();
    }
  }
}
