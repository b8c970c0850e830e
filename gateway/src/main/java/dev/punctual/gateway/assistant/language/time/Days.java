package dev.punctual.gateway.assistant.language.time;

import dev.punctual.gateway.assistant.language.meaning.PartOfDay;
import dev.punctual.gateway.assistant.language.piece.Piece.Day;
import dev.punctual.gateway.assistant.language.piece.Piece.Found;
import dev.punctual.gateway.assistant.language.piece.Piece.Unclear;
import dev.punctual.gateway.assistant.language.text.Tokens;
import dev.punctual.gateway.assistant.language.text.Words;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads days: "tomorrow", "next Tuesday", "the 14th of March", "2026-03-14". */
public final class Days {
  private static final Set<String> BEFORE = Set.of("on", "by", "due", "for");
  private static final Set<String> TODAY = Set.of("today", "tonight");

  /** With the ways in which it is written in haste. */
  private static final Pattern TOMORROW =
      Pattern.compile("t[ou]+m+[aeo]*r+[aeou]*w+|tmrw|tmr|tmw|tmrow|tomoro|tomorro");

  private Days() {}

  /** A day that begins here, with the words that lead to it; "for" only before a near day. */
  public static @Nullable Found at(Tokens tokens, int from, LocalDate today) {
    int first = from;
    while (first < from + 2 && tokens.isIn(first, BEFORE)) {
      first++;
    }
    Found found = plain(tokens, first, today);
    return found == null ? null : new Found(found.piece(), from, found.to());
  }

  /** As {@link #at}, but not "Friday's": that speaks of a thing. */
  public static @Nullable Found ofItsOwn(Tokens tokens, int from, LocalDate today) {
    Found found = at(tokens, from, today);
    return found == null || tokens.are(found.to(), "'", "s") ? null : found;
  }

  public static @Nullable Found plain(Tokens tokens, int at, LocalDate today) {
    Found found = near(tokens, at, today);
    if (found == null) {
      found = weekday(tokens, at, today);
    }
    return found == null ? Dates.at(tokens, at, today) : found;
  }

  private static @Nullable Found near(Tokens tokens, int at, LocalDate today) {
    if (tokens.is(at, "today")) {
      return day(today, at, at + 1);
    }
    if (TOMORROW.matcher(tokens.word(at)).matches()) {
      return day(today.plusDays(1), at, at + 1);
    }
    if (tokens.is(at, "2") && tokens.touches(at + 1) && tokens.is(at + 1, "moro")) {
      return day(today.plusDays(1), at, at + 2);
    }
    int the = tokens.is(at, "the") ? at + 1 : at;
    if (tokens.are(the, "day", "after", "tomorrow")) {
      return day(today.plusDays(2), at, the + 3);
    }
    if (tokens.is(at, "this") && isPart(tokens, at + 1)) {
      // The part itself is read next.
      return day(today, at, at + 1);
    }
    if (tokens.are(the, "end", "of")) {
      return end(tokens, at, tokens.is(the + 2, "the") ? the + 3 : the + 2, today);
    }
    if (tokens.are(the, "last", "day", "of")) {
      return end(tokens, at, tokens.is(the + 3, "the") ? the + 4 : the + 3, today);
    }
    boolean next = tokens.is(at, "next");
    if ((next || tokens.is(at, "this")) && tokens.is(at + 1, "weekend")) {
      LocalDate saturday =
          today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY)).plusWeeks(next ? 1 : 0);
      return day(saturday, at, at + 2);
    }
    if (next && tokens.is(at + 1, "week")) {
      return nextWeek(tokens, at, today);
    }
    if (next && tokens.is(at + 1, "month")) {
      return day(today.plusMonths(1).withDayOfMonth(1), at, at + 2);
    }
    return null;
  }

  /** "next week Friday"; the week alone begins with its Monday. */
  private static Found nextWeek(Tokens tokens, int at, LocalDate today) {
    LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    int name = tokens.is(at + 2, "on") ? at + 3 : at + 2;
    DayOfWeek day = Words.weekday(tokens.word(name));
    return day == null || Words.weekdays(tokens.word(name)) != null
        ? day(monday, at, at + 2)
        : day(monday.with(TemporalAdjusters.nextOrSame(day)), at, name + 1);
  }

  private static boolean isPart(Tokens tokens, int at) {
    return PartOfDay.of(tokens.word(at)) != null && !tokens.isIn(at, TODAY);
  }

  private static @Nullable Found end(Tokens tokens, int from, int unit, LocalDate today) {
    return switch (tokens.word(unit)) {
      case "month" -> day(today.with(TemporalAdjusters.lastDayOfMonth()), from, unit + 1);
      case "year" -> day(today.with(TemporalAdjusters.lastDayOfYear()), from, unit + 1);
      case "week" ->
          day(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)), from, unit + 1);
      default -> endOfMonth(tokens, from, unit, today);
    };
  }

  /** "end of June": of the one that is or comes next. */
  private static @Nullable Found endOfMonth(Tokens tokens, int from, int unit, LocalDate today) {
    Month month = Words.month(tokens.word(unit));
    if (month == null) {
      return null;
    }
    int year = today.getYear() + (month.compareTo(today.getMonth()) < 0 ? 1 : 0);
    return day(
        LocalDate.of(year, month, 1).with(TemporalAdjusters.lastDayOfMonth()), from, unit + 1);
  }

  /**
   * "Friday" on a Friday may be today or in a week; "next Friday" the coming one or that of the
   * next week: where these differ, both are told.
   */
  private static @Nullable Found weekday(Tokens tokens, int at, LocalDate today) {
    boolean following = tokens.is(at, "next");
    boolean current = tokens.is(at, "this") || tokens.is(at, "coming");
    int name = following || current ? at + 1 : at;
    DayOfWeek day = Words.weekday(tokens.word(name));
    if (day == null || Words.weekdays(tokens.word(name)) != null) {
      return null;
    }
    LocalDate coming = today.with(TemporalAdjusters.next(day));
    LocalDate ofNextWeek =
        today
            .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
            .with(TemporalAdjusters.nextOrSame(day));
    if (tokens.are(name + 1, "next", "week")) {
      return day(ofNextWeek, at, name + 3);
    }
    if (tokens.are(name + 1, "this", "week")) {
      return day(ofNextWeek.minusWeeks(1), at, name + 3);
    }
    int to = tokens.is(name + 1, ".") && tokens.word(name).length() < 5 ? name + 2 : name + 1;
    if (following) {
      return two(coming, ofNextWeek, at, to);
    }
    boolean isToday = today.getDayOfWeek() == day;
    return current
        ? day(isToday ? today : coming, at, to)
        : isToday ? two(today, coming, at, to) : day(coming, at, to);
  }

  public static Found day(LocalDate date, int from, int to) {
    return new Found(new Day(date, null), from, to);
  }

  static Found two(LocalDate one, LocalDate other, int from, int to) {
    return new Found(new Day(one, one.equals(other) ? null : other), from, to);
  }

  /** The day of these parts; what no calendar has is asked about. */
  public static Found day(Tokens tokens, int year, int month, int day, int from, int to) {
    try {
      return day(LocalDate.of(year, month, day), from, to);
    } catch (DateTimeException e) {
      return new Found(
          new Unclear(
              "The calendar has no " + tokens.written(from, to) + ". Which day do you mean?",
              List.of()),
          from,
          to);
    }
  }
}
