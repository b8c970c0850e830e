package dev.punctual.gateway.task;

import dev.punctual.contracts.Due;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of one occurrence of a series, by a merge patch: the words of the series where
 * they are those of the task, so that the same patch may be meant for one or for all.
 *
 * @param start the local time or the date that the task is due at
 * @param zone IANA name; null: the person's own
 * @param status skipped takes the place of one that is not to be done
 */
public record OccurrenceDraft(
    String title,
    String start,
    @Nullable String zone,
    @Nullable String notes,
    List<String> tags,
    @Nullable Priority priority,
    @Nullable TaskStatus status) {
  public OccurrenceDraft {
    tags = List.copyOf(tags);
  }

  /** The draft of a task that is due then. */
  TaskDraft words(@Nullable DueDraft due) {
    return new TaskDraft(title, notes, status, priority, tags, due);
  }

  static OccurrenceDraft of(Task task, @Nullable Due due) {
    return new OccurrenceDraft(
        task.title(),
        due == null ? "" : due.date() == null ? String.valueOf(due.local()) : due.date().toString(),
        due == null ? null : due.zone().getId(),
        task.notes(),
        task.tags(),
        task.priority(),
        task.status());
  }
}
