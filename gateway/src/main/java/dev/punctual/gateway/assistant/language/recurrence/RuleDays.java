package dev.punctual.gateway.assistant.language.recurrence;

import dev.punctual.gateway.assistant.language.piece.Repeating;
import dev.punctual.gateway.assistant.language.text.Say;
import dev.punctual.gateway.assistant.language.text.Tokens;
import dev.punctual.gateway.assistant.language.text.Words;
import dev.punctual.gateway.assistant.language.time.Dates;
import dev.punctual.gateway.assistant.language.time.Dates.DayOfMonth;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the days within a rule: weekdays, days of the month, the last Friday of the month. */
public final class RuleDays {
  static final Repeating WORKWEEK = Repeating.of("WEEKLY", 1, "BYDAY=MO,TU,WE,TH,FR");
  static final Repeating WEEKEND = Repeating.of("WEEKLY", 1, "BYDAY=SA,SU");

  private static final Set<String> AND = Set.of("and", ",", "/", "&", "or");
  private static final Set<String> THROUGH = Set.of("to", "through", "thru", "-", "\u2013");
  private static final int MAX_DAYS = 31;

  /** Where a month is shorter it is its last day. */
  private static final String SHORT = ";SKIP=BACKWARD";

  private RuleDays() {}

  public record Read(Repeating repeating, int to) {}

  /** "Monday, Wednesday and Friday", "mon wed fri", "Monday to Friday". */
  public static @Nullable Read weekdays(Tokens tokens, int at, int interval) {
    Set<DayOfWeek> days = new TreeSet<>();
    int to = at;
    int next = at;
    DayOfWeek last = null;
    DayOfWeek day = Words.weekday(tokens.word(next));
    while (day != null) {
      if (last != null && tokens.isIn(next - 1, THROUGH)) {
        for (DayOfWeek between = last; between != day; between = between.plus(1)) {
          days.add(between);
        }
      }
      days.add(day);
      last = day;
      to = next + 1;
      next = tokens.isIn(to, THROUGH) ? to + 1 : afterAnd(tokens, to);
      day = Words.weekday(tokens.word(next));
    }
    return days.isEmpty()
        ? null
        : new Read(Repeating.of("WEEKLY", interval, "BYDAY=" + codes(days)), to);
  }

  /** "first Monday [of the month]", "last day of the month", with "every" before. */
  static @Nullable Read nth(Tokens tokens, int at) {
    Nth nth = position(tokens, at);
    if (nth == null) {
      return null;
    }
    int end = ofMonth(tokens, nth.to(), false);
    return end == 0 && nth.day().isEmpty() ? null : monthly(nth, end == 0 ? nth.to() : end);
  }

  /** As {@link #nth}, with "of the month" behind it. */
  static @Nullable Read nthOfMonth(Tokens tokens, int at) {
    Nth nth = position(tokens, at);
    int end = nth == null ? 0 : ofMonth(tokens, nth.to(), false);
    return nth == null || end == 0 ? null : monthly(nth, end);
  }

  /** "the last Friday of every month", where nothing before says that it recurs. */
  static @Nullable Read nthOfEach(Tokens tokens, int at) {
    Nth nth = position(tokens, tokens.is(at, "the") ? at + 1 : at);
    int end = nth == null ? 0 : ofMonth(tokens, nth.to(), true);
    if (nth != null && end > 0) {
      return monthly(nth, end);
    }
    Read days = daysOfMonth(tokens, tokens.is(at, "the") ? at + 1 : at);
    int month = days == null ? 0 : ofMonth(tokens, days.to(), true);
    return days == null || month == 0 ? null : new Read(days.repeating(), month);
  }

  /** "1st and 15th [of the month]". */
  static @Nullable Read ofMonth(Tokens tokens, int at) {
    Read days = daysOfMonth(tokens, at);
    int end = days == null ? 0 : ofMonth(tokens, days.to(), false);
    return days == null || end == 0 ? days : new Read(days.repeating(), end);
  }

  private static @Nullable Read daysOfMonth(Tokens tokens, int at) {
    Set<Integer> days = new TreeSet<>();
    int to = at;
    int next = at;
    DayOfMonth day = Dates.dayOfMonth(tokens, next);
    while (day != null && day.ordinal() && days.size() < MAX_DAYS) {
      days.add(day.day());
      to = day.to();
      int and = afterAnd(tokens, to);
      next = tokens.is(and, "the") ? and + 1 : and;
      day = next == to ? null : Dates.dayOfMonth(tokens, next);
    }
    return days.isEmpty() ? null : new Read(Repeating.of("MONTHLY", 1, byMonthDay(days)), to);
  }

  /** "March 3rd", "3rd of March". */
  static @Nullable Read ofYear(Tokens tokens, int at) {
    Month first = Words.month(tokens.word(at));
    DayOfMonth day = Dates.dayOfMonth(tokens, first == null ? at : at + 1);
    if (day == null) {
      return null;
    }
    int next = tokens.is(day.to(), "of") ? day.to() + 1 : day.to();
    Month month = first == null ? Words.month(tokens.word(next)) : first;
    return month == null
        ? null
        : new Read(
            Repeating.of(
                "YEARLY",
                1,
                "BYMONTH="
                    + month.getValue()
                    + ";BYMONTHDAY="
                    + day.day()
                    + (month == Month.FEBRUARY && day.day() == 29 ? SHORT : "")),
            first == null ? next + 1 : day.to());
  }

  /** With "[on] Monday and Thursday" behind it, where that is there. */
  static Read onWeekdays(Tokens tokens, Read read) {
    int at = tokens.is(read.to(), "on") ? read.to() + 1 : read.to();
    Read days = weekdays(tokens, at, read.repeating().interval());
    return days == null ? read : days;
  }

  /** With "on the 1st" or "the last Friday" behind it, where that is there. */
  static Read onDays(Tokens tokens, Read read) {
    int on = tokens.is(read.to(), "on") ? read.to() + 1 : read.to();
    int at = tokens.is(on, "the") ? on + 1 : on;
    if (at == read.to() && tokens.digits(at) == 0) {
      // "monthly first aid" is a title.
      return read;
    }
    Read days = nth(tokens, at);
    if (days == null) {
      Nth last = position(tokens, at);
      days = last == null ? null : monthly(last, last.to());
    }
    if (days == null) {
      days = ofMonth(tokens, at);
    }
    return days == null ? read : new Read(read.repeating().by(days.repeating().by()), days.to());
  }

  /** With "[on] March 3" behind it, where that is there. */
  static Read onDate(Tokens tokens, Read read) {
    int on = tokens.is(read.to(), "on") ? read.to() + 1 : read.to();
    Read date = ofYear(tokens, tokens.is(on, "the") ? on + 1 : on);
    return date == null ? read : new Read(read.repeating().by(date.repeating().by()), date.to());
  }

  private record Nth(int nth, String day, int to) {}

  /** An ordinal and a weekday; of "last day" and "last weekday", no or all workdays. */
  private static @Nullable Nth position(Tokens tokens, int at) {
    DayOfMonth number = tokens.digits(at) > 0 ? Dates.dayOfMonth(tokens, at) : null;
    boolean digits = number != null && number.ordinal() && number.day() <= 5;
    int nth = digits && number != null ? number.day() : Words.ordinal(tokens.word(at));
    int next = digits && number != null ? number.to() : at + 1;
    if (nth == 0 || nth > 5) {
      return null;
    }
    DayOfWeek day = Words.weekday(tokens.word(next));
    if (day != null && Words.weekdays(tokens.word(next)) == null) {
      return new Nth(nth, "BYDAY=" + nth + code(day), next + 1);
    }
    return switch (tokens.word(next)) {
      case "day" -> new Nth(nth, nth == -1 ? "" : "BYMONTHDAY=" + nth, next + 1);
      case "weekday", "workday" -> new Nth(nth, "BYDAY=MO,TU,WE,TH,FR;BYSETPOS=" + nth, next + 1);
      default -> null;
    };
  }

  private static Read monthly(Nth nth, int to) {
    return new Read(
        Repeating.of("MONTHLY", 1, nth.day().isEmpty() ? "BYMONTHDAY=-1" : nth.day()), to);
  }

  /** One past "of the month"; 0: it is not there. */
  private static int ofMonth(Tokens tokens, int at, boolean eachOnly) {
    boolean of = tokens.is(at, "of") || tokens.is(at, "in");
    boolean each = tokens.isIn(at + 1, Words.OF_ALL) || (!eachOnly && tokens.is(at + 1, "the"));
    return of && each && tokens.is(at + 2, "month") ? at + 3 : 0;
  }

  public static String byMonthDay(Set<Integer> days) {
    String list = days.stream().map(String::valueOf).collect(Collectors.joining(","));
    boolean beyond = days.stream().anyMatch(day -> day > 28);
    return "BYMONTHDAY=" + list + (beyond ? SHORT : "");
  }

  private static int afterAnd(Tokens tokens, int at) {
    int next = at;
    while (next < at + 2 && tokens.isIn(next, AND)) {
      next++;
    }
    return next;
  }

  /** "Monday, Wednesday and Friday" as they are said. */
  static String names(Repeating weekly) {
    if (weekly.by().equals(WORKWEEK.by())) {
      return "weekday";
    }
    List<String> names =
        Arrays.stream(DayOfWeek.values())
            .filter(day -> weekly.by().contains(code(day)))
            .map(Words::name)
            .toList();
    return Say.all(names);
  }

  private static String codes(Set<DayOfWeek> days) {
    List<String> codes = new ArrayList<>();
    new LinkedHashSet<>(days).forEach(day -> codes.add(code(day)));
    return String.join(",", codes);
  }

  static String code(DayOfWeek day) {
    return day.name().substring(0, 2);
  }
}
