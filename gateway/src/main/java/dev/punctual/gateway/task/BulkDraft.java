package dev.punctual.gateway.task;

import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Priority;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with which tasks: with those of {@code ids}, or with all that {@code q} finds.
 *
 * @param ids at most 1,000, default none
 * @param q at most 10,000 tasks fulfil it
 * @param due with move-due; null: due no more
 * @param tag with add-tag and remove-tag
 * @param priority with set-priority
 * @param expected how many tasks these are; to be said when there is more than one
 */
record BulkDraft(
    List<TaskId> ids,
    @Nullable String q,
    BulkAction action,
    @Nullable DueDraft due,
    @Nullable String tag,
    @Nullable Priority priority,
    @Nullable Integer expected) {
  BulkDraft {
    ids = ids.stream().distinct().toList();
  }
}
