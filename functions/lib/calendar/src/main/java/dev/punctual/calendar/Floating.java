package dev.punctual.calendar;

import dev.punctual.calendar.RuleRefused.Code;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * Local time as one number: seconds since 1970-01-01T00:00 on a clock without a zone. A date is its
 * midnight.
 */
final class Floating {

  static final long DAY = 86_400;

  /** 9999-12-31T23:59:59: later times have no four-digit year. */
  static final long MAX = LocalDate.of(10_000, 1, 1).toEpochDay() * DAY - 1;

  /** Before every local time that can be written. */
  static final long MIN = LocalDate.of(0, 1, 1).toEpochDay() * DAY;

  /** No such time: after everything, so that the smaller of two is always the right one. */
  static final long NONE = Long.MAX_VALUE;

  /** The forms that a person may write; the identity of an occurrence is one of them. */
  static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?)?");

  private Floating() {}

  static long of(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC);
  }

  static long of(LocalStart start) {
    return switch (start) {
      case LocalStart.At at -> of(at.time());
      case LocalStart.On on -> on.date().toEpochDay() * DAY;
    };
  }

  static LocalDateTime time(long floating) {
    return LocalDateTime.ofEpochSecond(floating, 0, ZoneOffset.UTC);
  }

  static LocalDate date(long floating) {
    return LocalDate.ofEpochDay(day(floating));
  }

  /** The epoch day. */
  static long day(long floating) {
    return Math.floorDiv(floating, DAY);
  }

  /** The second of the day. */
  static int second(long floating) {
    return (int) Math.floorMod(floating, DAY);
  }

  /** The form that names an occurrence. */
  static String text(long floating, boolean dateOnly) {
    String date = date(floating).toString();
    if (dateOnly) {
      return date;
    }
    int second = second(floating);
    StringBuilder text = new StringBuilder(19).append(date);
    twoDigits(text, 'T', second / 3_600);
    twoDigits(text, ':', second / 60 % 60);
    twoDigits(text, ':', second % 60);
    return text.toString();
  }

  private static void twoDigits(StringBuilder text, char before, int number) {
    text.append(before).append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  /** Reads a start, but refuses it in the name of something else. */
  static LocalStart start(String text, Code code) {
    try {
      return LocalStart.parse(text);
    } catch (RuleRefused e) {
      throw new RuleRefused(
          code, text, "A local time is written as 2026-03-06T14:00:00, a date as 2026-03-06.");
    }
  }
}
