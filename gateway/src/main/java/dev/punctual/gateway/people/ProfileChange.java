package dev.punctual.gateway.people;

import dev.punctual.gateway.reminder.TaskReminders;
import dev.punctual.gateway.series.ClockFollowers;
import dev.punctual.gateway.write.Write;
import java.time.LocalTime;

/** Saves another profile of a person, and moves what follows from it. */
final class ProfileChange {
  private ProfileChange() {}

  /**
   * Series without a zone of their own follow the zone; reminders that count from a date follow the
   * beginning of the working day.
   *
   * @param before locked
   */
  static void save(Write write, Me before, Me after) {
    ProfileStore.save(write, before, after);
    if (!after.zone().equals(before.zone())) {
      ClockFollowers.zoneMoved(write);
    }
    LocalTime started = before.workingHours().start();
    LocalTime starts = after.workingHours().start();
    if (!starts.equals(started)) {
      ClockFollowers.dayStartMoved(write);
      TaskReminders.dayStartMoved(write, started, starts);
    }
  }
}
