package dev.punctual.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The periods of a daily or rarer rule: number 0 holds the start, each begins INTERVAL units after
 * the one before.
 */
final class Periods {

  private final Frequency frequency;
  private final int interval;
  private final LocalDate origin;

  Periods(Rule rule, LocalDate start) {
    this.frequency = rule.frequency();
    this.interval = rule.interval();
    this.origin =
        switch (frequency) {
          case YEARLY -> start.withDayOfYear(1);
          case MONTHLY -> start.withDayOfMonth(1);
          case WEEKLY -> weekStart(start, rule.weekStart());
          case DAILY -> start;
          case HOURLY, MINUTELY -> throw new IllegalArgumentException("shorter than a day");
        };
  }

  /** The last period that begins on or before a day; negative before the start. */
  long indexOf(LocalDate day) {
    return Math.floorDiv(unit().between(origin, firstOfUnit(day)), interval);
  }

  /** The first day of a period, or null when it lies after the year 9999. */
  @Nullable LocalDate firstDay(long index) {
    long units = index * interval;
    return units > 4_000_000 ? null : inRange(origin.plus(units, unit()));
  }

  private static @Nullable LocalDate inRange(LocalDate day) {
    return day.getYear() > 9999 ? null : day;
  }

  private ChronoUnit unit() {
    return switch (frequency) {
      case YEARLY -> ChronoUnit.YEARS;
      case MONTHLY -> ChronoUnit.MONTHS;
      case WEEKLY -> ChronoUnit.WEEKS;
      case DAILY, HOURLY, MINUTELY -> ChronoUnit.DAYS;
    };
  }

  private LocalDate firstOfUnit(LocalDate day) {
    return switch (frequency) {
      case YEARLY -> day.withDayOfYear(1);
      case MONTHLY -> day.withDayOfMonth(1);
      case WEEKLY -> weekStart(day, origin.getDayOfWeek());
      case DAILY, HOURLY, MINUTELY -> day;
    };
  }

  private static LocalDate weekStart(LocalDate day, DayOfWeek first) {
    return day.minusDays(Math.floorMod(day.getDayOfWeek().getValue() - first.getValue(), 7));
  }
}
