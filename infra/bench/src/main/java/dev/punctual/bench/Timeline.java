package dev.punctual.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Processes, lag and effects of one function over time. */
final class Timeline {
  private final FreshRun run;
  private final String function;
  private final Duration step;
  private final LongSupplier handled;
  private final Instant begin;
  private final List<Moment> moments = new ArrayList<>();

  private record Moment(Duration at, int replicas, long lag, long handled) {}

  /**
   * @param step between two lines while the number of processes stays the same
   * @param begin when its clock is zero
   * @param handled how much is done
   */
  Timeline(FreshRun run, String function, Duration step, Instant begin, LongSupplier handled) {
    this.run = run;
    this.function = function;
    this.step = step;
    this.begin = begin;
    this.handled = handled;
  }

  /** Looks, and remembers what is new: another number of processes, or a step later. */
  void look() {
    Duration at = Duration.between(begin, Instant.now());
    int replicas = run.replicas(function);
    if (moments.isEmpty()
        || replicas != moments.getLast().replicas()
        || at.minus(step).compareTo(moments.getLast().at()) >= 0) {
      moments.add(new Moment(at, replicas, run.lag(function), handled.getAsLong()));
    }
  }

  /** The most processes that there were. */
  int most() {
    return moments.stream().mapToInt(Moment::replicas).max().orElse(0);
  }

  /** A line for each moment at which something was different. */
  @Override
  public String toString() {
    Table table = new Table("time", "processes", "lag", "handled");
    for (int i = 0; i < moments.size(); i++) {
      Moment moment = moments.get(i);
      boolean same =
          i > 0
              && moments.get(i - 1).replicas() == moment.replicas()
              && moments.get(i - 1).lag() == moment.lag()
              && moments.get(i - 1).handled() == moment.handled();
      if (!same) {
        table.row(
            Figures.seconds(moment.at()),
            Integer.toString(moment.replicas()),
            Figures.count(moment.lag()),
            Figures.count(moment.handled()));
      }
    }
    return table.toString();
  }
}
