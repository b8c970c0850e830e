package dev.punctual.store;

import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.LocalClock;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.SeriesStatus;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A series as it is kept.
 *
 * @param clock the person's, in the zone that holds: the series' own, else theirs
 * @param progress how far it has come
 */
public record SeriesRow(UserId user, Series series, LocalClock clock, Progress progress) {

  /** The zone that holds. */
  public ZoneId zone() {
    return clock.zone();
  }

  public Owned<SeriesId> key() {
    return new Owned<>(user, series.id());
  }

  /**
   * How far a series has come.
   *
   * @param lastOccurrence the last one decided, in the form of the task's {@code occurrence}; null:
   *     none
   * @param nextOccurrence the next one to decide; null exactly when {@link Series#nextAt} is
   * @param timerAt when the next one's timer is due, a whole second; null exactly when nothing is
   *     next
   * @param doneAt of a series that repeats from completion, when its last occurrence was done;
   *     null: none was, or one is open
   * @param madeLate how many occurrences were made later than the grace since the last one in time
   * @param pausedFrom what a paused series returns to; null when it is not paused
   * @param revision moves with whatever the timer depends on; a due event with an older one is
   *     ignored
   */
  public record Progress(
      @Nullable String lastOccurrence,
      @Nullable String nextOccurrence,
      @Nullable Instant timerAt,
      @Nullable Instant doneAt,
      int madeLate,
      @Nullable SeriesStatus pausedFrom,
      int revision) {}
}
