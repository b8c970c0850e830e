package dev.punctual.contracts.event;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Reminder;

/** The journal of reminders. */
public sealed interface ReminderEvent extends Event {

  /** reminder.scheduled */
  record ReminderScheduled(UserId userId, Reminder reminder) implements ReminderEvent {
    @Override
    public Id subject() {
      return reminder.id();
    }
  }

  /** reminder.cancelled */
  record ReminderCancelled(UserId userId, Reminder reminder) implements ReminderEvent {
    @Override
    public Id subject() {
      return reminder.id();
    }
  }
}
