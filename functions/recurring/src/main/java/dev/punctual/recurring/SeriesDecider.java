package dev.punctual.recurring;

import dev.punctual.calendar.Occurrence;
import dev.punctual.calendar.SeriesSchedule;
import dev.punctual.calendar.SeriesSchedule.Timed;
import dev.punctual.contracts.IfPending;
import dev.punctual.contracts.OnMissed;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.SeriesStatus;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.event.DueEvent.RecurringDue;
import dev.punctual.runtime.Grace;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRow.Progress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a series when its timer was due (DESIGN §4). Pure: the instant and new ids are
 * given. Every occurrence whose timer is due is decided, in order; the ones handled later than the
 * grace as the series' {@code onMissed} says.
 */
final class SeriesDecider {
  /** So many occurrences are decided for one event; a timer that is due now brings the rest. */
  static final int MAX_PER_EVENT = 100;

  /** So many missed occurrences in a row are made; the rest of them come to one skipped row. */
  static final int MAX_MADE_LATE = 1_000;

  private final Instant now;
  private final Supplier<UUID> ids;

  SeriesDecider(Instant now, Supplier<UUID> ids) {
    this.now = now;
    this.ids = ids;
  }

  /**
   * Decides.
   *
   * @param latest the status of the latest occurrence that was more than skipped; null: there is
   *     none
   */
  Advance decide(SeriesRow row, @Nullable TaskStatus latest, RecurringDue event) {
    SeriesStatus status = row.series().status();
    if (event.revision() < row.progress().revision()) {
      return new Advance.Ignored("the series was changed after the timer was set");
    }
    if (status != SeriesStatus.PENDING && status != SeriesStatus.ACTIVE) {
      return new Advance.Ignored("the series is " + status.wireName());
    }
    Instant timerAt = row.progress().timerAt();
    String next = row.progress().nextOccurrence();
    if (timerAt == null || next == null || timerAt.isAfter(now)) {
      return new Advance.Ignored("the occurrence has been decided");
    }
    SeriesSchedule schedule = SeriesSchedule.of(row.series(), row.zone());
    return new Walk(row, schedule, latest).from(next);
  }

  private boolean isDue(Timed timed) {
    // Timers are due at whole seconds.
    return !timed.timerAt().truncatedTo(ChronoUnit.SECONDS).isAfter(now);
  }

  /**
   * From the occurrence that is next to the first that is not due. What lies between the last one
   * decided and the next one (a pause, days before an edit) is not to be made.
   */
  private final class Walk {
    private final SeriesRow row;
    private final SeriesSchedule schedule;
    private final Occurrences occurrences;
    private boolean previousIsOpen;
    private @Nullable String last;
    private int madeLate;

    Walk(SeriesRow row, SeriesSchedule schedule, @Nullable TaskStatus latest) {
      this.row = row;
      this.schedule = schedule;
      this.occurrences = new Occurrences(row, schedule, now, ids);
      this.previousIsOpen = latest != null && latest.isOpen();
      this.last = row.progress().lastOccurrence();
      this.madeLate = row.progress().madeLate();
    }

    Advance from(String nextOccurrence) {
      Optional<Timed> next = schedule.nextFrom(nextOccurrence);
      while (next.isPresent() && isDue(next.get()) && occurrences.count() < MAX_PER_EVENT) {
        decide(next.get().occurrence());
        next = schedule.next(last);
      }
      return moved(next);
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
          occurrences.skip(latestMissed);
        }
        last = latestMissed.local();
      }
    }

    private void make(Occurrence occurrence) {
      if (previousIsOpen && row.series().ifPending() == IfPending.SKIP) {
        occurrences.skip(occurrence);
      } else {
        occurrences.make(occurrence);
        previousIsOpen = true;
      }
      last = occurrence.local();
    }

    private Advance moved(Optional<Timed> next) {
      Series series =
          row.series()
              .moved(
                  next.isPresent() ? SeriesStatus.ACTIVE : SeriesStatus.COMPLETED,
                  next.map(timed -> timed.occurrence().at()).orElse(null),
                  now);
      Progress progress =
          new Progress(
              last,
              next.map(timed -> timed.occurrence().local()).orElse(null),
              next.map(timed -> timed.timerAt().truncatedTo(ChronoUnit.SECONDS)).orElse(null),
              madeLate,
              null,
              row.progress().revision());
      return new Advance.Moved(
          new SeriesRow(row.user(), series, row.zone(), progress),
          occurrences.tasks(),
          occurrences.reminders());
    }
  }
}
