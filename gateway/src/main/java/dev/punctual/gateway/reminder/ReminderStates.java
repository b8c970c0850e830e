package dev.punctual.gateway.reminder;

import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.store.ReminderRow;
import java.time.Instant;

/** A reminder as it is after something happened to it. */
final class ReminderStates {
  private ReminderStates() {}

  static ReminderRow cancelled(ReminderRow row) {
    return next(row, ReminderStatus.CANCELLED, row.reminder().fireAt());
  }

  static ReminderRow movedTo(ReminderRow row, Instant fireAt) {
    return next(row, ReminderStatus.SCHEDULED, fireAt);
  }

  /** As it was before, one version and one revision on from what it is. */
  static ReminderRow as(ReminderRow row, Reminder was) {
    Reminder reminder = row.reminder();
    return new ReminderRow(
        row.user(),
        new Reminder(
            reminder.id(),
            reminder.taskId(),
            reminder.at(),
            reminder.before(),
            reminder.after(),
            was.status(),
            was.fireAt(),
            was.handledAt(),
            reminder.version() + 1),
        row.revision() + 1,
        row.createdAt());
  }

  private static ReminderRow next(ReminderRow row, ReminderStatus status, Instant fireAt) {
    Reminder reminder = row.reminder();
    return new ReminderRow(
        row.user(),
        new Reminder(
            reminder.id(),
            reminder.taskId(),
            reminder.at(),
            reminder.before(),
            reminder.after(),
            status,
            fireAt,
            null,
            reminder.version() + 1),
        row.revision() + 1,
        row.createdAt());
  }
}
