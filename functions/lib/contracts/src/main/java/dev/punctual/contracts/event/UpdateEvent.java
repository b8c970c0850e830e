package dev.punctual.contracts.event;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Notification;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What gateways tell a person's open streams. A thing that is null has been deleted. */
public sealed interface UpdateEvent extends Event {

  /** task.instance_created: a series made a task, or a skipped row. */
  record TaskInstanceCreated(UserId userId, Task task) implements UpdateEvent {
    @Override
    public Id subject() {
      return task.id();
    }
  }

  /** task.status_changed */
  record TaskStatusChanged(UserId userId, TaskStatus from, Task task) implements UpdateEvent {
    @Override
    public Id subject() {
      return task.id();
    }
  }

  /** task.overdue: the task has passed its due time open. */
  record TaskOverdue(UserId userId, TaskId taskId, Instant dueAt) implements UpdateEvent {
    @Override
    public Id subject() {
      return taskId;
    }
  }

  /** task.changed: created, edited or deleted. */
  record TaskChanged(UserId userId, TaskId taskId, @Nullable Task task) implements UpdateEvent {
    @Override
    public Id subject() {
      return taskId;
    }
  }

  /** series.changed: created, edited, moved on or deleted. */
  record SeriesChanged(UserId userId, SeriesId seriesId, @Nullable Series series)
      implements UpdateEvent {
    @Override
    public Id subject() {
      return seriesId;
    }
  }

  /** reminder.changed: created, moved, handled or deleted. */
  record ReminderChanged(UserId userId, ReminderId reminderId, @Nullable Reminder reminder)
      implements UpdateEvent {
    @Override
    public Id subject() {
      return reminderId;
    }
  }

  /** notification.created: the person has been told something. */
  record NotificationCreated(UserId userId, Notification notification) implements UpdateEvent {
    @Override
    public Id subject() {
      return notification.id();
    }
  }
}
