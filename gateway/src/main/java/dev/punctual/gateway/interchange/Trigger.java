package dev.punctual.gateway.interchange;

import dev.punctual.calendar.Offset;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far an alarm is from what it belongs to (RFC 5545 §3.8.6.3). A date begins at midnight in a
 * calendar file, and when the person's day does for Punctual's reminders: what is written and read
 * here makes up for that.
 *
 * @param after whether it follows
 * @param offset ISO 8601, as Punctual writes it
 */
record Trigger(boolean after, String offset) {
  private static final Pattern FORM =
      Pattern.compile(
          "([+-]?)P(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?"
              + "(?:T(?:(\\d{1,8})H)?(?:(\\d{1,8})M)?(?:(\\d{1,8})S)?)?");
  private static final long DAY = 86_400;

  /**
   * Reads a DURATION.
   *
   * @param dayStart of the person, when it counts from a date; null: it counts from a time
   */
  static Optional<Trigger> read(String value, @Nullable LocalTime dayStart) {
    Matcher matcher = FORM.matcher(value.strip().toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long days = 7 * number(matcher, 2) + number(matcher, 3);
    long seconds = 3_600 * number(matcher, 4) + 60 * number(matcher, 5) + number(matcher, 6);
    boolean after = !"-".equals(matcher.group(1));
    if (dayStart != null) {
      long fromStart = (after ? 1 : -1) * (days * DAY + seconds) - dayStart.toSecondOfDay();
      return Optional.of(
          fromStart % DAY == 0
              ? new Trigger(fromStart > 0, text(Math.abs(fromStart) / DAY, 0))
              : new Trigger(fromStart > 0, text(0, Math.abs(fromStart))));
    }
    return Optional.of(new Trigger(after && days + seconds > 0, text(days, seconds)));
  }

  /**
   * The DURATION; months and years, which it does not know, are 30 and 365 days.
   *
   * @param dayStart as for {@link #read}
   */
  String write(@Nullable LocalTime dayStart) {
    Offset read = Offset.parse(offset);
    long days =
        365L * read.days().getYears() + 30L * read.days().getMonths() + read.days().getDays();
    long seconds = read.time().toSeconds();
    if (dayStart != null) {
      long fromMidnight = (after ? 1 : -1) * (days * DAY + seconds) + dayStart.toSecondOfDay();
      return (fromMidnight < 0 ? "-" : "") + text(0, Math.abs(fromMidnight));
    }
    return (after ? "" : "-") + text(days, seconds);
  }

  private static String text(long days, long seconds) {
    if (days == 0) {
      return Duration.ofSeconds(seconds).toString();
    }
    return "P"
        + days
        + "D"
        + (seconds == 0 ? "" : Duration.ofSeconds(seconds).toString().substring(1));
  }

  private static long number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
