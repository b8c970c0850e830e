package dev.punctual.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * A year of whole weeks: week 1 is the first with at least four days in the year (RFC 5545 §3.3.10,
 * BYWEEKNO).
 *
 * @param firstDay the first day of week 1
 * @param weeks 52 or 53
 */
record WeekYear(LocalDate firstDay, int weeks) {

  static WeekYear of(int year, DayOfWeek weekStart) {
    LocalDate first = firstDay(year, weekStart);
    return new WeekYear(
        first, (int) (firstDay(year + 1, weekStart).toEpochDay() - first.toEpochDay()) / 7);
  }

  /** The one that a day belongs to; it may be that of the calendar year before or after. */
  static WeekYear of(LocalDate day, DayOfWeek weekStart) {
    int year = day.getYear() + 1;
    while (firstDay(year, weekStart).isAfter(day)) {
      year--;
    }
    return of(year, weekStart);
  }

  int week(LocalDate day) {
    return (int) (day.toEpochDay() - firstDay.toEpochDay()) / 7 + 1;
  }

  private static LocalDate firstDay(int year, DayOfWeek weekStart) {
    LocalDate fourth = LocalDate.of(year, 1, 4);
    return fourth.minusDays(
        Math.floorMod(fourth.getDayOfWeek().getValue() - weekStart.getValue(), 7));
  }
}
