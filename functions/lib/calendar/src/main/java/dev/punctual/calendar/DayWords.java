package dev.punctual.calendar;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How often a rule recurs and on which days, in plain English. */
final class DayWords {

  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(SATURDAY, SUNDAY);
  private static final Set<DayOfWeek> WORKDAYS = EnumSet.complementOf(EnumSet.of(SATURDAY, SUNDAY));

  private final Rule rule;
  private final LocalDate start;
  private final Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);

  DayWords(Rule rule, LocalDate start) {
    this.rule = rule;
    this.start = start;
    rule.days().forEach(day -> weekdays.add(day.day()));
  }

  String words() {
    return switch (rule.frequency()) {
      case YEARLY -> every() + year() + chosen();
      case MONTHLY -> every() + month() + inMonths() + chosen();
      case WEEKLY -> week() + inMonths() + chosen();
      case DAILY ->
          rule.interval() == 1 && rule.has(Part.BYDAY)
              ? week() + limits(false)
              : every() + limits(true);
      case HOURLY, MINUTELY -> every() + limits(true);
    };
  }

  private String every() {
    String noun = rule.frequency().noun;
    return rule.interval() == 1 ? "every " + noun : "every " + rule.interval() + " " + noun + "s";
  }

  private String week() {
    boolean weekly = rule.frequency() == Frequency.WEEKLY;
    String every = weekly ? every() : "every week";
    if (!rule.has(Part.BYDAY)) {
      return every + " on " + Wording.weekday(start.getDayOfWeek());
    }
    if (weekdays.equals(WORKDAYS) && !rule.has(Part.BYSETPOS)) {
      return rule.interval() == 1 ? "every weekday" : every + " on weekdays";
    }
    return every + " on " + (choosesWeekday() ? chosenWeekday() : Wording.and(names()));
  }

  private String month() {
    if (rule.has(Part.BYMONTHDAY)) {
      return " on " + monthDays(rule.get(Part.BYMONTHDAY)) + ifWeekday();
    }
    return rule.has(Part.BYDAY)
        ? " on " + weekdaysOfMonth()
        : " on " + monthDays(List.of(start.getDayOfMonth()));
  }

  private String year() {
    if (rule.has(Part.BYYEARDAY)) {
      List<String> days =
          Wording.inOrder(
              rule.get(Part.BYYEARDAY),
              number -> number,
              number -> "the " + Wording.ordinal(number));
      return " on " + Wording.and(days) + " day of the year" + skip() + ifWeekday() + inMonths();
    }
    boolean plain = !rule.has(Part.BYDAY) && !rule.has(Part.BYWEEKNO);
    if (rule.has(Part.BYMONTHDAY) || plain) {
      return dates();
    }
    if (rule.has(Part.BYWEEKNO)) {
      String days =
          rule.has(Part.BYDAY) ? Wording.and(names()) : Wording.weekday(start.getDayOfWeek());
      return " on " + days + inWeeks() + inMonths();
    }
    if (rule.has(Part.BYMONTH)) {
      return " on " + weekdaysOfMonth() + inMonths();
    }
    return " on " + weekdaysOfMonth() + (counted() || choosesWeekday() ? " of the year" : "");
  }

  /** Days of months: March 6, the 6th of March and June. */
  private String dates() {
    List<Integer> days =
        rule.has(Part.BYMONTHDAY) ? rule.get(Part.BYMONTHDAY) : List.of(start.getDayOfMonth());
    if (!rule.has(Part.BYMONTH) && rule.has(Part.BYWEEKNO)) {
      return " on " + monthDays(days) + " of every month" + inWeeks() + ifWeekday();
    }
    List<Integer> months =
        rule.has(Part.BYMONTH) ? rule.get(Part.BYMONTH) : List.of(start.getMonthValue());
    boolean oneDate = months.size() == 1 && days.size() == 1 && days.getFirst() > 0;
    String date =
        oneDate
            ? Wording.month(months.getFirst()) + " " + days.getFirst() + skip()
            : monthDays(days) + " of " + Wording.and(months.stream().map(Wording::month).toList());
    return " on " + date + inWeeks() + ifWeekday();
  }

  private String monthDays(List<Integer> days) {
    return Wording.and(Wording.inOrder(days, day -> day, Wording::monthDay)) + skip();
  }

  private String skip() {
    boolean exact = rule.get(Part.BYMONTHDAY).stream().allMatch(day -> Math.abs(day) <= 28);
    boolean explicit = rule.has(Part.BYMONTHDAY) || rule.has(Part.BYYEARDAY);
    if (explicit ? exact && !rule.has(Part.BYYEARDAY) : start.getDayOfMonth() <= 28) {
      return "";
    }
    return switch (rule.skip()) {
      case OMIT -> "";
      case BACKWARD -> " (or the day before, where there is none)";
      case FORWARD -> " (or the day after, where there is none)";
    };
  }

  private String weekdaysOfMonth() {
    if (choosesWeekday()) {
      return chosenWeekday();
    }
    return Wording.and(
        Wording.inOrder(
            rule.days(),
            NthDay::nth,
            day ->
                day.nth() == 0
                    ? "every " + Wording.weekday(day.day())
                    : "the " + Wording.ordinal(day.nth()) + " " + Wording.weekday(day.day())));
  }

  /** BYSETPOS among plain weekdays: the last weekday, the 1st Monday or Tuesday. */
  private String chosenWeekday() {
    String among =
        weekdays.size() == 7
            ? "day"
            : weekdays.equals(WORKDAYS)
                ? "weekday"
                : weekdays.equals(WEEKEND) ? "weekend day" : Wording.or(names());
    return "the " + Wording.and(positions()) + " " + among;
  }

  private boolean choosesWeekday() {
    return rule.has(Part.BYSETPOS)
        && rule.has(Part.BYDAY)
        && !counted()
        && !rule.has(Part.BYMONTHDAY)
        && !rule.has(Part.BYHOUR)
        && !rule.has(Part.BYMINUTE);
  }

  private String chosen() {
    if (!rule.has(Part.BYSETPOS)
        || choosesWeekday() && !rule.has(Part.BYYEARDAY) && !rule.has(Part.BYWEEKNO)) {
      return "";
    }
    return ", only the " + Wording.and(positions()) + " of each " + rule.frequency().noun + ",";
  }

  private List<String> positions() {
    return Wording.inOrder(rule.get(Part.BYSETPOS), number -> number, Wording::ordinal);
  }

  private boolean counted() {
    return rule.days().stream().anyMatch(day -> day.nth() != 0);
  }

  private String ifWeekday() {
    return rule.has(Part.BYDAY) ? " if that is a " + Wording.or(names()) : "";
  }

  private String inMonths() {
    return rule.has(Part.BYMONTH)
        ? " in " + Wording.and(rule.get(Part.BYMONTH).stream().map(Wording::month).toList())
        : "";
  }

  private String inWeeks() {
    List<Integer> weeks = rule.get(Part.BYWEEKNO);
    return weeks.isEmpty()
        ? ""
        : " of the "
            + Wording.and(Wording.inOrder(weeks, week -> week, Wording::ordinal))
            + " week";
  }

  /** What days must be, in rules that look at each day or more often. */
  private String limits(boolean withWeekdays) {
    List<String> limits = new ArrayList<>();
    if (rule.has(Part.BYYEARDAY)) {
      limits.add(
          " on "
              + Wording.and(
                  Wording.inOrder(
                      rule.get(Part.BYYEARDAY), day -> day, day -> "the " + Wording.ordinal(day)))
              + " day of the year");
    }
    if (rule.has(Part.BYMONTHDAY)) {
      limits.add(
          " on "
              + Wording.and(
                  Wording.inOrder(rule.get(Part.BYMONTHDAY), day -> day, Wording::monthDay)));
    }
    if (withWeekdays && rule.has(Part.BYDAY)) {
      boolean everyDay = limits.isEmpty() && rule.frequency().subDaily();
      String on = weekdays.equals(WORKDAYS) ? " on weekdays" : " on " + Wording.and(names());
      limits.add(everyDay ? on : ifWeekday());
    }
    return String.join("", limits) + inMonths() + chosen();
  }

  private List<String> names() {
    return weekdays.stream().map(Wording::weekday).toList();
  }
}
