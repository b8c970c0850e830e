package dev.punctual.gateway.assistant.language.text;

import dev.punctual.calendar.Offset;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Days and times as people say them. */
public final class Say {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter FAR =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private Say() {}

  /** "Friday 6 March", with the year where it is another one. */
  public static String date(LocalDate date, LocalDate today) {
    return (date.getYear() == today.getYear() ? DAY : FAR).format(date);
  }

  /** As {@link #date}, but "today" and its neighbours by these words. */
  public static String day(LocalDate date, LocalDate today) {
    long days = ChronoUnit.DAYS.between(today, date);
    if (days == 0) {
      return "today";
    }
    if (days == 1) {
      return "tomorrow";
    }
    return days == -1 ? "yesterday" : date(date, today);
  }

  public static String time(LocalTime time) {
    return TIME.format(time);
  }

  /** "1 day and 2 hours". */
  public static String length(Offset length) {
    List<String> parts = new ArrayList<>();
    add(parts, length.days().getYears(), "year");
    add(parts, length.days().getMonths(), "month");
    add(parts, length.days().getDays(), "day");
    add(parts, length.time().toHours(), "hour");
    add(parts, length.time().toMinutesPart(), "minute");
    add(parts, length.time().toSecondsPart(), "second");
    return all(parts);
  }

  private static void add(List<String> parts, long count, String unit) {
    if (count != 0) {
      parts.add(count + " " + unit + (count == 1 ? "" : "s"));
    }
  }

  /** "a, b and c". */
  public static String all(List<String> items) {
    return items.size() < 2
        ? String.join("", items)
        : String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
  }
}
