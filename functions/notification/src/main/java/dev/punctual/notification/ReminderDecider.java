package dev.punctual.notification;

import dev.punctual.contracts.Id.NotificationId;
import dev.punctual.contracts.Notification;
import dev.punctual.contracts.NotificationStatus;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.event.DueEvent.ReminderDue;
import dev.punctual.runtime.Grace;
import dev.punctual.store.NotificationRow;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.TaskRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether a person is told of a task (DESIGN §4). Pure: the instant and new ids are given. */
final class ReminderDecider {
  private final Instant now;
  private final Supplier<UUID> ids;

  ReminderDecider(Instant now, Supplier<UUID> ids) {
    this.now = now;
    this.ids = ids;
  }

  /**
   * Decides.
   *
   * @param task the reminder's, as it is in this transaction; null: it is gone
   */
  Outcome decide(ReminderRow row, @Nullable TaskRow task, ReminderDue event) {
    Reminder reminder = row.reminder();
    if (event.revision() < row.revision()) {
      return new Outcome.Ignored("the reminder was changed after the timer was set");
    }
    if (reminder.status() != ReminderStatus.SCHEDULED) {
      return new Outcome.Ignored("the reminder is " + reminder.status().wireName());
    }
    if (reminder.fireAt().truncatedTo(ChronoUnit.SECONDS).isAfter(now)) {
      return new Outcome.Ignored("the reminder is still to come");
    }
    if (task == null || task.deletedAt() != null || !task.task().status().isOpen()) {
      return handled(row, ReminderStatus.SUPPRESSED, null);
    }
    if (Grace.isOver(reminder.fireAt(), now)) {
      return handled(row, ReminderStatus.MISSED, null);
    }
    return handled(row, ReminderStatus.DELIVERED, notification(row, task.task()));
  }

  private Outcome handled(
      ReminderRow row, ReminderStatus status, @Nullable NotificationRow notification) {
    return new Outcome.Handled(
        new ReminderRow(
            row.user(), row.reminder().handled(status, now), row.revision(), row.createdAt()),
        notification);
  }

  private NotificationRow notification(ReminderRow row, Task task) {
    return new NotificationRow(
        row.user(),
        new Notification(
            new NotificationId(ids.get()),
            "reminder",
            task.title(),
            task.id(),
            row.reminder().id(),
            NotificationStatus.UNREAD,
            now,
            null));
  }
}
