package dev.punctual.store;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Reminder;
import java.time.Instant;

/**
 * A reminder as it is kept.
 *
 * @param revision moves with when it fires and with its status; a due event with an older one is
 *     ignored
 */
public record ReminderRow(UserId user, Reminder reminder, int revision, Instant createdAt) {

  public Owned<ReminderId> key() {
    return new Owned<>(user, reminder.id());
  }

  /** Its timer while it is scheduled. */
  public Timer timer() {
    return new Timer(TimerKind.REMINDER, reminder.id(), user, reminder.fireAt(), revision);
  }
}
