package dev.punctual.gateway.assistant.language.meaning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;

/**
 * How long: calendar days, then elapsed time.
 *
 * @param days years, months and days of the calendar
 */
public record Length(Period days, Duration time) {
  static final Length NONE = new Length(Period.ZERO, Duration.ZERO);

  public static Length minutes(long minutes) {
    return new Length(Period.ZERO, Duration.ofMinutes(minutes));
  }

  public Length plus(Length other) {
    return new Length(days.plus(other.days), time.plus(other.time));
  }

  public boolean isDaysOnly() {
    return time.isZero() && !days.isZero();
  }

  public Instant after(Speaker speaker) {
    return speaker.now().atZone(speaker.zone()).plus(days).toInstant().plus(time);
  }

  public LocalDate after(LocalDate date) {
    return date.plus(days);
  }

  /** ISO 8601, as the calendar reads it. */
  @Override
  public String toString() {
    if (days.isZero()) {
      return time.toString();
    }
    return time.isZero() ? days.toString() : days + time.toString().substring(1);
  }
}
