package dev.punctual.contracts.event;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Task;
import java.util.List;

/** The journal of tasks. */
public sealed interface TaskEvent extends Event {

  /** task.created */
  record TaskCreated(UserId userId, Task task) implements TaskEvent {
    @Override
    public Id subject() {
      return task.id();
    }
  }

  /**
   * task.updated
   *
   * @param changed the names of the fields that differ, in the order of the task's fields; not
   *     empty
   */
  record TaskUpdated(UserId userId, List<String> changed, Task before, Task after)
      implements TaskEvent {
    public TaskUpdated {
      changed = List.copyOf(changed);
    }

    @Override
    public Id subject() {
      return after.id();
    }
  }

  /** task.deleted */
  record TaskDeleted(UserId userId, Task task) implements TaskEvent {
    @Override
    public Id subject() {
      return task.id();
    }
  }
}
