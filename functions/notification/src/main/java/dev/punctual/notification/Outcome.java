package dev.punctual.notification;

import dev.punctual.store.NotificationRow;
import dev.punctual.store.ReminderRow;
import org.jspecify.annotations.Nullable;

/** What becomes of a reminder that was said to be due. */
sealed interface Outcome {

  /** Nothing: the event is older than the reminder, or the reminder is not to come any more. */
  record Ignored(String why) implements Outcome {}

  /**
   * It is handled.
   *
   * @param reminder as it is then: delivered, suppressed or missed
   * @param notification what the person is told; null: nothing
   */
  record Handled(ReminderRow reminder, @Nullable NotificationRow notification) implements Outcome {}
}
