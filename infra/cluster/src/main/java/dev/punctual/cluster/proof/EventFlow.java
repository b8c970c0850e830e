package dev.punctual.cluster.proof;

import dev.punctual.bench.Api;
import dev.punctual.bench.Broken;
import dev.punctual.bench.Person;
import dev.punctual.bench.Wait;
import dev.punctual.store.Database;
import dev.punctual.store.Sql;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People who put tasks with reminders and series that are due some seconds later, and what became
 * of everything that was accepted. A request without a clear answer is not sent again: what it
 * wrote may be there once, or not at all.
 */
final class EventFlow {
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final Duration LEAD = Duration.ofSeconds(4);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final URI address;
  private final Database database;
  private final List<Person> people;
  private final Queue<String> reminders = new ConcurrentLinkedQueue<>();
  private final Queue<String> series = new ConcurrentLinkedQueue<>();
  private final Queue<String> titles = new ConcurrentLinkedQueue<>();
  private final AtomicInteger unclear = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean ending;

  EventFlow(URI address, Database database, List<Person> people) {
    this.address = address;
    this.database = database;
    this.people = people;
  }

  void begin() {
    for (Person person : people) {
      threads.add(Thread.ofVirtual().start(() -> run(person)));
    }
  }

  /** Ends it, waits until everything that was accepted had its effect, and counts the effects. */
  String unharmed() {
    ending = true;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Broken("interrupted");
      }
    }
    Broken.unless(!reminders.isEmpty() && !series.isEmpty(), "nothing was accepted");
    try {
      Wait.until("everything that was due has its effect", PATIENCE, () -> lost().isEmpty());
    } catch (Broken e) {
      throw new Broken("%d lost: %s".formatted(lost().size(), lost()), e);
    }
    List<String> doubled = new ArrayList<>(twice(told()));
    doubled.addAll(twice(made()));
    doubled.addAll(twice(written()));
    Broken.unless(doubled.isEmpty(), "%d doubled: %s", doubled.size(), doubled);
    return "%,d reminders and %,d series, each once; %d requests without an answer"
        .formatted(reminders.size(), series.size(), unclear.get());
  }

  private void run(Person person) {
    try (Api api = new Api(address)) {
      for (int number = 0; !ending; number++) {
        try {
          put(api, person, number);
        } catch (Broken e) {
          unclear.incrementAndGet();
        }
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void put(Api api, Person person, int number) {
    String title = person.id() + " " + number;
    Instant due = Instant.now().plus(LEAD).truncatedTo(ChronoUnit.SECONDS);
    if (number % 3 == 0) {
      series.add(api.create(person, "series", oneOccurrence(title, due)));
    } else {
      String task = api.create(person, "tasks", Map.of("title", title));
      titles.add(title);
      reminders.add(api.create(person, "reminders", Map.of("taskId", task, "at", due.toString())));
    }
  }

  static Map<String, Object> oneOccurrence(String title, Instant due) {
    String start =
        LocalDateTime.ofInstant(due, ZoneOffset.UTC).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    return Map.of("title", title, "start", start, "zone", "UTC", "rule", "FREQ=DAILY;COUNT=1");
  }

  private Set<String> lost() {
    Set<String> lost = new HashSet<>(reminders);
    lost.removeAll(told());
    Set<String> others = new HashSet<>(series);
    others.removeAll(made());
    lost.addAll(others);
    others = new HashSet<>(titles);
    others.removeAll(written());
    lost.addAll(others);
    return lost;
  }

  private List<String> told() {
    return list("SELECT reminder_id::text AS each FROM notification WHERE reminder_id IS NOT NULL");
  }

  private List<String> made() {
    return list("SELECT series_id::text AS each FROM task WHERE series_id IS NOT NULL");
  }

  private List<String> written() {
    return list("SELECT title AS each FROM task WHERE series_id IS NULL");
  }

  private List<String> list(String sql) {
    return database.read(
        connection ->
            Sql.list(
                connection,
                sql + " AND user_id = ANY (?)",
                row -> row.text("each"),
                people.stream().map(Person::id).toList()));
  }

  private static Collection<String> twice(List<String> all) {
    Set<String> seen = new HashSet<>();
    return all.stream().filter(each -> !seen.add(each)).toList();
  }
}
