package dev.punctual.gateway.task;

import static dev.punctual.contracts.TaskStatus.ACTIVE;
import static dev.punctual.contracts.TaskStatus.COMPLETED;
import static dev.punctual.contracts.TaskStatus.PENDING;
import static dev.punctual.contracts.TaskStatus.SKIPPED;

import dev.punctual.contracts.Due;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.decide.Wording;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.task.TaskCommand.Complete;
import dev.punctual.gateway.task.TaskCommand.Create;
import dev.punctual.gateway.task.TaskCommand.Edit;
import dev.punctual.gateway.task.TaskCommand.Reopen;
import dev.punctual.gateway.task.TaskCommand.Skip;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of tasks (DESIGN §4). */
final class TaskDecider {
  private TaskDecider() {}

  /** The task as it is afterwards; equal to what it was when the command changes nothing. */
  static Decision<Task> decide(TaskCommand command, Instant now) {
    return switch (command) {
      case Create create -> create(create, now);
      case Edit edit -> edit(edit, now);
      case Complete complete -> moved(complete.task(), COMPLETED, now);
      case Reopen reopen -> reopen(reopen.task(), now);
      case Skip skip -> skip(skip.task(), now);
    };
  }

  /** Whether there is still something to do. */
  static boolean isOpen(TaskStatus status) {
    return status.isOpen();
  }

  private static Decision<Task> create(Create create, Instant now) {
    Task blank =
        new Task(
            create.id(),
            "",
            "",
            PENDING,
            Priority.MEDIUM,
            List.of(),
            null,
            null,
            null,
            now,
            now,
            null,
            0);
    return worded(blank, create.draft(), due(create.draft(), create.zone()))
        .then(task -> withStatus(task, status(create.draft()), now))
        .then(task -> new Accepted<>(next(task, now)));
  }

  private static Decision<Task> edit(Edit edit, Instant now) {
    Task before = edit.task();
    Decision<Optional<Due>> due =
        edit.dueNamed()
            ? due(edit.draft(), edit.zone())
            : new Accepted<>(Optional.ofNullable(before.due()));
    return worded(before, edit.draft(), due)
        .then(task -> withStatus(task, status(edit.draft()), now))
        .then(task -> new Accepted<>(task.equals(before) ? before : next(task, now)));
  }

  private static Decision<Task> moved(Task task, TaskStatus to, Instant now) {
    return withStatus(task, to, now)
        .then(moved -> new Accepted<>(moved.equals(task) ? task : next(moved, now)));
  }

  private static Decision<Task> reopen(Task task, Instant now) {
    if (isOpen(task.status())) {
      return new Accepted<>(task);
    }
    return task.status() == SKIPPED
        ? new Accepted<>(next(become(task, PENDING, now), now))
        : moved(task, PENDING, now);
  }

  private static Decision<Task> skip(Task task, Instant now) {
    if (task.status() == SKIPPED) {
      return new Accepted<>(task);
    }
    return task.seriesId() != null && isOpen(task.status())
        ? new Accepted<>(next(become(task, SKIPPED, now), now))
        : wrongState(task.status(), SKIPPED);
  }

  private static Decision<Task> wrongState(TaskStatus from, TaskStatus to) {
    return new Rejected<>(
        ProblemCode.WRONG_STATE,
        "status",
        "A task that is " + from.wireName() + " cannot become " + to.wireName() + ".");
  }

  private static Decision<Optional<Due>> due(TaskDraft draft, ZoneId person) {
    return draft.due() == null
        ? new Accepted<>(Optional.empty())
        : Dues.decide(draft.due(), person).then(due -> new Accepted<>(Optional.of(due)));
  }

  private static Decision<Task> worded(Task task, TaskDraft draft, Decision<Optional<Due>> due) {
    return Wording.of(draft.title(), draft.notes(), draft.tags())
        .then(
            words ->
                due.then(
                    when ->
                        new Accepted<>(
                            new Task(
                                task.id(),
                                words.title(),
                                words.notes(),
                                task.status(),
                                draft.priority() == null ? Priority.MEDIUM : draft.priority(),
                                words.tags(),
                                when.orElse(null),
                                task.seriesId(),
                                task.occurrence(),
                                task.createdAt(),
                                task.updatedAt(),
                                task.completedAt(),
                                task.version()))));
  }

  private static TaskStatus status(TaskDraft draft) {
    return draft.status() == null ? PENDING : draft.status();
  }

  /** pending ↔ active; either → completed; any → cancelled; completed → pending. */
  private static Decision<Task> withStatus(Task task, TaskStatus to, Instant now) {
    TaskStatus from = task.status();
    boolean allowed =
        from == to
            || switch (to) {
              case PENDING -> from == ACTIVE || from == COMPLETED;
              case ACTIVE -> from == PENDING;
              case COMPLETED -> isOpen(from);
              case CANCELLED -> true;
              case SKIPPED -> false;
            };
    if (!allowed) {
      return wrongState(from, to);
    }
    return new Accepted<>(from == to ? task : become(task, to, now));
  }

  private static Task become(Task task, TaskStatus status, Instant now) {
    Instant completedAt =
        switch (status) {
          case COMPLETED -> now;
          case PENDING, ACTIVE, SKIPPED -> null;
          case CANCELLED -> task.completedAt();
        };
    return copy(task, status, task.updatedAt(), completedAt, task.version());
  }

  private static Task next(Task task, Instant now) {
    return copy(task, task.status(), now, task.completedAt(), task.version() + 1);
  }

  /** The same task in another version of itself, one version on from what it is. */
  static Task as(Task task, Task wanted, Instant now) {
    return copy(wanted, wanted.status(), now, wanted.completedAt(), task.version() + 1);
  }

  /** The same task, due at another moment by the same words. */
  static Task dueAgain(Task task, Due due, Instant now) {
    return next(
        new Task(
            task.id(),
            task.title(),
            task.notes(),
            task.status(),
            task.priority(),
            task.tags(),
            due,
            task.seriesId(),
            task.occurrence(),
            task.createdAt(),
            task.updatedAt(),
            task.completedAt(),
            task.version()),
        now);
  }

  /** The same task as another occurrence. */
  static Task reassigned(
      Task task, SeriesId series, String occurrence, @Nullable Due due, int version) {
    return new Task(
        task.id(),
        task.title(),
        task.notes(),
        task.status(),
        task.priority(),
        task.tags(),
        due,
        series,
        occurrence,
        task.createdAt(),
        task.updatedAt(),
        task.completedAt(),
        version);
  }

  private static Task copy(
      Task task, TaskStatus status, Instant updatedAt, @Nullable Instant completedAt, int version) {
    return new Task(
        task.id(),
        task.title(),
        task.notes(),
        status,
        task.priority(),
        task.tags(),
        task.due(),
        task.seriesId(),
        task.occurrence(),
        task.createdAt(),
        updatedAt,
        completedAt,
        version);
  }
}
