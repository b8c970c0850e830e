package dev.punctual.gateway.task;

import dev.punctual.contracts.Priority;
import dev.punctual.contracts.TaskStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as a file tells of it.
 *
 * @param status skipped only of an occurrence
 * @param completedAt null: not told
 */
public record TaskStory(
    String title,
    String notes,
    TaskStatus status,
    Priority priority,
    List<String> tags,
    @Nullable DueDraft due,
    Instant createdAt,
    @Nullable Instant completedAt) {
  public TaskStory {
    tags = List.copyOf(tags);
  }
}
