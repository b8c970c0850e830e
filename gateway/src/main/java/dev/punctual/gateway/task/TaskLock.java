package dev.punctual.gateway.task;

import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.DatabaseFault;
import dev.punctual.store.Owned;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Locks tasks with what has to be locked before them: series, both in the order of their ids. */
final class TaskLock {
  private static final int MAX_TRIES = 5;

  private TaskLock() {}

  /**
   * A person's task, locked until the write ends.
   *
   * @throws Refused when there is none, or it is moved time and again
   */
  static Task lock(Write write, TaskId id, OccurrenceWatch watch) {
    return lock(write, List.of(id), watch).stream().findFirst().orElseThrow(Refused::notFound);
  }

  /**
   * Those that are there, locked until the write ends. To which series they belong is read before
   * they are locked; when a split has moved one to another meanwhile, all is let go and begun anew,
   * so that no series is ever locked after a task.
   *
   * @throws Refused when they are moved time and again
   */
  static List<Task> lock(Write write, List<TaskId> ids, OccurrenceWatch watch) {
    List<Owned<TaskId>> keys = ids.stream().map(id -> new Owned<>(write.user(), id)).toList();
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Savepoint before = savepoint(write);
      Map<SeriesId, Task> watched = ofSeries(present(TaskRows.find(write.connection(), keys)));
      watched.values().forEach(task -> watch.before(write, task));
      List<Task> locked = present(TaskRows.lock(write.connection(), keys));
      if (watched.keySet().containsAll(ofSeries(locked).keySet())) {
        return locked;
      }
      letGo(write, before);
    }
    throw new Refused(
        ProblemCode.WRONG_STATE, "seriesId", "Its series is being split; try it once more.");
  }

  private static Map<SeriesId, Task> ofSeries(List<Task> tasks) {
    Map<SeriesId, Task> ofSeries =
        new TreeMap<>(Comparator.comparing((SeriesId id) -> id.value().toString()));
    for (Task task : tasks) {
      if (task.seriesId() != null) {
        ofSeries.put(task.seriesId(), task);
      }
    }
    return ofSeries;
  }

  private static List<Task> present(Collection<TaskRow> rows) {
    return rows.stream().filter(row -> row.deletedAt() == null).map(TaskRow::task).toList();
  }

  private static Savepoint savepoint(Write write) {
    try {
      return write.connection().setSavepoint();
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  /** PostgreSQL gives back the locks that were taken since. */
  private static void letGo(Write write, Savepoint before) {
    try {
      write.connection().rollback(before);
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }
}
