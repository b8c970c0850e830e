package dev.punctual.calendar;

import java.time.LocalDate;
import java.util.List;

/** Whether a day satisfies the parts of a rule that speak of days (RFC 5545 §3.3.10, "Limit"). */
final class DayFilter {

  private final Rule rule;
  private final boolean everyDay;

  /** Whether weekdays are counted in the year: in yearly rules without months. */
  private final boolean countsInYear;

  DayFilter(Rule rule) {
    this.rule = rule;
    this.countsInYear = rule.frequency() == Frequency.YEARLY && !rule.has(Part.BYMONTH);
    this.everyDay =
        !rule.has(Part.BYMONTH)
            && !rule.has(Part.BYWEEKNO)
            && !rule.has(Part.BYYEARDAY)
            && !rule.has(Part.BYMONTHDAY)
            && !rule.has(Part.BYDAY);
  }

  /** All the parts, for rules whose periods are days or shorter. */
  boolean matches(LocalDate day) {
    return everyDay || month(day) && monthDay(day) && yearDay(day) && weekday(day);
  }

  boolean month(LocalDate day) {
    return !rule.has(Part.BYMONTH) || rule.get(Part.BYMONTH).contains(day.getMonthValue());
  }

  boolean monthDay(LocalDate day) {
    return !rule.has(Part.BYMONTHDAY)
        || contains(rule.get(Part.BYMONTHDAY), day.getDayOfMonth(), day.lengthOfMonth());
  }

  boolean yearDay(LocalDate day) {
    return !rule.has(Part.BYYEARDAY)
        || contains(rule.get(Part.BYYEARDAY), day.getDayOfYear(), day.lengthOfYear());
  }

  boolean week(LocalDate day) {
    if (!rule.has(Part.BYWEEKNO)) {
      return true;
    }
    WeekYear year = WeekYear.of(day, rule.weekStart());
    return contains(rule.get(Part.BYWEEKNO), year.week(day), year.weeks());
  }

  boolean countsInYear() {
    return countsInYear;
  }

  /** BYDAY; counted weekdays count in the month, or in the year. */
  boolean weekday(LocalDate day) {
    return rule.days().isEmpty()
        || (countsInYear
            ? weekday(day.toEpochDay(), day.getDayOfYear(), day.lengthOfYear())
            : weekday(day.toEpochDay(), day.getDayOfMonth(), day.lengthOfMonth()));
  }

  /**
   * BYDAY, which there is.
   *
   * @param index the number of the day within that in which it counts, from 1
   * @param length of that
   */
  boolean weekday(long epochDay, int index, int length) {
    // 1970-01-01 was a Thursday.
    int weekday = Math.floorMod(epochDay + 3, 7);
    List<NthDay> days = rule.days();
    for (int i = 0; i < days.size(); i++) {
      NthDay wanted = days.get(i);
      int nth = wanted.nth();
      if (wanted.day().ordinal() == weekday
          && (nth == 0 || nth == (index - 1) / 7 + 1 || nth == -((length - index) / 7 + 1))) {
        return true;
      }
    }
    return false;
  }

  /** The first day after this one whose month may match: where a search continues. */
  LocalDate nextCandidate(LocalDate day) {
    if (month(day)) {
      return day.plusDays(1);
    }
    LocalDate first = day.withDayOfMonth(1).plusMonths(1);
    while (!month(first)) {
      first = first.plusMonths(1);
    }
    return first;
  }

  private static boolean contains(List<Integer> numbers, int index, int length) {
    return numbers.contains(index) || numbers.contains(index - length - 1);
  }
}
