package dev.punctual.gateway.task;

import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Task;
import java.time.ZoneId;

/** What a person may ask of a task. */
sealed interface TaskCommand {

  /**
   * A new one.
   *
   * @param zone the person's own
   */
  record Create(TaskId id, TaskDraft draft, ZoneId zone) implements TaskCommand {}

  /**
   * A task as it is to be.
   *
   * @param dueNamed whether the person spoke of the due; else it stays to the second what it is
   * @param zone the person's own
   */
  record Edit(Task task, TaskDraft draft, boolean dueNamed, ZoneId zone) implements TaskCommand {}

  /** Done. Nothing changes when it is done already. */
  record Complete(Task task) implements TaskCommand {}

  /** Not done, or skipped, after all. Nothing changes when it is open. */
  record Reopen(Task task) implements TaskCommand {}

  /** An open occurrence that is not to be done. Nothing changes when it is skipped already. */
  record Skip(Task task) implements TaskCommand {}
}
