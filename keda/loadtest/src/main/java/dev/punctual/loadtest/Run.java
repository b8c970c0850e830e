package dev.punctual.loadtest;

import dev.punctual.cluster.Failed;
import dev.punctual.loadtest.Timeline.Moment;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** The test itself: hold, pile up, release, watch until the function is at zero again. */
final class Run {
  private static final int PEOPLE = 200;
  private static final int REHEARSAL = 3_000;
  private static final Duration RATED = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Target target;
  private final PrintStream out;

  Run(Target target, PrintStream out) {
    this.target = target;
    this.out = out;
  }

  /**
   * Goes through all of it; the throwaway people are gone afterwards, whatever happens.
   *
   * @param events how many; 0: what one process handles in 30 s, measured first
   */
  Outcome go(int events) {
    try (Load load = Load.of(target.database(), PEOPLE)) {
      double rate = rateOfOne(load);
      int count = events > 0 ? events : (int) Math.round(rate * RATED.toSeconds());
      out.printf("one process: %,.0f/s; piling up %,d due reminders%n", rate, count);
      long before = load.handled();
      pile(load, count);
      Instant released = load.now();
      long begin = System.nanoTime();
      target.release();
      Timeline timeline = new Timeline();
      watch(timeline, load, begin, before, () -> load.handled() - before >= count);
      watch(timeline, load, begin, before, () -> target.processes() == 0 && target.lag() == 0);
      return new Outcome(
          target.name(),
          target.scaling(),
          count,
          rate,
          load.count(),
          load.handled(),
          load.distinct(),
          load.firstAfter(released),
          load.latenessAfter(released, 0.5),
          load.latenessAfter(released, 0.95),
          load.latenessAfter(released, 1),
          timeline);
    }
  }

  private double rateOfOne(Load load) {
    pile(load, REHEARSAL);
    target.releaseOne();
    long first = REHEARSAL / 5;
    await("the rehearsal begins", () -> load.handled() >= first);
    long from = load.handled();
    long begin = System.nanoTime();
    await("the rehearsal ends", () -> load.handled() >= REHEARSAL);
    double rate = (load.handled() - from) * 1e9 / (System.nanoTime() - begin);
    target.hold();
    await("the function is held at zero", () -> target.processes() == 0);
    return rate;
  }

  private void pile(Load load, int count) {
    target.hold();
    await("the function is held at zero", () -> target.processes() == 0);
    load.put(count);
    await("all of it waits in Kafka", () -> target.lag() >= count);
  }

  private void watch(Timeline timeline, Load load, long begin, long before, BooleanSupplier end) {
    long patience = System.nanoTime() + PATIENCE.toNanos();
    do {
      timeline.add(
          new Moment(
              Duration.ofNanos(System.nanoTime() - begin),
              target.processes(),
              target.lag(),
              load.handled() - before));
      rest();
      if (System.nanoTime() > patience) {
        out.println("The function does not come to an end; what was seen is reported.");
        return;
      }
    } while (!end.getAsBoolean());
    timeline.add(
        new Moment(
            Duration.ofNanos(System.nanoTime() - begin),
            target.processes(),
            target.lag(),
            load.handled() - before));
  }

  private static void await(String what, BooleanSupplier so) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new Failed("Not within " + PATIENCE.toMinutes() + " minutes: " + what + ".");
      }
      rest();
    }
  }

  private static void rest() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      throw Failed.interrupted();
    }
  }
}
