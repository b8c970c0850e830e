package dev.punctual.gateway.assistant.language.text;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** English words for numbers, days and months. */
public final class Words {
  public static final Set<String> OF_ALL = Set.of("every", "each");

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("a", 1),
          Map.entry("an", 1),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("fifteen", 15),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("ninety", 90));

  private static final Map<String, Integer> ORDINALS =
      Map.of(
          "first", 1, "second", 2, "third", 3, "fourth", 4, "fifth", 5, "last", -1, "sixth", 6,
          "seventh", 7, "tenth", 10);

  private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
  private static final Map<String, Month> MONTHS = new HashMap<>();

  static {
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = day.name().toLowerCase(Locale.ROOT);
      WEEKDAYS.put(name, day);
      WEEKDAYS.put(name + "s", day);
      WEEKDAYS.put(name.substring(0, 3), day);
    }
    WEEKDAYS.putAll(
        Map.of(
            "tues",
            DayOfWeek.TUESDAY,
            "weds",
            DayOfWeek.WEDNESDAY,
            "thur",
            DayOfWeek.THURSDAY,
            "thurs",
            DayOfWeek.THURSDAY));
    misspelt(DayOfWeek.MONDAY, "mondy", "monady");
    misspelt(DayOfWeek.TUESDAY, "tusday", "tuseday", "teusday", "tuesdy");
    misspelt(DayOfWeek.WEDNESDAY, "wendesday", "wensday", "wednesdy", "wednsday", "wedensday");
    misspelt(DayOfWeek.THURSDAY, "thrusday", "thursdy", "thurday", "thusday");
    misspelt(DayOfWeek.FRIDAY, "firday", "fridya", "frieday");
    misspelt(DayOfWeek.SATURDAY, "saterday", "satuday", "saturady");
    misspelt(DayOfWeek.SUNDAY, "sunady", "sundy");
    // "sat" and "sun" are words of their own; "fri", "mon" and the rest are not.
    WEEKDAYS.remove("sat");
    WEEKDAYS.remove("sun");
    for (Month month : Month.values()) {
      String name = month.name().toLowerCase(Locale.ROOT);
      MONTHS.put(name, month);
      MONTHS.put(name.substring(0, 3), month);
    }
    MONTHS.put("sept", Month.SEPTEMBER);
  }

  private Words() {}

  /** As they are typed in haste: words that are nothing else. */
  private static void misspelt(DayOfWeek day, String... forms) {
    for (String form : forms) {
      WEEKDAYS.put(form, day);
    }
  }

  public static @Nullable DayOfWeek weekday(String word) {
    return WEEKDAYS.get(word);
  }

  /** Mondays, as something that recurs. */
  public static @Nullable DayOfWeek weekdays(String word) {
    return word.endsWith("days") ? WEEKDAYS.get(word) : null;
  }

  public static @Nullable Month month(String word) {
    return MONTHS.get(word);
  }

  /** What a number word or up to four digits say; -1: neither. */
  public static int number(Tokens tokens, int at) {
    int digits = tokens.number(at);
    return digits >= 0 ? digits : NUMBERS.getOrDefault(tokens.word(at), -1);
  }

  /** What a number word or digits say; -1: neither. */
  public static int number(String word) {
    return number(Tokens.of(word), 0);
  }

  /** A day's ordinal in words, -1 for the last; 0: none. */
  public static int ordinal(String word) {
    return ORDINALS.getOrDefault(word, 0);
  }

  public static String name(DayOfWeek day) {
    String name = day.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
