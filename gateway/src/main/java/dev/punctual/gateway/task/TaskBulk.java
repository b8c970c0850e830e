package dev.punctual.gateway.task;

import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.find.TaskCount;
import dev.punctual.gateway.find.TaskFinder;
import dev.punctual.gateway.find.Viewpoints;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.query.Query;
import dev.punctual.gateway.query.Viewpoint;
import dev.punctual.gateway.write.Write;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One thing done with many tasks, or with none of them. */
@Singleton
final class TaskBulk {
  /** So many may be named at once. */
  static final int MAX_IDS = 1_000;

  /** So many may be found at once. */
  static final int MAX_FOUND = 10_000;

  private final OccurrenceWatch watch;

  TaskBulk(OccurrenceWatch watch) {
    this.watch = watch;
  }

  /**
   * Does it, within a write.
   *
   * @throws Refused when one of the tasks is not there or does not allow it, or when they are not
   *     as many as expected; nothing is written then
   */
  BulkResult run(Write write, Person person, BulkDraft draft) {
    BulkDecider.Rule rule = BulkDecider.rule(draft).orRefuse();
    List<Task> tasks = draft.q() == null ? named(write, draft) : found(write, draft, draft.q());
    requireExpected(draft, tasks.size());
    if (draft.action() == BulkAction.DELETE) {
      delete(write, tasks);
      return new BulkResult(tasks.size(), tasks.size());
    }
    List<TaskEdit> edits = new ArrayList<>(tasks.size());
    for (Task task : tasks) {
      edits.add(new TaskEdit(task, decided(task, rule.apply(task, person.zone(), write.now()))));
    }
    update(write, edits.stream().filter(TaskEdit::changes).toList());
    return new BulkResult(tasks.size(), (int) edits.stream().filter(TaskEdit::changes).count());
  }

  private List<Task> named(Write write, BulkDraft draft) {
    if (draft.ids().isEmpty()) {
      throw new Refused(ProblemCode.REQUIRED, "ids", "Say which tasks, by ids or by q.");
    }
    if (draft.ids().size() > MAX_IDS) {
      throw new Refused(
          ProblemCode.TOO_MANY, "ids", "At most " + MAX_IDS + " tasks are named at once.");
    }
    List<Task> tasks = TaskLock.lock(write, draft.ids(), watch);
    if (tasks.size() < draft.ids().size()) {
      throw Refused.notFound();
    }
    return tasks;
  }

  private List<Task> found(Write write, BulkDraft draft, String q) {
    if (!draft.ids().isEmpty()) {
      throw new Refused(
          ProblemCode.INVALID_VALUE, "q", "Say which tasks by ids or by q, not both.");
    }
    Query query = Query.parse(q).orRefuse("q");
    Viewpoint viewpoint = Viewpoints.of(write.connection(), write.user(), write.now());
    List<TaskId> ids = ids(write, query, viewpoint);
    if (ids.size() > MAX_FOUND) {
      throw new Refused(
          ProblemCode.TOO_MANY, "q", "More than " + MAX_FOUND + " tasks are found; ask for fewer.");
    }
    requireExpected(draft, ids.size());
    List<Task> locked = TaskLock.lock(write, ids, watch);
    // Somebody may have changed one before it was locked.
    Set<TaskId> still = new HashSet<>(ids(write, query, viewpoint));
    return locked.stream().filter(task -> still.contains(task.id())).toList();
  }

  private static List<TaskId> ids(Write write, Query query, Viewpoint viewpoint) {
    return TaskFinder.ids(write.connection(), write.user(), query, viewpoint, MAX_FOUND + 1);
  }

  private static void requireExpected(BulkDraft draft, int count) {
    Integer expected = draft.expected();
    if (expected == null ? count > 1 : expected != count) {
      throw Refused.otherCount(
          "expected",
          "These are "
              + count
              + " tasks; say expected: "
              + count
              + (expected == null ? " to mean so many." : " if so many are meant."),
          new TaskCount(count));
    }
  }

  private static Task decided(Task task, Decision<Task> decision) {
    return switch (decision) {
      case Accepted<Task>(Task after) -> after;
      case Rejected<Task>(ProblemCode code, String field, String message) ->
          throw new Refused(
              code, field, message + " It is task " + task.id() + "; nothing was changed.");
    };
  }

  private void update(Write write, List<TaskEdit> edits) {
    TaskStore.updateAll(write, edits.stream().filter(edit -> isAlone(edit.before())).toList());
    for (TaskEdit edit : edits) {
      // One after the other: what a series does depends on which of its tasks are open by then.
      if (!isAlone(edit.before())) {
        TaskStore.update(write, edit.before(), edit.after());
        watch.changed(write, edit.before(), edit.after());
      }
    }
  }

  private void delete(Write write, List<Task> tasks) {
    TaskStore.deleteAll(write, tasks.stream().filter(TaskBulk::isAlone).toList());
    for (Task task : tasks) {
      if (!isAlone(task)) {
        TaskStore.delete(write, task);
        watch.changed(write, task, null);
      }
    }
  }

  private static boolean isAlone(Task task) {
    return task.seriesId() == null;
  }
}
