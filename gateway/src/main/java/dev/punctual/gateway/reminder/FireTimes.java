package dev.punctual.gateway.reminder;

import dev.punctual.calendar.LocalStart;
import dev.punctual.calendar.Offset;
import dev.punctual.calendar.SeriesSchedule;
import dev.punctual.contracts.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** When relative reminders fire. */
final class FireTimes {
  private FireTimes() {}

  /**
   * That long before a due: a day is a day of the calendar, a date counts from 09:00 (DESIGN §3).
   *
   * @throws dev.punctual.calendar.RuleRefused INVALID_OFFSET
   */
  static Instant before(Due due, String before) {
    Offset offset = Offset.parse(before);
    LocalDateTime local = due.local();
    LocalDate date = due.date();
    if (date != null) {
      return offset.before(
          new LocalStart.On(date).local(), due.zone(), SeriesSchedule.DATE_ONLY_AT);
    }
    // Without days the instant counts: a due may be the second of two times of the same name.
    return local == null || offset.days().isZero()
        ? due.at().minus(offset.time())
        : offset.before(new LocalStart.At(local).local(), due.zone(), SeriesSchedule.DATE_ONLY_AT);
  }
}
