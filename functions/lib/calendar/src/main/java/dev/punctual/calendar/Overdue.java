package dev.punctual.calendar;

import dev.punctual.contracts.Due;
import java.time.Instant;

/** When something open becomes overdue. */
public final class Overdue {
  private Overdue() {}

  /** At its due time; with a date alone, when that day ends in its zone (DESIGN §3). */
  public static Instant at(Due due) {
    return due.date() == null
        ? due.at()
        : Zones.startOfDay(due.date().plusDays(1), due.zone()).at();
  }
}
