package dev.punctual.gateway.reminder;

import dev.punctual.calendar.Offset;
import dev.punctual.calendar.Zones;
import dev.punctual.contracts.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When relative reminders fire: a day is a day of the calendar, a date counts from the start of its
 * person's day (DESIGN §3).
 */
final class FireTimes {
  private FireTimes() {}

  /**
   * When a reminder of a due fires; null: it is not relative.
   *
   * @throws dev.punctual.calendar.RuleRefused INVALID_OFFSET
   */
  static @Nullable Instant of(
      Due due, @Nullable String before, @Nullable String after, LocalTime dayStart) {
    if (before != null) {
      return before(due, Offset.parse(before), dayStart);
    }
    return after == null ? null : after(due, Offset.parse(after), dayStart);
  }

  private static Instant before(Due due, Offset offset, LocalTime dayStart) {
    return countsFromInstant(due, offset)
        ? due.at().minus(offset.time())
        : Zones.resolve(base(due, dayStart).minus(offset.days()), due.zone())
            .at()
            .minus(offset.time());
  }

  private static Instant after(Due due, Offset offset, LocalTime dayStart) {
    return countsFromInstant(due, offset)
        ? due.at().plus(offset.time())
        : Zones.resolve(base(due, dayStart).plus(offset.days()), due.zone())
            .at()
            .plus(offset.time());
  }

  /** Without days the instant counts: a due may be the second of two times of the same name. */
  private static boolean countsFromInstant(Due due, Offset offset) {
    return due.date() == null && offset.days().isZero();
  }

  private static LocalDateTime base(Due due, LocalTime dayStart) {
    LocalDate date = due.date();
    return date == null ? Objects.requireNonNull(due.local()) : date.atTime(dayStart);
  }
}
