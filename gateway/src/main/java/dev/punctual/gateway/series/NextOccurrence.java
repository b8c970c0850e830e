package dev.punctual.gateway.series;

import dev.punctual.calendar.SeriesSchedule;
import dev.punctual.calendar.SeriesSchedule.Timed;
import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.Series;
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

  /** Whether nothing is next as the series waits for what is open to be done. */
  static boolean isAwaited(SeriesRow row, Series series) {
    return countsFromCompletion(row, series) && row.progress().doneAt() == null;
  }

  /**
   * After an edit: never before what is decided, and never past what is owed. An occurrence that
   * came due and is not decided yet is owed; a due event of the old revision that is on its way
   * will be ignored, so the new timer has to bring it back. Nothing owed, a rule that is new today
   * makes no occurrences of yesterday.
   *
   * @param row the series before the edit
   * @param form after it
   */
  static Optional<Timed> afterEdit(SeriesRow row, SeriesForm form, Instant now) {
    if (countsFromCompletion(row, form.series())) {
      return counted(row, form.schedule())
          .flatMap(schedule -> schedule.next(row.progress().lastOccurrence()));
    }
    String owed = owed(row, now);
    Optional<Timed> next =
        owed == null ? from(form.schedule(), now) : form.schedule().nextFrom(owed);
    return notDecided(row, form.schedule(), next);
  }

  /** After a pause: what lay inside it is not missed. */
  static Optional<Timed> afterPause(SeriesRow row, SeriesForm form, Instant now) {
    Optional<SeriesSchedule> schedule =
        countsFromCompletion(row, form.series())
            ? counted(row, form.schedule())
            : Optional.of(form.schedule());
    return schedule.flatMap(any -> notDecided(row, any, from(any, now)));
  }

  /** The first occurrence of all comes by the rule alone. */
  private static boolean countsFromCompletion(SeriesRow row, Series series) {
    return series.repeat() == Repeat.COMPLETION && row.progress().lastOccurrence() != null;
  }

  private static Optional<SeriesSchedule> counted(SeriesRow row, SeriesSchedule schedule) {
    Instant doneAt = row.progress().doneAt();
    return doneAt == null ? Optional.empty() : schedule.countedFrom(doneAt);
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
