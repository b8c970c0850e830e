package dev.punctual.bench;

import java.time.Duration;
import java.time.Instant;

/**
 * What one process of functions/recurring would need 30 s for, piled up while scaling is paused and
 * then released: 0 → 1 → 3 → 0.
 */
final class BacklogBenchmark implements Benchmark {
  private static final int PEOPLE = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Override
  public String name() {
    return "backlog";
  }

  @Override
  public String about() {
    return "30 s of one process's rate piled up, then released: 0 -> 1 -> 3 -> 0";
  }

  @Override
  public void run(Setting setting) {
    double rate = rateOfOne(setting);
    int seconds = setting.quick() ? 5 : 30;
    int count = (int) Math.round(rate * seconds);
    setting.say(
        "  one process: %s; piling up %s records of %d people"
            .formatted(Figures.perSecond(rate), Figures.count(count), PEOPLE));
    try (FreshRun run = FreshRun.start(setting.home(), all -> all)) {
      SeriesBacklog backlog = SeriesBacklog.pile(run, PEOPLE, count);
      Instant released = Instant.now();
      Timeline timeline =
          new Timeline(
              run, SeriesBacklog.FUNCTION, Duration.ofSeconds(5), released, backlog::handled);
      timeline.look();
      run.embedded().scaler().resume();
      Wait.until(
          "everything is handled",
          PATIENCE,
          () -> {
            timeline.look();
            return backlog.handled() >= count;
          });
      Duration took = Duration.between(released, Instant.now());
      Wait.until(
          "the function is at zero again",
          PATIENCE,
          () -> {
            timeline.look();
            return run.replicas(SeriesBacklog.FUNCTION) == 0;
          });
      Duration zero = Duration.between(released, Instant.now());
      run.awaitPublished();
      backlog.check();
      setting.say(timeline);
      setting.say(
          new Table("backlog of " + Figures.count(count), "", "goal")
              .row("handled, none lost, none doubled", Figures.seconds(took))
              .row("records a second", Figures.perSecond(count / (took.toMillis() / 1e3)))
              .row("most processes", Integer.toString(timeline.most()), "3")
              .row("at zero again", Figures.seconds(zero)));
    }
  }

  private static double rateOfOne(Setting setting) {
    int count = setting.quick() ? 5_000 : 15_000;
    try (FreshRun run = FreshRun.start(setting.home(), FreshRun.withMaxReplicas(1))) {
      SeriesBacklog backlog = SeriesBacklog.pile(run, PEOPLE, count);
      backlog.release();
      backlog.check();
      return backlog.rate(count / 5);
    }
  }
}
