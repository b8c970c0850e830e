package dev.punctual.gateway.reminder;

import static dev.punctual.contracts.ReminderStatus.DELIVERED;
import static dev.punctual.contracts.ReminderStatus.MISSED;
import static dev.punctual.contracts.ReminderStatus.SCHEDULED;

import dev.punctual.contracts.Due;
import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.reminder.ReminderStore.Story;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.Owned;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.ReminderRows;
import dev.punctual.store.Sql;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a task's fate means to its reminders. The task is locked before. */
public final class TaskReminders {
  private TaskReminders() {}

  /** Which of these tasks have reminders that their fate could mean something to, in order. */
  public static Set<TaskId> among(Write write, List<TaskId> tasks) {
    return tasks.isEmpty()
        ? Set.of()
        : new LinkedHashSet<>(
            Sql.list(
                write.connection(),
                "SELECT DISTINCT task_id FROM reminder WHERE user_id = ? AND task_id = ANY (?)"
                    + " ORDER BY task_id",
                row -> new TaskId(row.uuid("task_id")),
                write.user(),
                tasks));
  }

  /**
   * Moves the relative reminders. One that is still to come and would have fired meanwhile fires
   * now, and is delivered or marked as missed by its lateness; one that has been is armed again
   * when its time is to come again.
   *
   * @param due null: there is nothing left to count from, what is to come is cancelled
   */
  public static void dueMoved(Write write, TaskId task, @Nullable Due due) {
    for (ReminderRow row : of(write, task, SCHEDULED, DELIVERED, MISSED)) {
      Reminder reminder = row.reminder();
      if (reminder.at() != null) {
        continue;
      }
      boolean toCome = reminder.status() == SCHEDULED;
      if (due == null) {
        if (toCome) {
          ReminderStore.update(
              write, row, ReminderStates.cancelled(row), ZoneOffset.UTC, Story.DUE_GONE);
        }
        continue;
      }
      Instant fireAt =
          Objects.requireNonNull(
              FireTimes.of(due, reminder.before(), reminder.after(), write.clock().dayStart()));
      boolean again = toCome || fireAt.isAfter(write.now());
      if (again && !fireAt.equals(reminder.fireAt())) {
        ReminderStore.update(
            write, row, ReminderStates.movedTo(row, fireAt), due.zone(), Story.MOVED);
      }
    }
  }

  /**
   * Moves those that count from a date, now that days begin at another time; one that was put off
   * stays where it is.
   */
  public static void dayStartMoved(Write write, LocalTime before, LocalTime after) {
    List<TaskRow> tasks =
        Sql.list(
            write.connection(),
            "SELECT t.* FROM task t WHERE t.user_id = ? AND t.due_date IS NOT NULL AND EXISTS"
                + " (SELECT FROM reminder r WHERE r.user_id = t.user_id AND r.task_id = t.id"
                + " AND r.status = 'scheduled' AND r.at IS NULL) ORDER BY t.id FOR UPDATE OF t",
            TaskRows::read,
            write.user());
    for (TaskRow task : tasks) {
      Due due = Objects.requireNonNull(task.task().due());
      for (ReminderRow row : of(write, task.task().id(), SCHEDULED)) {
        Reminder reminder = row.reminder();
        Instant was = FireTimes.of(due, reminder.before(), reminder.after(), before);
        Instant fireAt = FireTimes.of(due, reminder.before(), reminder.after(), after);
        if (fireAt != null && reminder.fireAt().equals(was)) {
          ReminderStore.update(
              write, row, ReminderStates.movedTo(row, fireAt), due.zone(), Story.MOVED);
        }
      }
    }
  }

  /** Those that a task begins with. */
  public static void begin(Write write, Task task, List<Reminder> reminders) {
    for (Reminder reminder : reminders) {
      Reminder counted = counted(task.due(), reminder, write.clock().dayStart());
      ReminderStore.create(write, new ReminderRow(write.user(), counted, 1, write.now()));
    }
  }

  /** The series counted it from the rule's own time; the task may be due at another. */
  private static Reminder counted(@Nullable Due due, Reminder reminder, LocalTime dayStart) {
    Instant fireAt =
        due == null ? null : FireTimes.of(due, reminder.before(), reminder.after(), dayStart);
    return fireAt == null
        ? reminder
        : new Reminder(
            reminder.id(),
            reminder.taskId(),
            null,
            reminder.before(),
            reminder.after(),
            reminder.status(),
            fireAt,
            null,
            reminder.version());
  }

  /** Cancels all that are still to come: the task is cancelled or deleted. */
  public static void taskGone(Write write, TaskId task) {
    for (ReminderRow row : of(write, task, SCHEDULED)) {
      ReminderStore.update(
          write, row, ReminderStates.cancelled(row), ZoneOffset.UTC, Story.TASK_GONE);
    }
  }

  /**
   * Schedules again what was cancelled with a task that is back now; what would have fired
   * meanwhile stays cancelled.
   *
   * @param deletion the change that cancelled it
   */
  public static void taskBack(Write write, TaskId task, ChangeId deletion) {
    List<ReminderRow> rows =
        Sql.list(
            write.connection(),
            "SELECT r.* FROM reminder r JOIN change c ON c.user_id = r.user_id"
                + " AND c.subject_id = r.id AND c.id = ? AND c.before ->> 'status' = 'scheduled'"
                + " WHERE r.user_id = ? AND r.task_id = ? AND r.status = 'cancelled'"
                + " AND r.fire_at > ? ORDER BY r.id FOR UPDATE OF r",
            ReminderRows::read,
            deletion,
            write.user(),
            task,
            write.now());
    for (ReminderRow row : rows) {
      ReminderStore.update(
          write,
          row,
          ReminderStates.movedTo(row, row.reminder().fireAt()),
          ZoneOffset.UTC,
          Story.TASK_BACK);
    }
  }

  private static List<ReminderRow> of(Write write, TaskId task, ReminderStatus... statuses) {
    return ReminderRows.lockOfTask(write.connection(), new Owned<>(write.user(), task), statuses);
  }
}
