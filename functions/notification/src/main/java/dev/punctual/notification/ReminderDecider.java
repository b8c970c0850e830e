package dev.punctual.notification;

import dev.punctual.contracts.Id.NotificationId;
import dev.punctual.contracts.Notification;
import dev.punctual.contracts.NotificationStatus;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.event.DueEvent.ReminderDue;
import dev.punctual.store.NotificationRow;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.TaskRow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether a person is told of a task (DESIGN §4). Pure: the instant and new ids are given. */
final class ReminderDecider {
  /** A reminder handled later than this after it was to fire is missed, and shown so. */
  static final Duration GRACE = Duration.ofMinutes(15);

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
    if (task == null || task.deletedAt() != null || !isOpen(task.task())) {
      return handled(row, ReminderStatus.SUPPRESSED, null);
    }
    if (reminder.fireAt().plus(GRACE).isBefore(now)) {
      return handled(row, ReminderStatus.MISSED, null);
    }
    return handled(row, ReminderStatus.DELIVERED, notification(row, task.task()));
  }

  private static boolean isOpen(Task task) {
    return task.status() == TaskStatus.PENDING || task.status() == TaskStatus.ACTIVE;
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
