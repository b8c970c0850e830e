package dev.punctual.gateway.reminder;

import dev.punctual.contracts.Due;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.Owned;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.ReminderRows;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a task's fate means to its reminders. The task is locked before. */
public final class TaskReminders {
  private TaskReminders() {}

  /**
   * Moves the relative reminders that are still to come. One that would have fired meanwhile fires
   * now, and is delivered or marked as missed by its lateness.
   *
   * @param due null: there is nothing left to count from, they are cancelled
   */
  public static void dueMoved(Write write, TaskId task, @Nullable Due due) {
    for (ReminderRow row : scheduled(write, task)) {
      String before = row.reminder().before();
      if (before == null) {
        continue;
      }
      if (due == null) {
        ReminderStore.update(write, row, ReminderStates.cancelled(row));
        continue;
      }
      Instant fireAt = FireTimes.before(due, before);
      if (!fireAt.equals(row.reminder().fireAt())) {
        ReminderStore.update(write, row, ReminderStates.movedTo(row, fireAt));
      }
    }
  }

  /** Cancels all that are still to come. */
  public static void taskGone(Write write, TaskId task) {
    for (ReminderRow row : scheduled(write, task)) {
      ReminderStore.update(write, row, ReminderStates.cancelled(row));
    }
  }

  private static List<ReminderRow> scheduled(Write write, TaskId task) {
    return ReminderRows.lockScheduled(write.connection(), new Owned<>(write.user(), task));
  }
}
