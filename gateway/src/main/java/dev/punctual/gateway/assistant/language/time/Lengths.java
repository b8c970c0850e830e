package dev.punctual.gateway.assistant.language.time;

import dev.punctual.gateway.assistant.language.meaning.Length;
import dev.punctual.gateway.assistant.language.text.Tokens;
import dev.punctual.gateway.assistant.language.text.Words;
import java.time.Duration;
import java.time.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how long: "20 minutes", "an hour and a half", "1h30m", "a couple of days". */
public final class Lengths {
  private static final int MAX = 9_999;
  private static final int MAX_YEARS = 100;

  /** Such as days, hours and minutes. */
  private static final int MAX_UNITS = 4;

  private static final Set<String> HALVES = Set.of("half");

  private Lengths() {}

  /** A length and one past its last token. */
  public record Read(Length length, int to) {}

  /** The longest that begins here; null: none does. */
  public static @Nullable Read at(Tokens tokens, int from) {
    Read read = one(tokens, from);
    for (int i = 1; read != null && i < MAX_UNITS; i++) {
      int next = tokens.is(read.to(), "and") ? read.to() + 1 : read.to();
      Read more = tokens.number(next) < 0 ? null : one(tokens, next);
      if (more == null) {
        return read;
      }
      read = new Read(read.length().plus(more.length()), more.to());
    }
    return read;
  }

  private static @Nullable Read one(Tokens tokens, int from) {
    if (tokens.is(from, "half")) {
      int unit = tokens.is(from + 1, "an") || tokens.is(from + 1, "a") ? from + 2 : from + 1;
      return tokens.is(unit, "hour") ? new Read(Length.minutes(30), unit + 1) : null;
    }
    if (tokens.are(from, "a", "couple")) {
      int unit = tokens.is(from + 2, "of") ? from + 3 : from + 2;
      return read(tokens, unit, 2);
    }
    if (tokens.are(from, "a", "quarter", "of", "an", "hour")) {
      return new Read(Length.minutes(15), from + 5);
    }
    int count = Words.number(tokens, from);
    if (count < 0 || count > MAX) {
      return null;
    }
    // 1.5 hours
    if (tokens.is(from + 1, ".") && tokens.is(from + 2, "5") && isHour(tokens.word(from + 3))) {
      return new Read(Length.minutes(count * 60L + 30), from + 4);
    }
    if (tokens.are(from + 1, "and", "a", "half") && isHour(tokens.word(from + 4))) {
      return new Read(Length.minutes(count * 60L + 30), from + 5);
    }
    Read read = read(tokens, from + 1, count);
    if (read != null
        && isHour(tokens.word(from + 1))
        && tokens.are(read.to(), "and", "a")
        && tokens.isIn(read.to() + 2, HALVES)) {
      return new Read(read.length().plus(Length.minutes(30)), read.to() + 3);
    }
    return read;
  }

  private static @Nullable Read read(Tokens tokens, int unit, int count) {
    Length length = length(tokens.word(unit), count);
    return length == null ? null : new Read(length, unit + 1);
  }

  private static boolean isHour(String word) {
    return word.equals("hour") || word.equals("hours");
  }

  private static @Nullable Length length(String unit, int count) {
    return switch (unit) {
      case "second", "seconds", "sec", "secs" -> new Length(Period.ZERO, Duration.ofSeconds(count));
      case "minute", "minutes", "min", "mins", "m" -> Length.minutes(count);
      case "hour", "hours", "hr", "hrs", "h" -> Length.minutes(count * 60L);
      case "day", "days", "d" -> new Length(Period.ofDays(count), Duration.ZERO);
      case "week", "weeks", "w" -> new Length(Period.ofWeeks(count), Duration.ZERO);
      case "month", "months" -> new Length(Period.ofMonths(count), Duration.ZERO);
      case "year", "years" ->
          count > MAX_YEARS ? null : new Length(Period.ofYears(count), Duration.ZERO);
      default -> null;
    };
  }
}
