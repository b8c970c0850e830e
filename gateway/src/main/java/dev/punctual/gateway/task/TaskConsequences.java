package dev.punctual.gateway.task;

import dev.punctual.calendar.Overdue;
import dev.punctual.contracts.Due;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.event.Event;
import dev.punctual.contracts.event.TaskEvent.TaskCreated;
import dev.punctual.contracts.event.TaskEvent.TaskDeleted;
import dev.punctual.contracts.event.TaskEvent.TaskUpdated;
import dev.punctual.contracts.event.UpdateEvent.TaskChanged;
import dev.punctual.contracts.event.UpdateEvent.TaskStatusChanged;
import dev.punctual.store.Timer;
import dev.punctual.store.TimerKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What follows from what a task was and what it is now: events for others, its overdue timer. */
final class TaskConsequences {
  private static final Map<String, Function<Task, @Nullable Object>> FIELDS = fields();

  private TaskConsequences() {}

  static List<Event> created(UserId user, Task task) {
    return List.of(new TaskCreated(user, task), new TaskChanged(user, task.id(), task));
  }

  /** None when nothing changed. */
  static List<Event> updated(UserId user, Task before, Task after) {
    List<String> changed =
        FIELDS.entrySet().stream()
            .filter(
                field ->
                    !Objects.equals(field.getValue().apply(before), field.getValue().apply(after)))
            .map(Map.Entry::getKey)
            .toList();
    if (changed.isEmpty()) {
      return List.of();
    }
    List<Event> events = new ArrayList<>();
    events.add(new TaskUpdated(user, changed, before, after));
    if (before.status() != after.status()) {
      events.add(new TaskStatusChanged(user, before.status(), after));
    }
    if (!List.of("status", "completedAt").containsAll(changed)) {
      events.add(new TaskChanged(user, after.id(), after));
    }
    return events;
  }

  static List<Event> deleted(UserId user, Task task) {
    return List.of(new TaskDeleted(user, task), new TaskChanged(user, task.id(), null));
  }

  /** The timer that tells when an open task passes its due; empty: it never will, or has. */
  static Optional<Timer> overdueTimer(UserId user, Task task, Instant now) {
    Due due = task.due();
    if (due == null || !TaskDecider.isOpen(task.status())) {
      return Optional.empty();
    }
    Instant at = Overdue.at(due);
    return at.isAfter(now)
        ? Optional.of(new Timer(TimerKind.OVERDUE, task.id(), user, at, task.version()))
        : Optional.empty();
  }

  private static Map<String, Function<Task, @Nullable Object>> fields() {
    Map<String, Function<Task, @Nullable Object>> fields = new LinkedHashMap<>();
    fields.put("title", Task::title);
    fields.put("notes", Task::notes);
    fields.put("status", Task::status);
    fields.put("priority", Task::priority);
    fields.put("tags", Task::tags);
    fields.put("due", Task::due);
    fields.put("completedAt", Task::completedAt);
    return fields;
  }
}
