package dev.punctual.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * The matches of an hourly or minutely rule. Hours, days and months that cannot match are leapt
 * over, in phase.
 */
final class SubDailyMatches implements Matches {

  private static final int HOUR = 3_600;

  /** So many steps more it costs to find that a day does not match, and which the next may be. */
  private static final int OTHER_DAY = 2;

  private final DayFilter days;
  private final List<Integer> hours;
  private final List<Integer> minutes;
  private final boolean hourly;
  private final int unit;
  private final long interval;

  /** The number of the unit that holds the start, counted from 1970. */
  private final long origin;

  /**
   * The seconds within a unit at which it matches, ascending; the same for each that passes the
   * filters.
   */
  private final int[] offsets;

  private final long start;

  /**
   * @param offsets the second of each minute, or of each matching minute of an hour, BYSETPOS
   *     applied
   */
  SubDailyMatches(Rule rule, long start, int[] offsets) {
    this.days = new DayFilter(rule);
    this.hours = rule.get(Part.BYHOUR);
    this.minutes = rule.get(Part.BYMINUTE);
    this.hourly = rule.frequency() == Frequency.HOURLY;
    this.unit = hourly ? HOUR : 60;
    this.interval = rule.interval();
    this.origin = Math.floorDiv(start, unit);
    this.offsets = offsets;
    this.start = start;
  }

  @Override
  public long after(long floating, Search search) {
    long from = Math.max(floating, start - 1);
    long checkedDay = Long.MIN_VALUE;
    long begin = firstFrom(Math.floorDiv(from, unit) * unit);
    while (offsets.length > 0 && search.reaches(begin, 1)) {
      long day = Floating.day(begin);
      if (day != checkedDay) {
        LocalDate date = LocalDate.ofEpochDay(day);
        if (!days.matches(date)) {
          search.spend(OTHER_DAY);
          begin = firstFrom(days.nextCandidate(date).toEpochDay() * Floating.DAY);
          continue;
        }
        checkedDay = day;
      }
      long open = firstOpen(begin);
      if (open == begin) {
        long match = within(begin, from);
        if (match != Floating.NONE) {
          return search.within(match);
        }
        open = begin + unit;
      }
      begin = firstFrom(open);
    }
    return Floating.NONE;
  }

  /** The begin of the first unit in phase with the start at or after a floating second. */
  private long firstFrom(long floating) {
    long units = Math.ceilDiv(floating, unit) - origin;
    return (origin + Math.max(0, Math.ceilDiv(units, interval)) * interval) * unit;
  }

  /**
   * This time itself when its hour and minute may match, otherwise the next that may, or the next
   * day.
   */
  private long firstOpen(long begin) {
    long midnight = Floating.day(begin) * Floating.DAY;
    int hour = Floating.second(begin) / HOUR;
    int minute = Floating.second(begin) / 60 % 60;
    if (!hours.isEmpty() && !hours.contains(hour)) {
      return midnight + (long) next(hours, hour, 24) * HOUR;
    }
    if (!hourly && !minutes.isEmpty() && !minutes.contains(minute)) {
      return midnight + (long) hour * HOUR + next(minutes, minute, 60) * 60L;
    }
    return begin;
  }

  private static int next(List<Integer> ascending, int number, int otherwise) {
    for (int candidate : ascending) {
      if (candidate > number) {
        return candidate;
      }
    }
    return otherwise;
  }

  private long within(long begin, long from) {
    for (int offset : offsets) {
      if (begin + offset > from) {
        return begin + offset;
      }
    }
    return Floating.NONE;
  }
}
