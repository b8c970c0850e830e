package dev.punctual.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The days that a rule matches within one of its periods (RFC 5545 §3.3.10, "Expand"), month ends
 * settled by SKIP (RFC 7529 §4.1). Days may lie up to a week outside their period.
 */
final class DaySets {

  private static final List<Integer> MONTHS = IntStream.rangeClosed(1, 12).boxed().toList();

  private final Rule rule;
  private final DayFilter filter;
  private final LocalDate start;

  DaySets(Rule rule, LocalDate start) {
    this.rule = rule;
    this.filter = new DayFilter(rule);
    this.start = start;
  }

  /** Epoch days, ascending, without repeats; often empty. */
  long[] in(LocalDate periodStart) {
    return switch (rule.frequency()) {
      case YEARLY -> year(periodStart);
      case MONTHLY -> month(periodStart);
      case WEEKLY -> week(periodStart);
      case DAILY, HOURLY, MINUTELY ->
          filter.matches(periodStart) ? new long[] {periodStart.toEpochDay()} : new long[0];
    };
  }

  private long[] year(LocalDate first) {
    DayList days = new DayList();
    if (rule.has(Part.BYYEARDAY)) {
      for (int number : rule.get(Part.BYYEARDAY)) {
        LocalDate day = valid(first, number, first.lengthOfYear());
        if (day != null
            && filter.month(day)
            && filter.monthDay(day)
            && filter.week(day)
            && filter.weekday(day)) {
          days.add(day.toEpochDay());
        }
      }
    } else if (rule.has(Part.BYMONTHDAY)) {
      for (int month : monthsOfDays()) {
        addMonthDays(first.withMonth(month), rule.get(Part.BYMONTHDAY), days);
      }
    } else if (rule.has(Part.BYWEEKNO)) {
      addWeeks(first.getYear(), days);
    } else if (rule.has(Part.BYDAY)) {
      for (int month : rule.has(Part.BYMONTH) ? rule.get(Part.BYMONTH) : MONTHS) {
        addWeekdays(first.withMonth(month), first.withMonth(month).lengthOfMonth(), days);
      }
    } else {
      for (int month : monthsOfDays()) {
        addMonthDays(first.withMonth(month), List.of(start.getDayOfMonth()), days);
      }
    }
    return days.toArray();
  }

  /**
   * The months of days of the month in a yearly rule. Without BYMONTH it is the start's, as
   * calendars write it for birthdays (RFC 5545 §3.3.10: a missing month "would have been retrieved
   * from the DTSTART").
   */
  private List<Integer> monthsOfDays() {
    if (rule.has(Part.BYMONTH)) {
      return rule.get(Part.BYMONTH);
    }
    return rule.has(Part.BYWEEKNO) ? MONTHS : List.of(start.getMonthValue());
  }

  private long[] month(LocalDate first) {
    DayList days = new DayList();
    if (!filter.month(first)) {
      return new long[0];
    }
    if (rule.has(Part.BYMONTHDAY)) {
      addMonthDays(first, rule.get(Part.BYMONTHDAY), days);
    } else if (rule.has(Part.BYDAY)) {
      addWeekdays(first, first.lengthOfMonth(), days);
    } else {
      addMonthDays(first, List.of(start.getDayOfMonth()), days);
    }
    return days.toArray();
  }

  private long[] week(LocalDate first) {
    DayList days = new DayList();
    for (int i = 0; i < 7; i++) {
      LocalDate day = first.plusDays(i);
      if (filter.month(day) && (rule.has(Part.BYDAY) ? filter.weekday(day) : sameWeekday(day))) {
        days.add(day.toEpochDay());
      }
    }
    return days.toArray();
  }

  private void addMonthDays(LocalDate first, List<Integer> numbers, DayList days) {
    for (int number : numbers) {
      LocalDate day = valid(first, number, first.lengthOfMonth());
      if (day != null && filter.week(day) && filter.weekday(day)) {
        days.add(day.toEpochDay());
      }
    }
  }

  private void addWeekdays(LocalDate first, int length, DayList days) {
    long epochDay = first.toEpochDay();
    int index = filter.countsInYear() ? first.getDayOfYear() : 1;
    int last = filter.countsInYear() ? first.lengthOfYear() : length;
    for (int i = 0; i < length; i++) {
      if (filter.weekday(epochDay + i, index + i, last)) {
        days.add(epochDay + i);
      }
    }
  }

  private void addWeeks(int number, DayList days) {
    WeekYear year = WeekYear.of(number, rule.weekStart());
    for (int written : rule.get(Part.BYWEEKNO)) {
      int week = written > 0 ? written : year.weeks() + 1 + written;
      for (int i = 0; i < 7 && 1 <= week && week <= year.weeks(); i++) {
        LocalDate day = year.firstDay().plusDays(7L * (week - 1) + i);
        if (filter.month(day) && (rule.has(Part.BYDAY) ? filter.weekday(day) : sameWeekday(day))) {
          days.add(day.toEpochDay());
        }
      }
    }
  }

  /**
   * Day number n of a month or year that begins on a day; what does not exist is settled by SKIP.
   */
  private @Nullable LocalDate valid(LocalDate first, int number, int length) {
    int index = number > 0 ? number : length + 1 + number;
    if (1 <= index && index <= length) {
      return first.plusDays(index - 1L);
    }
    int before = index < 1 ? 0 : length;
    return switch (rule.skip()) {
      case OMIT -> null;
      case BACKWARD -> first.plusDays(before - 1L);
      case FORWARD -> first.plusDays(before);
    };
  }

  private boolean sameWeekday(LocalDate day) {
    DayOfWeek weekday = start.getDayOfWeek();
    return day.getDayOfWeek() == weekday;
  }
}
