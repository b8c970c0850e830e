package dev.punctual.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** English for numbers, days, months and zones. */
final class Wording {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.ENGLISH);

  private Wording() {}

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String and(List<String> words) {
    return list(words, " and ");
  }

  /** {@code a}, {@code a or b}, {@code a, b or c}. */
  static String or(List<String> words) {
    return list(words, " or ");
  }

  /** 1st, 2nd, 3rd …; negative: last, 2nd last …. */
  static String ordinal(int number) {
    if (number == -1) {
      return "last";
    }
    int size = Math.abs(number);
    String suffix =
        size / 10 % 10 == 1
            ? "th"
            : switch (size % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return size + suffix + (number < 0 ? " last" : "");
  }

  /** The 1st, the 15th, the last day, in the order in which they come. */
  static String monthDay(int number) {
    return number > 0 ? "the " + ordinal(number) : "the " + ordinal(number) + " day";
  }

  static String weekday(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  static String month(int number) {
    return Month.of(number).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  static String date(LocalDate date) {
    return DATE.format(date);
  }

  static String dayAndDate(LocalDate date) {
    return DAY.format(date);
  }

  /** 14:00, or 14:00:30 when the seconds are not zero. */
  static String time(int secondOfDay) {
    int second = secondOfDay % 60;
    String minutes = "%02d:%02d".formatted(secondOfDay / 3_600, secondOfDay / 60 % 60);
    return second == 0 ? minutes : minutes + ":%02d".formatted(second);
  }

  /** New York time; a region without a place is named as it is. */
  static String zone(ZoneId zone) {
    String id = zone.getId();
    String name = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    return id.contains("/") && !id.startsWith("Etc/") ? name + " time" : name;
  }

  /** Positive numbers first, ascending, then those from the end: as they come in a month. */
  static <T> List<String> inOrder(
      List<T> items, Function<T, Integer> number, Function<T, String> word) {
    return Stream.concat(
            items.stream().filter(item -> number.apply(item) >= 0),
            items.stream().filter(item -> number.apply(item) < 0))
        .map(word)
        .toList();
  }

  private static String list(List<String> words, String last) {
    int size = words.size();
    return size < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, size - 1)) + last + words.getLast();
  }
}
