package dev.punctual.gateway.task;

import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.change.Conflicts;
import dev.punctual.gateway.change.Recorded;
import dev.punctual.gateway.change.UndoDecider;
import dev.punctual.gateway.change.Undoing;
import dev.punctual.gateway.change.Undoing.BringBack;
import dev.punctual.gateway.change.Undoing.Conflict;
import dev.punctual.gateway.change.Undoing.Nothing;
import dev.punctual.gateway.change.Undoing.Remove;
import dev.punctual.gateway.change.Undoing.Return;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.Owned;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tasks of a change that is undone: locked, then looked at, then written as by any other write. */
public final class TaskUndo {
  private final Write write;
  private final OccurrenceWatch watch;
  private final Map<TaskId, TaskRow> rows = new LinkedHashMap<>();
  private final List<Remove<Task>> removed = new ArrayList<>();
  private final Map<TaskRow, Task> back = new LinkedHashMap<>();
  private final Map<Task, Task> returned = new LinkedHashMap<>();

  private TaskUndo(Write write, OccurrenceWatch watch) {
    this.write = write;
    this.watch = watch;
  }

  /** Which series tasks belong to; what is locked for them is locked before they are. */
  public static Set<SeriesId> series(Write write, Collection<TaskId> tasks) {
    return TaskRows.find(write.connection(), owned(write, tasks)).stream()
        .map(row -> row.task().seriesId())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /**
   * Locks, and decides what is to be done.
   *
   * @param more other tasks to be locked
   * @param conflicts takes what stands in the way
   */
  public static TaskUndo of(
      Write write,
      OccurrenceWatch watch,
      List<Recorded<Task>> changes,
      Collection<TaskId> more,
      Conflicts conflicts) {
    TaskUndo undo = new TaskUndo(write, watch);
    Set<TaskId> ids = new HashSet<>(more);
    changes.forEach(change -> ids.add(new TaskId(change.subject())));
    for (TaskRow row : TaskRows.lock(write.connection(), owned(write, ids))) {
      undo.rows.put(row.task().id(), row);
    }
    changes.forEach(change -> undo.look(change, conflicts));
    undo.namesAreFree(conflicts);
    return undo;
  }

  /** Whether there is something to do about a task, as it is now. */
  public boolean isOpen(TaskId id) {
    TaskRow row = rows.get(id);
    return row != null && row.deletedAt() == null && row.task().status().isOpen();
  }

  /**
   * Writes.
   *
   * @param settled series that are as they are to be, whatever their tasks do
   * @return how many tasks
   */
  public int save(Set<SeriesId> settled) {
    Map<Task, Task> named = new LinkedHashMap<>();
    ordered()
        .forEach(
            (before, after) -> {
              if (isRenamed(before, after)) {
                named.put(before, after);
              } else {
                TaskStore.update(write, before, after);
              }
            });
    OccurrenceTasks.update(write, named);
    returned.forEach((before, after) -> tell(settled, before, after));
    back.forEach(
        (row, task) -> {
          if (isRenamed(row.task(), task)) {
            TaskRows.reassign(write.connection(), List.of(new TaskRow(write.user(), task, null)));
          }
          TaskStore.bringBack(write, task);
          tell(settled, null, task);
        });
    for (Remove<Task> remove : removed) {
      TaskStore.delete(write, remove.current());
      tell(settled, remove.current(), null);
    }
    OccurrenceTasks.release(write, removed.stream().map(remove -> remove.current().id()).toList());
    return returned.size() + back.size() + removed.size();
  }

  private void look(Recorded<Task> change, Conflicts conflicts) {
    TaskRow row = rows.get(new TaskId(change.subject()));
    Task current = row == null || row.deletedAt() != null ? null : row.task();
    Undoing<Task> undoing = UndoDecider.decide(change, current, Set.of(), Task.class);
    switch (undoing) {
      case Nothing<Task> nothing -> {}
      case Remove<Task> remove -> removed.add(remove);
      case BringBack<Task>(Task was) -> {
        if (row == null) {
          conflicts.add("tasks", change.subject(), new Conflict<>(Set.of()));
        } else {
          back.put(row, TaskDecider.as(row.task(), was, write.now()));
        }
      }
      case Return<Task>(Task is, Task wanted) ->
          returned.put(is, TaskDecider.as(is, wanted, write.now()));
      case Conflict<Task> conflict -> conflicts.add("tasks", change.subject(), conflict);
    }
  }

  /** An occurrence has one task; another may have taken the place meanwhile. */
  private void namesAreFree(Conflicts conflicts) {
    Set<TaskId> moving = returned.keySet().stream().map(Task::id).collect(Collectors.toSet());
    returned.forEach((before, after) -> nameIsFree(before, after, moving, conflicts));
    back.forEach((row, task) -> nameIsFree(row.task(), task, Set.of(), conflicts));
  }

  private void nameIsFree(Task before, Task after, Set<TaskId> moving, Conflicts conflicts) {
    SeriesId series = after.seriesId();
    if (isRenamed(before, after)
        && series != null
        && OccurrenceTasks.lock(write, series, name(after))
            .filter(other -> !moving.contains(other.task().id()))
            .isPresent()) {
      conflicts.add("tasks", before.id().value(), "occurrence", "Another task is it now.");
    }
  }

  private static boolean isRenamed(Task before, Task after) {
    return !Objects.equals(before.occurrence(), after.occurrence())
        || !Objects.equals(before.seriesId(), after.seriesId());
  }

  /** In an order in which none takes a name that is still in use. */
  private Map<Task, Task> ordered() {
    boolean later =
        returned.entrySet().stream()
            .anyMatch(entry -> name(entry.getValue()).compareTo(name(entry.getKey())) > 0);
    Comparator<Task> order = Comparator.comparing(TaskUndo::name);
    Map<Task, Task> ordered = new LinkedHashMap<>();
    returned.keySet().stream()
        .sorted(later ? order.reversed() : order)
        .forEach(task -> ordered.put(task, Objects.requireNonNull(returned.get(task))));
    return ordered;
  }

  private static String name(Task task) {
    return String.valueOf(task.occurrence());
  }

  private void tell(Set<SeriesId> settled, @Nullable Task before, @Nullable Task after) {
    boolean known =
        Stream.of(before, after)
            .filter(Objects::nonNull)
            .anyMatch(task -> task.seriesId() != null && settled.contains(task.seriesId()));
    if (!known) {
      watch.changed(write, before, after);
    }
  }

  private static List<Owned<TaskId>> owned(Write write, Collection<TaskId> ids) {
    return ids.stream().map(id -> new Owned<>(write.user(), id)).toList();
  }
}
