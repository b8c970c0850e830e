package dev.punctual.gateway.series;

import dev.punctual.calendar.SeriesSchedule;
import dev.punctual.calendar.SeriesSchedule.Timed;
import dev.punctual.store.SeriesRow;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a series goes on after a person has changed it. */
final class NextOccurrence {
  private NextOccurrence() {}

  /** The first at or after an instant: what lies before was never promised. */
  static Optional<Timed> from(SeriesSchedule schedule, Instant now) {
    return schedule.nextAfter(now.minusNanos(1));
  }

  /**
   * After an edit: never before what is decided, and never past what is owed. An occurrence that
   * came due and is not decided yet is owed; a due event of the old revision that is on its way
   * will be ignored, so the new timer has to bring it back. Nothing owed, a rule that is new today
   * makes no occurrences of yesterday.
   *
   * @param row the series before the edit
   * @param schedule after it
   */
  static Optional<Timed> afterEdit(SeriesRow row, SeriesSchedule schedule, Instant now) {
    String owed = owed(row, now);
    Optional<Timed> next = owed == null ? from(schedule, now) : schedule.nextFrom(owed);
    return notDecided(row, schedule, next);
  }

  /** After a pause: what lay inside it is not missed. */
  static Optional<Timed> afterPause(SeriesRow row, SeriesSchedule schedule, Instant now) {
    return notDecided(row, schedule, from(schedule, now));
  }

  private static @Nullable String owed(SeriesRow row, Instant now) {
    Instant nextAt = row.series().nextAt();
    return nextAt == null || nextAt.isAfter(now) ? null : row.progress().nextOccurrence();
  }

  /** With a lead, the last one decided may lie in the future. */
  private static Optional<Timed> notDecided(
      SeriesRow row, SeriesSchedule schedule, Optional<Timed> next) {
    String last = row.progress().lastOccurrence();
    if (last == null || next.isEmpty()) {
      return next;
    }
    Optional<Timed> follower = schedule.next(last);
    return follower.map(
        after ->
            after.occurrence().at().isAfter(next.get().occurrence().at()) ? after : next.get());
  }
}
