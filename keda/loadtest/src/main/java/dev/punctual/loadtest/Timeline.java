package dev.punctual.loadtest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What was seen, moment by moment, from the release on. */
final class Timeline {
  private final List<Moment> moments = new ArrayList<>();

  /**
   * A look.
   *
   * @param at since the release
   * @param handled of the records that were released
   */
  record Moment(Duration at, int processes, long lag, long handled) {}

  void add(Moment moment) {
    moments.add(moment);
  }

  List<Moment> moments() {
    return List.copyOf(moments);
  }

  /** When something was first so; empty: never. */
  Optional<Duration> first(Predicate<Moment> so) {
    return moments.stream().filter(so).map(Moment::at).findFirst();
  }

  /** When something was first so, not looking before {@code from}; empty: never. */
  Optional<Duration> firstFrom(Duration from, Predicate<Moment> so) {
    return moments.stream()
        .filter(moment -> moment.at().compareTo(from) >= 0)
        .filter(so)
        .map(Moment::at)
        .findFirst();
  }

  int mostProcesses() {
    return moments.stream().mapToInt(Moment::processes).max().orElse(0);
  }
}
