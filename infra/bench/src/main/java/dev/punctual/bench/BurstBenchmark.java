package dev.punctual.bench;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.event.EventType;
import dev.punctual.contracts.event.UpdateEvent.NotificationCreated;
import dev.punctual.contracts.json.Json;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.ReminderRows;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import dev.punctual.store.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Ten thousand reminders of a hundred people, due in the same second. */
final class BurstBenchmark implements Benchmark {
  private static final String FUNCTION = "notification";
  private static final String TIMERS = "SELECT count(*) AS n FROM timer";
  private static final String NOTIFICATIONS = "SELECT count(*) AS n FROM notification";
  private static final int PEOPLE = 100;
  private static final Duration AHEAD = Duration.ofSeconds(8);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "burst";
  }

  @Override
  public String about() {
    return "10,000 reminders of 100 people in one second: claimed, told, on the streams";
  }

  @Override
  public void run(Setting setting) {
    int count = setting.quick() ? 2_000 : 10_000;
    try (FreshRun run = FreshRun.start(setting.home(), all -> all)) {
      List<Person> people = run.people(PEOPLE);
      Audience audience = new Audience(run, people);
      List<TaskRow> tasks = tasks(run, people, count);
      Instant due = schedule(run, tasks);
      Broken.unless(run.replicas(FUNCTION) == 0, "the function is not at zero");
      Timeline timeline =
          new Timeline(run, FUNCTION, Duration.ofSeconds(1), due, () -> run.number(NOTIFICATIONS));
      Duration claimed = watch(timeline, due, () -> run.number(TIMERS) == 0);
      Duration told = watch(timeline, due, () -> run.number(NOTIFICATIONS) == count);
      Duration heard = watch(timeline, due, () -> audience.size() == count);
      run.awaitPublished();
      audience.close();
      check(run, audience, count);
      setting.say(timeline);
      setting.say(
          new Table(
                  Figures.count(count) + " reminders of " + PEOPLE + " people", "after due", "goal")
              .row("all claimed into the outbox", Figures.seconds(claimed), "< 3 s")
              .row("all told (rows)", Figures.seconds(told), "< 15 s")
              .row("all on the streams", Figures.seconds(heard), "< 15 s")
              .row("most processes", Integer.toString(timeline.most())));
    }
  }

  /** How long after it was due something was first seen to be so. */
  private static Duration watch(Timeline timeline, Instant due, BooleanSupplier so) {
    Wait.until(
        "all reminders are claimed, told and heard",
        PATIENCE,
        () -> {
          timeline.look();
          return so.getAsBoolean();
        });
    return Duration.between(due, Instant.now());
  }

  private static List<TaskRow> tasks(FreshRun run, List<Person> people, int count) {
    Instant now = Instant.now();
    List<TaskRow> rows = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      rows.add(
          new TaskRow(
              people.get(number % people.size()).id(),
              new Task(
                  new TaskId(Uuid7.next()),
                  "Call patient " + number,
                  "",
                  TaskStatus.PENDING,
                  Priority.MEDIUM,
                  List.of("work"),
                  null,
                  null,
                  null,
                  now,
                  now,
                  null,
                  1),
              null));
    }
    run.database().write(connection -> TaskRows.insert(connection, rows));
    return rows;
  }

  /** A reminder for each, all at one second, which is the answer. */
  private static Instant schedule(FreshRun run, List<TaskRow> tasks) {
    Instant now = Instant.now();
    Instant due = now.plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
    List<ReminderRow> rows =
        tasks.stream()
            .map(
                task ->
                    new ReminderRow(
                        task.user(),
                        new Reminder(
                            new ReminderId(Uuid7.next()),
                            task.task().id(),
                            due,
                            null,
                            ReminderStatus.SCHEDULED,
                            due,
                            null,
                            1),
                        1,
                        now))
            .toList();
    run.database()
        .write(
            connection -> {
              ReminderRows.insert(connection, rows);
              Timers.set(connection, rows.stream().map(ReminderRow::timer).toList());
            });
    Broken.unless(Instant.now().isBefore(due), "saving %d reminders took too long", rows.size());
    return due;
  }

  private static void check(FreshRun run, Audience audience, int count) {
    Broken.unless(
        audience.size() == count && audience.repeated() == 0 && audience.strayed() == 0,
        "of %d reminders %d arrived, %d more than once, %d at somebody else",
        count,
        audience.size(),
        audience.repeated(),
        audience.strayed());
    Broken.unless(
        run.number("SELECT count(*) AS n FROM reminder WHERE status = 'delivered'") == count
            && run.number(NOTIFICATIONS) == count
            && run.number("SELECT count(DISTINCT reminder_id) AS n FROM notification") == count,
        "the rows do not say that each reminder was delivered once");
  }

  /** All people with their streams open, and what they were told. */
  private static final class Audience implements AutoCloseable {
    private final Set<ReminderId> heard = ConcurrentHashMap.newKeySet();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger strayed = new AtomicInteger();
    private final List<EventStream> streams;

    Audience(FreshRun run, List<Person> people) {
      streams =
          people.stream()
              .map(person -> run.api().stream(person, event -> arrived(person, event)))
              .toList();
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
      } else if (!heard.add(reminder)) {
        repeated.incrementAndGet();
      }
    }
  }
}
