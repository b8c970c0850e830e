package dev.punctual.recurring;

import dev.punctual.calendar.SeriesSchedule;
import dev.punctual.contracts.SeriesStatus;
import dev.punctual.contracts.event.DueEvent.RecurringDue;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.TaskRows.Made;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What becomes of a series when its timer was due (DESIGN §4). Pure: the instant and new ids are
 * given. Every occurrence whose timer is due is decided, in order; the ones handled later than the
 * grace as the series' {@code onMissed} says.
 */
final class SeriesDecider {
  private final Instant now;
  private final Supplier<UUID> ids;

  SeriesDecider(Instant now, Supplier<UUID> ids) {
    this.now = now;
    this.ids = ids;
  }

  /**
   * Decides.
   *
   * @param made what has become of the series' occurrences so far
   */
  Advance decide(SeriesRow row, Made made, RecurringDue event) {
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
    return switch (row.series().repeat()) {
      case SCHEDULE -> new Walk(row, schedule(row), made, ids, now).from(next);
      case COMPLETION -> countedFromCompletion(row, made, next);
    };
  }

  private static SeriesSchedule schedule(SeriesRow row) {
    return SeriesSchedule.of(row.series(), row.clock());
  }

  /** One at a time: none is next while one is open. */
  private Advance countedFromCompletion(SeriesRow row, Made made, String next) {
    Instant doneAt = row.progress().doneAt();
    SeriesSchedule schedule = schedule(row);
    Optional<SeriesSchedule> counted =
        doneAt == null ? Optional.of(schedule) : schedule.countedFrom(doneAt);
    return counted.isEmpty()
        ? new Advance.Ignored("the rule has nothing more to give")
        : new Walk(row, counted.get(), made, ids, now).one(next);
  }
}
