package dev.punctual.calendar;

import dev.punctual.calendar.RuleRefused.Code;
import dev.punctual.contracts.LocalClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long before or after an occurrence: calendar days, then elapsed time (ISO 8601, for instance
 * {@code P1D}, {@code PT15M}, {@code P1DT2H}). Never negative, at most 366 days.
 *
 * @param days years, months and days of the calendar: a day is a day even when it has 23 hours
 * @param time elapsed time, in whole seconds
 */
public record Offset(Period days, Duration time) {

  private static final int MAX_DAYS = 366;
  private static final Pattern FORM =
      Pattern.compile(
          "P(?:(\\d{1,4})Y)?(?:(\\d{1,4})M)?(?:(\\d{1,4})W)?(?:(\\d{1,4})D)?"
              + "(?:T(?:(\\d{1,8})H)?(?:(\\d{1,8})M)?(?:(\\d{1,8})S)?)?");

  public Offset {
    long most = days.toTotalMonths() * 31 - days.getYears() * 6L + days.getDays();
    if (days.isNegative()
        || time.isNegative()
        || time.getNano() != 0
        || time.plusDays(most).compareTo(Duration.ofDays(MAX_DAYS)) > 0) {
      throw refused(days + " " + time);
    }
  }

  /**
   * Reads an ISO 8601 period or duration; weeks are seven days.
   *
   * @throws RuleRefused INVALID_OFFSET, when it is anything else, negative, or more than 366 days
   */
  public static Offset parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || text.endsWith("P") || text.endsWith("T")) {
      throw refused(text);
    }
    Period days =
        Period.of(
            number(matcher.group(1)),
            number(matcher.group(2)),
            7 * number(matcher.group(3)) + number(matcher.group(4)));
    Duration time =
        Duration.ofHours(number(matcher.group(5)))
            .plusMinutes(number(matcher.group(6)))
            .plusSeconds(number(matcher.group(7)));
    try {
      return new Offset(days, time);
    } catch (RuleRefused e) {
      throw refused(text);
    }
  }

  /**
   * The instant that lies this long before an occurrence: the days are subtracted on its local
   * time, then the zone is resolved, then the time is subtracted as elapsed time.
   *
   * @param occurrence the local identity of the occurrence ({@link Occurrence#local()})
   * @param clock a date counts from the start of its day
   * @throws RuleRefused INVALID_OCCURRENCE, when the identity cannot be read
   */
  public Instant before(String occurrence, LocalClock clock) {
    return Zones.resolve(base(occurrence, clock.dayStart()).minus(days), clock.zone())
        .at()
        .minus(time);
  }

  /** As {@link #before}, for the instant that lies this long after it. */
  public Instant after(String occurrence, LocalClock clock) {
    return Zones.resolve(base(occurrence, clock.dayStart()).plus(days), clock.zone())
        .at()
        .plus(time);
  }

  private static LocalDateTime base(String occurrence, LocalTime dayStart) {
    return switch (Floating.start(occurrence, Code.INVALID_OCCURRENCE)) {
      case LocalStart.At at -> at.time();
      case LocalStart.On on -> on.date().atTime(dayStart);
    };
  }

  /** The ISO 8601 form, for instance {@code P1DT2H}; nothing at all is {@code PT0S}. */
  @Override
  public String toString() {
    if (days.isZero()) {
      return time.toString();
    }
    return time.isZero() ? days.toString() : days + time.toString().substring(1);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static RuleRefused refused(String text) {
    return new RuleRefused(
        Code.INVALID_OFFSET,
        text,
        "A time before or after is a period or duration such as P1D, PT15M or P1DT2H, at most 366 days.");
  }
}
