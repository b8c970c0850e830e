package dev.punctual.gateway.assistant.language.time;

import dev.punctual.gateway.assistant.language.piece.Piece.Day;
import dev.punctual.gateway.assistant.language.piece.Piece.Found;
import dev.punctual.gateway.assistant.language.text.Tokens;
import dev.punctual.gateway.assistant.language.text.Words;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads dates of the calendar: "March 14", "14th of March 2027", "the 14th", "3/14", ISO 8601. */
public final class Dates {
  private static final Set<String> ENDINGS = Set.of("st", "nd", "rd", "th");

  private Dates() {}

  public static @Nullable Found at(Tokens tokens, int at, LocalDate today) {
    Found found = iso(tokens, at);
    if (found == null) {
      found = slashes(tokens, at, today);
    }
    if (found == null) {
      found = monthFirst(tokens, at, today);
    }
    return found == null ? dayFirst(tokens, at, today) : found;
  }

  /**
   * A day of the month, such as "14", "14th"; one past its last token.
   *
   * @param ordinal whether the ending was there
   */
  public record DayOfMonth(int day, boolean ordinal, int to) {}

  public static @Nullable DayOfMonth dayOfMonth(Tokens tokens, int at) {
    int day = tokens.digits(at) > 2 ? -1 : tokens.number(at);
    if (day < 1 || day > 31) {
      int spelt = Words.ordinal(tokens.word(at));
      return spelt > 0 ? new DayOfMonth(spelt, true, at + 1) : null;
    }
    boolean ordinal = tokens.touches(at + 1) && tokens.isIn(at + 1, ENDINGS);
    return new DayOfMonth(day, ordinal, ordinal ? at + 2 : at + 1);
  }

  private static @Nullable Found iso(Tokens tokens, int at) {
    boolean form =
        tokens.digits(at) == 4
            && tokens.is(at + 1, "-")
            && tokens.digits(at + 2) == 2
            && tokens.is(at + 3, "-")
            && tokens.digits(at + 4) == 2
            && tokens.touches(at + 1)
            && tokens.touches(at + 4);
    return form
        ? Days.day(
            tokens, tokens.number(at), tokens.number(at + 2), tokens.number(at + 4), at, at + 5)
        : null;
  }

  /** 3/14 is one day; 3/4 may be two. */
  private static @Nullable Found slashes(Tokens tokens, int at, LocalDate today) {
    int one = tokens.digits(at) > 2 ? -1 : tokens.number(at);
    int other = tokens.digits(at + 2) > 2 ? -1 : tokens.number(at + 2);
    if (one < 1
        || other < 1
        || one > 31
        || other > 31
        || !tokens.is(at + 1, "/")
        || !tokens.touches(at + 1)
        || !tokens.touches(at + 2)) {
      return null;
    }
    boolean withYear = tokens.is(at + 3, "/") && tokens.digits(at + 4) == 4;
    int to = withYear ? at + 5 : at + 3;
    int year = withYear ? tokens.number(at + 4) : 0;
    Found monthFirst = of(tokens, year, one, other, new Range(at, to), today);
    Found dayFirst = of(tokens, year, other, one, new Range(at, to), today);
    if (one > 12 || other > 12) {
      return one > 12 ? dayFirst : monthFirst;
    }
    return monthFirst.piece() instanceof Day american && dayFirst.piece() instanceof Day european
        ? Days.two(american.date(), european.date(), at, to)
        : monthFirst;
  }

  private static @Nullable Found monthFirst(Tokens tokens, int at, LocalDate today) {
    Month month = Words.month(tokens.word(at));
    int dot = tokens.is(at + 1, ".") ? at + 2 : at + 1;
    DayOfMonth day = dayOfMonth(tokens, tokens.is(dot, "the") ? dot + 1 : dot);
    return month == null || day == null
        ? null
        : withYear(tokens, month, day.day(), new Range(at, day.to()), today);
  }

  private static @Nullable Found dayFirst(Tokens tokens, int at, LocalDate today) {
    int first = tokens.is(at, "the") ? at + 1 : at;
    DayOfMonth day = dayOfMonth(tokens, first);
    if (day == null) {
      return null;
    }
    int next = tokens.is(day.to(), "of") ? day.to() + 1 : day.to();
    Month month = Words.month(tokens.word(next));
    if (month != null) {
      return withYear(tokens, month, day.day(), new Range(at, next + 1), today);
    }
    // "the 14th", and only so: the first of these months, from today, that has such a day.
    if (first == at || !day.ordinal() || tokens.digits(first) == 0) {
      return null;
    }
    LocalDate start = today.withDayOfMonth(1);
    for (int ahead = 0; ahead < 4; ahead++) {
      LocalDate inMonth = start.plusMonths(ahead);
      if (day.day() <= inMonth.lengthOfMonth()) {
        LocalDate date = inMonth.withDayOfMonth(day.day());
        if (!date.isBefore(today)) {
          return Days.day(date, at, day.to());
        }
      }
    }
    return null;
  }

  private record Range(int from, int to) {}

  private static Found withYear(Tokens tokens, Month month, int day, Range words, LocalDate today) {
    int comma = tokens.is(words.to(), ",") ? words.to() + 1 : words.to();
    boolean year = tokens.digits(comma) == 4 && !tokens.is(comma + 1, ":");
    return of(
        tokens,
        year ? tokens.number(comma) : 0,
        month.getValue(),
        day,
        year ? new Range(words.from(), comma + 1) : words,
        today);
  }

  /**
   * @param year 0: that of the next such day
   */
  private static Found of(
      Tokens tokens, int year, int month, int day, Range words, LocalDate today) {
    int from = words.from();
    if (year > 0) {
      return Days.day(tokens, year, month, day, from, words.to());
    }
    // The 29th of February is at most eight years away.
    for (int next = today.getYear(); next <= today.getYear() + 8; next++) {
      Found found = Days.day(tokens, next, month, day, from, words.to());
      if (found.piece() instanceof Day(LocalDate date, LocalDate or) && !date.isBefore(today)) {
        return found;
      }
    }
    return Days.day(tokens, today.getYear(), month, day, from, words.to());
  }
}
