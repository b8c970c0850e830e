package dev.punctual.bench;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.TaskRow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ten thousand reminders of a hundred people, spread over a minute, the function warm. */
final class SpreadBenchmark implements Benchmark {
  private static final String FUNCTION = "notification";
  private static final int PEOPLE = 100;
  private static final int SECONDS = 60;
  private static final int WARM_SECONDS = 15;
  private static final Duration AHEAD = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Override
  public String name() {
    return "spread";
  }

  @Override
  public String about() {
    return "10,000 reminders of 100 people over a minute: how late each is on its person's stream";
  }

  @Override
  public void run(Setting setting) {
    int count = setting.quick() ? 2_000 : 10_000;
    int warm = count * WARM_SECONDS / SECONDS;
    try (FreshRun run = FreshRun.start(setting.home(), all -> all)) {
      List<Person> people = run.people(PEOPLE);
      Audience audience = new Audience(run, people);
      List<TaskRow> tasks = Reminders.tasks(run, people, warm + count);
      Instant begin = Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
      List<ReminderRow> rows = new ArrayList<>();
      for (int number = 0; number < warm + count; number++) {
        // The same load before the minute that counts: what starts and warms up does so there.
        long second = (long) number * (WARM_SECONDS + SECONDS) / (warm + count);
        rows.add(Reminders.of(tasks.get(number), begin.plusSeconds(second)));
      }
      Reminders.arm(run, rows);
      Broken.unless(Instant.now().isBefore(begin), "saving %d reminders took too long", count);
      Wait.until("all are heard", PATIENCE, () -> audience.size() == rows.size());
      run.awaitPublished();
      audience.close();
      Reminders.check(run, audience, rows.size());
      Map<ReminderId, Instant> heard = audience.heard();
      Figures late = new Figures();
      Instant counts = begin.plusSeconds(WARM_SECONDS);
      for (ReminderRow row : rows) {
        Instant due = row.reminder().fireAt();
        Instant at = heard.get(row.reminder().id());
        if (!due.isBefore(counts) && at != null) {
          late.add(Duration.between(due, at));
        }
      }
      setting.say(
          new Table(Figures.count(count) + " reminders, due -> on the stream", "lateness", "goal")
              .row("p50", Figures.millis(late.percentile(50)))
              .row("p95", Figures.millis(late.percentile(95)))
              .row("p99", Figures.millis(late.percentile(99)), "< 250 ms")
              .row("latest", Figures.millis(late.percentile(100)))
              .row("processes of " + FUNCTION, Integer.toString(run.replicas(FUNCTION))));
    }
  }
}
