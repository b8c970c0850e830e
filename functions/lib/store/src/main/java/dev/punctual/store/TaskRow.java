package dev.punctual.store;

import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.OccurrenceKey;
import dev.punctual.contracts.Task;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task as it is kept.
 *
 * @param deletedAt when it went to the trash; null: it did not
 */
public record TaskRow(UserId user, Task task, @Nullable Instant deletedAt) {

  public Owned<TaskId> key() {
    return new Owned<>(user, task.id());
  }

  /** The business key of an occurrence; null: it is none. */
  public @Nullable String occurrenceKey() {
    return task.seriesId() == null || task.occurrence() == null
        ? null
        : OccurrenceKey.of(user, task.seriesId(), task.occurrence());
  }
}
