package dev.punctual.gateway.task;

import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.gateway.http.MergePatch;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a task, to create it or, after a merge patch, to edit it.
 *
 * @param notes default empty
 * @param status default pending
 * @param priority default medium
 * @param tags default none
 * @param due default none
 */
public record TaskDraft(
    String title,
    @Nullable String notes,
    @Nullable TaskStatus status,
    @Nullable Priority priority,
    List<String> tags,
    @Nullable DueDraft due) {
  private static final Set<String> WHEN = Set.of("local", "date", "at");

  public TaskDraft {
    tags = List.copyOf(tags);
  }

  static TaskDraft of(Task task) {
    return new TaskDraft(
        task.title(),
        task.notes(),
        task.status(),
        task.priority(),
        task.tags(),
        DueDraft.of(task.due()));
  }

  /** The task's draft with a patch applied: a due that says when anew replaces the old when. */
  static TaskDraft patched(Task task, MergePatch patch) {
    TaskDraft draft = of(task);
    DueDraft due = draft.due();
    boolean when = !Collections.disjoint(patch.namesWithin("due"), WHEN);
    return patch.applyTo(
        due != null && when
            ? new TaskDraft(
                draft.title, draft.notes, draft.status, draft.priority, draft.tags, due.zoneOnly())
            : draft);
  }
}
