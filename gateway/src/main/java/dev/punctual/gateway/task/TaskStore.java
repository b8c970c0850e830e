package dev.punctual.gateway.task;

import dev.punctual.contracts.Due;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.gateway.http.NewestFirst;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.PageRequest;
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
import org.jspecify.annotations.Nullable;

/**
 * Loads tasks and saves what was decided, with all that follows. What is in the trash is absent.
 */
final class TaskStore {
  private TaskStore() {}

  static Page<Task> list(
      Connection connection, UserId user, PageRequest page, @Nullable TaskStatus status) {
    List<TaskRow> rows =
        NewestFirst.of("SELECT t.* FROM task t", "t", user)
            .where("t.deleted_at IS NULL")
            .whereEqual("status", status)
            .rows(connection, page, TaskRows::read);
    return page.page(
        rows,
        TaskRow::task,
        row -> new PageRequest.Key(row.task().createdAt(), row.task().id().value()));
  }

  /**
   * A person's task.
   *
   * @throws Refused when there is none
   */
  static Task find(Connection connection, UserId user, TaskId id) {
    return present(TaskRows.find(connection, List.of(new Owned<>(user, id))));
  }

  /** As {@link #find}, locked until the write ends. */
  static Task lock(Write write, TaskId id) {
    return present(TaskRows.lock(write.connection(), List.of(new Owned<>(write.user(), id))));
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
    if (after.equals(before)) {
      return;
    }
    Tags.ensure(write, after.tags());
    TaskRows.update(write.connection(), List.of(row(write, after)));
    setOverdueTimer(write, before, after);
    write.changed(Change.Kind.TASK, after.id(), before, after);
    TaskConsequences.updated(write.user(), before, after).forEach(write::emit);
    Due due = after.due();
    if (!Objects.equals(before.due(), due)) {
      TaskReminders.dueMoved(write, after.id(), due);
    }
    // Completed is no reason: what is due then is suppressed, and comes when the task is reopened.
    if (after.status() == TaskStatus.CANCELLED) {
      TaskReminders.taskGone(write, after.id());
    }
  }

  /** To the trash. */
  static void delete(Write write, Task task) {
    TaskRows.update(write.connection(), List.of(new TaskRow(write.user(), task, write.now())));
    write.removeTimer(TimerKind.OVERDUE, task.id());
    write.changed(Change.Kind.TASK, task.id(), task, null);
    TaskConsequences.deleted(write.user(), task).forEach(write::emit);
    TaskReminders.taskGone(write, task.id());
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
