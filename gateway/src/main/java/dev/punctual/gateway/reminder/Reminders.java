package dev.punctual.gateway.reminder;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.http.Answers;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.reminder.ReminderStore.Story;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.Owned;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.ReminderRows;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The commands of reminders within a write: what REST and the assistant share. Each refuses what
 * cannot be granted ({@link Refused}); a version that {@code ifMatch} does not name is such a
 * thing.
 */
@Singleton
public final class Reminders {

  /** Schedules a reminder. */
  public Reminder create(Write write, ReminderDraft draft) {
    Task task = present(lockTask(write, draft.taskId()));
    int scheduled =
        ReminderRows.lockOfTask(
                write.connection(), new Owned<>(write.user(), task.id()), ReminderStatus.SCHEDULED)
            .size();
    ReminderId id = new ReminderId(Uuid7.next());
    ReminderRow row =
        ReminderDecider.create(
                write.user(),
                id,
                draft,
                new Occasion(task, scheduled, write.clock().dayStart()),
                write.now())
            .orRefuse();
    ReminderStore.create(write, row);
    return row.reminder();
  }

  /**
   * Takes a reminder back.
   *
   * @param zone the person's own
   */
  public void cancel(Write write, ZoneId zone, ReminderId id, @Nullable String ifMatch) {
    ReminderRow row = ReminderStore.lock(write, id);
    Answers.requireMatch(ifMatch, row.reminder(), row.reminder().version());
    ReminderStore.update(
        write, row, ReminderDecider.cancel(row).orRefuse(), zone, Story.TAKEN_BACK);
  }

  /** Takes back all of a task that are still to come; how many these were. */
  public int cancelOf(Write write, ZoneId zone, TaskId task) {
    Task locked = present(lockTask(write, task));
    List<ReminderRow> rows =
        ReminderRows.lockOfTask(
            write.connection(), new Owned<>(write.user(), locked.id()), ReminderStatus.SCHEDULED);
    rows.forEach(row -> cancel(write, zone, row.reminder().id(), null));
    return rows.size();
  }

  /**
   * Puts a reminder off: it comes later, and again when it has been.
   *
   * @param zone the person's own
   */
  public Reminder snooze(
      Write write, ZoneId zone, ReminderId id, SnoozeDraft draft, @Nullable String ifMatch) {
    TaskId taskId = ReminderStore.find(write.connection(), write.user(), id).taskId();
    // The task before its reminders.
    Task task =
        TaskRows.share(write.connection(), List.of(new Owned<>(write.user(), taskId))).stream()
            .filter(row -> row.deletedAt() == null)
            .map(TaskRow::task)
            .findFirst()
            .orElse(null);
    ReminderRow row = ReminderStore.lock(write, id);
    Answers.requireMatch(ifMatch, row.reminder(), row.reminder().version());
    ReminderRow after = ReminderDecider.snooze(row, task, draft, zone, write.now()).orRefuse();
    ReminderStore.update(write, row, after, zone, Story.SNOOZED);
    return after.reminder();
  }

  static Task present(List<TaskRow> rows) {
    return rows.stream()
        .filter(row -> row.deletedAt() == null)
        .findFirst()
        .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND, "taskId", "There is no such task."))
        .task();
  }

  private static List<TaskRow> lockTask(Write write, TaskId id) {
    return TaskRows.lock(write.connection(), List.of(new Owned<>(write.user(), id)));
  }
}
