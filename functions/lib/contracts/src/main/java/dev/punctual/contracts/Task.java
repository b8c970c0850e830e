package dev.punctual.contracts;

import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as people and programs see it (DESIGN §5).
 *
 * @param occurrence of a series, the rule's own local time; null with {@code seriesId}
 * @param version grows by one with every write; the entity tag
 */
public record Task(
    TaskId id,
    String title,
    String notes,
    TaskStatus status,
    Priority priority,
    List<String> tags,
    @Nullable Due due,
    @Nullable SeriesId seriesId,
    @Nullable String occurrence,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant completedAt,
    int version) {
  public Task {
    tags = List.copyOf(tags);
  }
}
