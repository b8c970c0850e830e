package dev.punctual.contracts;

import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * By what local times are read.
 *
 * @param zone where they hold
 * @param dayStart when the day begins for what is due on a date alone: its reminders count from
 *     here (DESIGN §3)
 */
public record LocalClock(ZoneId zone, LocalTime dayStart) {
  private static final LocalTime USUAL_START = LocalTime.of(9, 0);

  /** Of somebody who has not said when their day begins: 09:00. */
  public static LocalClock usual(ZoneId zone) {
    return new LocalClock(zone, USUAL_START);
  }

  /** The same days in another zone; null: in this one. */
  public LocalClock in(@Nullable ZoneId other) {
    return other == null ? this : new LocalClock(other, dayStart);
  }
}
