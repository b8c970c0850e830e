package dev.punctual.gateway.task;

import dev.punctual.calendar.Zones;
import dev.punctual.contracts.Due;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.Sql;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** When tasks are due, when the clocks of a zone go differently than they did. */
public final class TaskTimes {
  private TaskTimes() {}

  /** Resolves what is open and still to come due again, in one write; reminders follow. */
  public static void resolveAgain(Write write) {
    List<Task> tasks =
        Sql.list(
                write.connection(),
                TaskRows.SELECT
                    + "WHERE t.user_id = ? AND status IN ('pending', 'active')"
                    + " AND deleted_at IS NULL AND due_at > ? ORDER BY id FOR UPDATE",
                TaskRows::read,
                write.user(),
                write.now())
            .stream()
            .map(TaskRow::task)
            .toList();
    for (Task task : tasks) {
      TaskStore.update(write, task, resolved(task, write.now()));
    }
  }

  /** The same task, where nothing is different. */
  static Task resolved(Task task, Instant now) {
    Due due = task.due();
    if (due == null) {
      return task;
    }
    Instant at =
        due.local() == null
            ? due.date() == null ? due.at() : Zones.startOfDay(due.date(), due.zone()).at()
            : at(due, due.local());
    return at.equals(due.at())
        ? task
        : TaskDecider.dueAgain(task, new Due(due.local(), due.date(), due.zone(), at), now);
  }

  /** A due may be the second of two times of the same name; it stays so. */
  private static Instant at(Due due, LocalDateTime local) {
    boolean stillShows = LocalDateTime.ofInstant(due.at(), due.zone()).equals(local);
    return stillShows ? due.at() : Zones.resolve(local, due.zone()).at();
  }
}
