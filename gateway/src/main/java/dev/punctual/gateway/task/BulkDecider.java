package dev.punctual.gateway.task;

import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.decide.Wording;
import dev.punctual.gateway.http.ProblemCode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What many tasks become, each by the rules for one. */
final class BulkDecider {
  private BulkDecider() {}

  /**
   * What one of the tasks becomes.
   *
   * @param zone the person's own
   */
  interface Rule {
    Decision<Task> apply(Task task, ZoneId zone, Instant now);
  }

  /** The rule that a draft asks for, and that it says all that the rule needs; not for delete. */
  static Decision<Rule> rule(BulkDraft draft) {
    return switch (draft.action()) {
      case COMPLETE ->
          new Accepted<>((task, zone, now) -> decide(new TaskCommand.Complete(task), now));
      case REOPEN -> new Accepted<>((task, zone, now) -> decide(new TaskCommand.Reopen(task), now));
      case DELETE -> new Accepted<>((task, zone, now) -> new Accepted<>(task));
      case MOVE_DUE -> new Accepted<>((task, zone, now) -> due(task, draft.due(), zone, now));
      case ADD_TAG -> tag(draft).then(tag -> new Accepted<>(retag(tag, true)));
      case REMOVE_TAG -> tag(draft).then(tag -> new Accepted<>(retag(tag, false)));
      case SET_PRIORITY ->
          needed("priority", draft.priority())
              .then(priority -> new Accepted<>(prioritise(priority)));
    };
  }

  /** A task with other tags. */
  static Decision<Task> tagged(Task task, List<String> tags, ZoneId zone, Instant now) {
    TaskDraft said = TaskDraft.of(task);
    return edit(
        task,
        new TaskDraft(said.title(), said.notes(), said.status(), said.priority(), tags, said.due()),
        false,
        zone,
        now);
  }

  private static Rule retag(String tag, boolean add) {
    return (task, zone, now) -> {
      List<String> tags = new ArrayList<>(task.tags());
      boolean changes = add ? !tags.contains(tag) && tags.add(tag) : tags.remove(tag);
      return changes ? tagged(task, tags, zone, now) : new Accepted<>(task);
    };
  }

  private static Rule prioritise(Priority priority) {
    return (task, zone, now) -> {
      TaskDraft said = TaskDraft.of(task);
      return edit(
          task,
          new TaskDraft(
              said.title(), said.notes(), said.status(), priority, said.tags(), said.due()),
          false,
          zone,
          now);
    };
  }

  private static Decision<Task> due(Task task, @Nullable DueDraft due, ZoneId zone, Instant now) {
    TaskDraft said = TaskDraft.of(task);
    return edit(
        task,
        new TaskDraft(said.title(), said.notes(), said.status(), said.priority(), said.tags(), due),
        true,
        zone,
        now);
  }

  private static Decision<Task> edit(
      Task task, TaskDraft draft, boolean dueNamed, ZoneId zone, Instant now) {
    return decide(new TaskCommand.Edit(task, draft, dueNamed, zone), now);
  }

  private static Decision<Task> decide(TaskCommand command, Instant now) {
    return TaskDecider.decide(command, now);
  }

  private static Decision<String> tag(BulkDraft draft) {
    return needed("tag", draft.tag()).then(tag -> Wording.tag(tag, "tag"));
  }

  private static <T> Decision<T> needed(String field, @Nullable T value) {
    return value == null
        ? new Rejected<>(ProblemCode.REQUIRED, field, field + " is required for this action.")
        : new Accepted<>(value);
  }
}
