package dev.punctual.gateway.task;

import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.DatabaseFault;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Objects;

/** Locks a task with what has to be locked before it: a series before its tasks. */
final class TaskLock {
  private static final int MAX_TRIES = 5;

  private TaskLock() {}

  /**
   * A person's task, locked until the write ends. Which series it belongs to is read before it is
   * locked; when a split has moved it to another one meanwhile, all is let go and begun anew, so
   * that no series is ever locked after a task.
   *
   * @throws Refused when there is none, or it is moved time and again
   */
  static Task lock(Write write, TaskId id, OccurrenceWatch watch) {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Savepoint before = savepoint(write);
      Task seen = TaskStore.find(write.connection(), write.user(), id);
      watch.before(write, seen);
      Task locked = TaskStore.lock(write, id);
      if (Objects.equals(locked.seriesId(), seen.seriesId())) {
        return locked;
      }
      letGo(write, before);
    }
    throw new Refused(
        ProblemCode.WRONG_STATE, "seriesId", "Its series is being split; try it once more.");
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
