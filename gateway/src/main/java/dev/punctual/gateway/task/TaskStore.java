package dev.punctual.gateway.task;

import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.reminder.TaskReminders;
import dev.punctual.gateway.write.Tags;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.Change;
import dev.punctual.store.Owned;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import dev.punctual.store.TimerKind;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loads tasks and saves what was decided, with all that follows. What is in the trash is absent.
 */
final class TaskStore {
  private TaskStore() {}

  /**
   * A person's task.
   *
   * @throws Refused when there is none
   */
  static Task find(Connection connection, UserId user, TaskId id) {
    return present(TaskRows.find(connection, List.of(new Owned<>(user, id))));
  }

  static void create(Write write, Task task) {
    Tags.ensure(write, task.tags());
    TaskRows.insert(write.connection(), List.of(row(write, task)));
    setOverdueTimer(write, null, task);
    write.changed(Change.Kind.TASK, task.id(), null, task);
    TaskConsequences.created(write.user(), task).forEach(write::emit);
  }

  /** Nothing when both are the same. */
  static void update(Write write, Task before, Task after) {
    updateAll(write, List.of(new TaskEdit(before, after)));
  }

  /** Saves many, in sets; nothing for those that are what they were. */
  static void updateAll(Write write, List<TaskEdit> all) {
    List<TaskEdit> edits = all.stream().filter(TaskEdit::changes).toList();
    Tags.ensure(
        write, edits.stream().flatMap(edit -> edit.after().tags().stream()).distinct().toList());
    TaskRows.update(
        write.connection(), edits.stream().map(edit -> row(write, edit.after())).toList());
    edits.forEach(edit -> note(write, edit.before(), edit.after()));
    remind(write, edits);
  }

  private static void note(Write write, Task before, Task after) {
    setOverdueTimer(write, before, after);
    write.changed(Change.Kind.TASK, after.id(), before, after);
    TaskConsequences.updated(write.user(), before, after).forEach(write::emit);
  }

  private static void remind(Write write, List<TaskEdit> edits) {
    Set<TaskId> reminded =
        TaskReminders.among(
            write,
            edits.stream().filter(TaskStore::matters).map(edit -> edit.after().id()).toList());
    for (TaskEdit edit : edits) {
      Task after = edit.after();
      if (!reminded.contains(after.id())) {
        continue;
      }
      if (!Objects.equals(edit.before().due(), after.due())) {
        TaskReminders.dueMoved(write, after.id(), after.due());
      }
      // Completed is no reason: what is due then is suppressed, and comes when it is reopened.
      if (after.status() == TaskStatus.CANCELLED) {
        TaskReminders.taskGone(write, after.id());
      }
    }
  }

  private static boolean matters(TaskEdit edit) {
    return edit.after().status() == TaskStatus.CANCELLED
        || !Objects.equals(edit.before().due(), edit.after().due());
  }

  /** To the trash. */
  static void delete(Write write, Task task) {
    deleteAll(write, List.of(task));
  }

  /** Many to the trash, in sets. */
  static void deleteAll(Write write, List<Task> tasks) {
    TaskRows.update(
        write.connection(),
        tasks.stream().map(task -> new TaskRow(write.user(), task, write.now())).toList());
    for (Task task : tasks) {
      write.removeTimer(TimerKind.OVERDUE, task.id());
      write.changed(Change.Kind.TASK, task.id(), task, null);
      TaskConsequences.deleted(write.user(), task).forEach(write::emit);
    }
    TaskReminders.among(write, tasks.stream().map(Task::id).toList())
        .forEach(id -> TaskReminders.taskGone(write, id));
  }

  /** Back from the trash, one version on; its reminders are another matter. */
  static void bringBack(Write write, Task task) {
    Tags.ensure(write, task.tags());
    TaskRows.update(write.connection(), List.of(row(write, task)));
    setOverdueTimer(write, null, task);
    write.changed(Change.Kind.TASK, task.id(), null, task);
    TaskConsequences.created(write.user(), task).forEach(write::emit);
  }

  static void setOverdueTimer(Write write, @Nullable Task before, Task after) {
    boolean same =
        before != null
            && Objects.equals(before.due(), after.due())
            && TaskDecider.isOpen(before.status()) == TaskDecider.isOpen(after.status());
    if (!same) {
      TaskConsequences.overdueTimer(write.user(), after, write.now())
          .ifPresentOrElse(write::setTimer, () -> write.removeTimer(TimerKind.OVERDUE, after.id()));
    }
  }

  private static TaskRow row(Write write, Task task) {
    return new TaskRow(write.user(), task, null);
  }

  private static Task present(List<TaskRow> rows) {
    Optional<TaskRow> row = rows.stream().filter(found -> found.deletedAt() == null).findFirst();
    return row.orElseThrow(Refused::notFound).task();
  }
}
