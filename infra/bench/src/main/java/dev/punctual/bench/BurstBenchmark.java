package dev.punctual.bench;

import dev.punctual.store.ReminderRow;
import dev.punctual.store.TaskRow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
      List<TaskRow> tasks = Reminders.tasks(run, people, count);
      Instant due = schedule(run, tasks);
      Broken.unless(run.replicas(FUNCTION) == 0, "the function is not at zero");
      Timeline timeline =
          new Timeline(run, FUNCTION, Duration.ofSeconds(1), due, () -> run.number(NOTIFICATIONS));
      Duration claimed = watch(timeline, due, () -> run.number(TIMERS) == 0);
      Duration told = watch(timeline, due, () -> run.number(NOTIFICATIONS) == count);
      Duration heard = watch(timeline, due, () -> audience.size() == count);
      run.awaitPublished();
      audience.close();
      Reminders.check(run, audience, count);
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

  /** A reminder for each, all at one second, which is the answer. */
  private static Instant schedule(FreshRun run, List<TaskRow> tasks) {
    Instant due = Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
    List<ReminderRow> rows = tasks.stream().map(task -> Reminders.of(task, due)).toList();
    Reminders.arm(run, rows);
    Broken.unless(Instant.now().isBefore(due), "saving %d reminders took too long", rows.size());
    return due;
  }
}
