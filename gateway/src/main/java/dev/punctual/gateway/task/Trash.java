package dev.punctual.gateway.task;

import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.http.NewestFirst;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.PageRequest;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.reminder.TaskReminders;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.ChangeLog;
import dev.punctual.store.Owned;
import dev.punctual.store.Sql;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import dev.punctual.store.Upkeep;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tasks that were deleted, until they are deleted for good. */
final class Trash {
  /** What series remember of tasks that are gone for good, in one write. */
  private static final int MAX_AHEAD = 1_000;

  private Trash() {}

  static Page<Trashed> list(Connection connection, UserId user, PageRequest page) {
    List<Trashed> rows =
        NewestFirst.of("SELECT t.* FROM task t", "t", user)
            .by("deleted_at")
            .where("t.deleted_at IS NOT NULL")
            .rows(connection, page, row -> trashed(TaskRows.read(row)));
    return page.page(
        rows, row -> row, row -> new PageRequest.Key(row.deletedAt(), row.task().id().value()));
  }

  /**
   * A task in the trash.
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

  /** Back where it was, with the reminders that are still to come. */
  static Task restore(Write write, Task task) {
    Task back = TaskDecider.as(task, task, write.now());
    TaskStore.bringBack(write, back);
    ChangeLog.deletion(write.connection(), write.user(), task.id())
        .ifPresent(deletion -> TaskReminders.taskBack(write, task.id(), deletion));
    return back;
  }

  /**
   * Those that a series would make again if their rows were gone.
   *
   * @param id only this one; null: all
   */
  static List<Task> ahead(Write write, @Nullable TaskId id) {
    return Sql.list(
            write.connection(),
            "SELECT t.* FROM task t JOIN series s ON s.user_id = t.user_id AND s.id = t.series_id"
                + " WHERE t.user_id = ? AND t.deleted_at IS NOT NULL"
                + " AND t.id = coalesce(?::uuid, t.id)"
                + " AND t.occurrence > coalesce(s.last_occurrence, '') ORDER BY t.id LIMIT ?",
            TaskRows::read,
            write.user(),
            id,
            MAX_AHEAD)
        .stream()
        .map(TaskRow::task)
        .toList();
  }

  /**
   * Deletes for good, with reminders, notifications and history.
   *
   * @param id only this one; null: all
   * @return how many tasks
   */
  static int delete(Write write, @Nullable TaskId id) {
    return Sql.one(
            write.connection(),
            """
            WITH gone AS (
              DELETE FROM task WHERE user_id = ? AND deleted_at IS NOT NULL
              AND id = coalesce(?::uuid, id) RETURNING user_id, id),
            with_reminders AS (
              SELECT user_id, id FROM gone UNION ALL
              SELECT r.user_id, r.id FROM reminder r
              JOIN gone g ON g.user_id = r.user_id AND g.id = r.task_id),
            forgotten AS (
              DELETE FROM change c USING with_reminders g
              WHERE c.user_id = g.user_id AND c.subject_id = g.id)
            SELECT count(*) AS tasks FROM gone
            """,
            row -> row.integer("tasks"),
            write.user(),
            id)
        .orElseThrow();
  }

  private static Trashed trashed(TaskRow row) {
    Instant deletedAt = Objects.requireNonNull(row.deletedAt());
    return new Trashed(row.task(), deletedAt, deletedAt.plus(Upkeep.TRASH.kept()));
  }

  private static Task present(List<TaskRow> rows) {
    return rows.stream()
        .filter(row -> row.deletedAt() != null)
        .findFirst()
        .orElseThrow(Refused::notFound)
        .task();
  }
}
