package dev.punctual.loadtest;

import dev.punctual.local.scaling.FunctionScaling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one test saw.
 *
 * @param count released at once
 * @param rate records per second of one process, measured before
 * @param put with the rehearsal
 * @param told notifications, with the rehearsal
 * @param distinct reminders that were told
 * @param first from the release to the first commit; negative: there was none
 */
record Outcome(
    String target,
    FunctionScaling scaling,
    int count,
    double rate,
    int put,
    long told,
    long distinct,
    Duration first,
    Duration median,
    Duration late,
    Duration last,
    Timeline timeline) {
  private static final Duration FIRST = Duration.ofMillis(2_500);
  private static final Duration UP = Duration.ofSeconds(6);
  private static final Duration DOWN_SLACK = Duration.ofSeconds(10);

  /** One thing that was asked for, and what was seen of it. */
  record Check(String asked, String seen, boolean holds) {}

  boolean passed() {
    return checks().stream().allMatch(Check::holds);
  }

  /** From the first look without lag to the first without processes after it; empty: never. */
  Optional<Duration> downAfterClear() {
    return timeline
        .first(moment -> moment.handled() >= count && moment.lag() == 0)
        .flatMap(
            clear ->
                timeline
                    .firstFrom(clear, moment -> moment.processes() == 0)
                    .map(zero -> zero.minus(clear)));
  }

  List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(
        new Check(
            "nothing is lost and nothing doubled",
            "%,d put, %,d told, %,d different".formatted(put, told, distinct),
            put == told && told == distinct));
    Optional<Duration> one = timeline.first(moment -> moment.processes() > 0);
    checks.add(new Check("0 → 1", one.map(Outcome::seconds).orElse("never"), one.isPresent()));
    checks.add(
        new Check(
            "the first record is handled within " + seconds(FIRST) + " of the release",
            first.isNegative() ? "never" : seconds(first),
            !first.isNegative() && first.compareTo(FIRST) <= 0));
    int wanted =
        Math.toIntExact(
            Math.min(scaling.maxReplicas(), Math.ceilDiv((long) count, scaling.lagThreshold())));
    Optional<Duration> all = timeline.first(moment -> moment.processes() >= wanted);
    boolean soon =
        one.isPresent() && all.isPresent() && all.get().minus(one.get()).compareTo(UP) <= 0;
    checks.add(
        new Check(
            wanted + " processes within " + seconds(UP) + " of the first",
            one.isPresent() && all.isPresent()
                ? seconds(all.get().minus(one.get())) + " after it"
                : "at most " + timeline.mostProcesses(),
            soon));
    Duration down = scaling.cooldownPeriod().plus(DOWN_SLACK);
    Optional<Duration> zero = downAfterClear();
    checks.add(
        new Check(
            "at zero again within " + seconds(down) + " of the end of the lag",
            zero.map(Outcome::seconds).orElse("never"),
            zero.isPresent() && zero.get().compareTo(down) <= 0));
    return List.copyOf(checks);
  }

  static String seconds(Duration duration) {
    return "%.1f s".formatted(duration.toMillis() / 1e3);
  }
}
