package dev.punctual.gateway.query;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * From where "today" and "this week" are seen.
 *
 * @param now when it is
 * @param zone the person's
 * @param weekStart the first day of the person's week
 */
public record Viewpoint(Instant now, ZoneId zone, DayOfWeek weekStart) {

  /** With weeks that start on Monday (ISO 8601). */
  public static Viewpoint of(Instant now, ZoneId zone) {
    return new Viewpoint(now, zone, DayOfWeek.MONDAY);
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }
}
