package dev.punctual.gateway.task;

import dev.punctual.contracts.Task;
import dev.punctual.gateway.write.Write;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the series of an occurrence has to know of its task. */
public interface OccurrenceWatch {

  /** Locks what will have to change with a task, before the task itself is locked. */
  void before(Write write, Task task);

  /**
   * Tells that a task was written.
   *
   * @param before null: it came back from the trash
   * @param after null: it went to the trash
   */
  void changed(Write write, @Nullable Task before, @Nullable Task after);

  /** Tells, before they are deleted for good, of tasks in the trash: they are not made again. */
  void forgotten(Write write, List<Task> tasks);
}
