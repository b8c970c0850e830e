package dev.punctual.recurring;

import dev.punctual.calendar.Occurrence;
import dev.punctual.calendar.SeriesSchedule;
import dev.punctual.calendar.SeriesSchedule.Timed;
import dev.punctual.contracts.IfPending;
import dev.punctual.contracts.OnMissed;
import dev.punctual.contracts.SeriesStatus;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.runtime.Grace;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRow.Progress;
import dev.punctual.store.TaskRows.Made;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * From the occurrence that is next to the first that is not due. What lies between the last one
 * decided and the next one (a pause, days before an edit) is not to be made. Pure.
 */
final class Walk {
  /** So many occurrences are decided for one event; a timer that is due now brings the rest. */
  static final int MAX_PER_EVENT = 100;

  /** So many missed occurrences in a row are made; the rest of them come to one skipped row. */
  static final int MAX_MADE_LATE = 1_000;

  private final SeriesRow row;
  private final SeriesSchedule schedule;
  private final Instant now;
  private final Occurrences occurrences;
  private Made made;
  private @Nullable String last;
  private int madeLate;

  Walk(SeriesRow row, SeriesSchedule schedule, Made made, Supplier<UUID> ids, Instant now) {
    this.row = row;
    this.schedule = schedule;
    this.now = now;
    this.occurrences = new Occurrences(row, schedule, now, ids);
    this.made = made;
    this.last = row.progress().lastOccurrence();
    this.madeLate = row.progress().madeLate();
  }

  /** All that are due. */
  Advance from(String nextOccurrence) {
    Optional<Timed> next = schedule.nextFrom(nextOccurrence);
    while (next.isPresent() && isDue(next.get()) && occurrences.count() < MAX_PER_EVENT) {
      decide(next.get().occurrence());
      next = schedule.next(last);
    }
    return moved(next, next.isPresent() ? SeriesStatus.ACTIVE : SeriesStatus.COMPLETED, null);
  }

  /**
   * The next alone. While it, or one before it, is open nothing is next; where it is not to be done
   * at all, as it was missed, the series counts from now.
   */
  Advance one(String nextOccurrence) {
    Optional<Timed> next = schedule.nextFrom(nextOccurrence);
    next.ifPresent(timed -> decide(timed.occurrence()));
    if (isOpen(made.latest())) {
      return moved(Optional.empty(), SeriesStatus.ACTIVE, null);
    }
    Optional<Timed> after = schedule.countedFrom(now).flatMap(counted -> counted.next(last));
    return moved(after, after.isPresent() ? SeriesStatus.ACTIVE : SeriesStatus.COMPLETED, now);
  }

  private boolean isDue(Timed timed) {
    // Timers are due at whole seconds.
    return !timed.timerAt().truncatedTo(ChronoUnit.SECONDS).isAfter(now);
  }

  private static boolean isOpen(@Nullable TaskStatus status) {
    return status != null && status.isOpen();
  }

  private void decide(Occurrence occurrence) {
    if (!Grace.isOver(occurrence.at(), now)) {
      madeLate = 0;
      make(occurrence);
    } else if (row.series().onMissed() == OnMissed.ALL && madeLate < MAX_MADE_LATE) {
      madeLate++;
      make(occurrence);
    } else {
      Occurrence latestMissed =
          schedule
              .latestBefore(now.minus(Grace.PERIOD), occurrence)
              .map(Timed::occurrence)
              .orElse(occurrence);
      if (row.series().onMissed() == OnMissed.LATEST) {
        make(latestMissed);
      } else {
        // One row says that something was to happen, for all that are passed over.
        skip(latestMissed);
      }
    }
  }

  private void make(Occurrence occurrence) {
    if (isOpen(made.latest()) && row.series().ifPending() == IfPending.SKIP) {
      skip(occurrence);
    } else if (!touched(occurrence)) {
      occurrences.make(occurrence);
      made = made.then(TaskStatus.PENDING);
      last = occurrence.local();
    }
  }

  private void skip(Occurrence occurrence) {
    if (!touched(occurrence)) {
      occurrences.skip(occurrence);
      last = occurrence.local();
    }
  }

  /** What a person touched before its time is there already, as it is. */
  private boolean touched(Occurrence occurrence) {
    TaskStatus status = made.ahead().get(occurrence.local());
    if (status == null) {
      return false;
    }
    if (status != TaskStatus.SKIPPED) {
      made = made.then(status);
    }
    last = occurrence.local();
    return true;
  }

  private Advance moved(Optional<Timed> next, SeriesStatus status, @Nullable Instant doneAt) {
    Progress progress =
        new Progress(
            last,
            next.map(timed -> timed.occurrence().local()).orElse(null),
            next.map(timed -> timed.timerAt().truncatedTo(ChronoUnit.SECONDS)).orElse(null),
            doneAt,
            madeLate,
            null,
            row.progress().revision());
    return new Advance.Moved(
        new SeriesRow(
            row.user(),
            row.series()
                .moved(status, next.map(timed -> timed.occurrence().at()).orElse(null), now),
            row.clock(),
            progress),
        occurrences.tasks(),
        occurrences.reminders(),
        made);
  }
}
