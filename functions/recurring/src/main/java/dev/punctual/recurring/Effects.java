package dev.punctual.recurring;

import dev.punctual.calendar.Overdue;
import dev.punctual.contracts.Due;
import dev.punctual.contracts.Id;
import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.event.Event;
import dev.punctual.contracts.event.ReminderEvent.ReminderScheduled;
import dev.punctual.contracts.event.UpdateEvent.SeriesChanged;
import dev.punctual.contracts.event.UpdateEvent.TaskInstanceCreated;
import dev.punctual.runtime.Batch;
import dev.punctual.store.Change;
import dev.punctual.store.Changes;
import dev.punctual.store.Outbox;
import dev.punctual.store.Outbox.Caused;
import dev.punctual.store.Owned;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.ReminderRows;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRows;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import dev.punctual.store.Timer;
import dev.punctual.store.TimerKind;
import dev.punctual.store.Timers;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the series of a batch come to, saved together, the outbox last. */
final class Effects {
  private final Map<Owned<SeriesId>, SeriesRow> series = new LinkedHashMap<>();
  private final List<TaskRow> tasks = new ArrayList<>();
  private final List<ReminderRow> reminders = new ArrayList<>();
  private final Map<Id, @Nullable String> traces = new HashMap<>();

  /**
   * @param traceparent W3C Trace Context of what brought it about
   */
  void add(Advance.Moved moved, @Nullable String traceparent) {
    traces.put(moved.series().series().id(), traceparent);
    moved.tasks().forEach(row -> traces.put(row.task().id(), traceparent));
    moved.reminders().forEach(row -> traces.put(row.reminder().id(), traceparent));
    series.put(moved.series().key(), moved.series());
    tasks.addAll(moved.tasks());
    reminders.addAll(moved.reminders());
  }

  void save(Batch batch) {
    Connection connection = batch.connection();
    dropThoseThatExist(connection);
    TaskRows.insert(connection, tasks);
    ReminderRows.insert(connection, reminders);
    SeriesRows.advance(connection, series.values());
    Changes.insert(connection, changes(batch.now()));
    Timers.set(connection, timers(batch.now()));
    Outbox.append(connection, batch.source(), batch.now(), events());
  }

  /**
   * The series' lock keeps others from making the same occurrence; an edited start may have made
   * it.
   */
  private void dropThoseThatExist(Connection connection) {
    Set<String> taken = TaskRows.takenOccurrenceKeys(connection, tasks);
    if (taken.isEmpty()) {
      return;
    }
    Set<Object> dropped = new HashSet<>();
    tasks.removeIf(row -> taken.contains(row.occurrenceKey()) && dropped.add(row.task().id()));
    reminders.removeIf(row -> dropped.contains(row.reminder().taskId()));
  }

  private List<Timer> timers(Instant now) {
    List<Timer> timers = new ArrayList<>();
    for (SeriesRow row : series.values()) {
      Instant at = row.progress().timerAt();
      if (at != null) {
        timers.add(
            new Timer(
                TimerKind.SERIES, row.series().id(), row.user(), at, row.progress().revision()));
      }
    }
    for (TaskRow row : tasks) {
      Due due = row.task().due();
      // What appears when it is due already has nothing more to pass.
      if (due != null
          && row.task().status() != TaskStatus.SKIPPED
          && Overdue.at(due).isAfter(now)) {
        timers.add(
            new Timer(
                TimerKind.OVERDUE,
                row.task().id(),
                row.user(),
                Overdue.at(due),
                row.task().version()));
      }
    }
    reminders.forEach(row -> timers.add(row.timer()));
    return timers;
  }

  private List<Change> changes(Instant now) {
    return tasks.stream()
        .map(
            row ->
                new Change(
                    row.user(),
                    new ChangeId(Uuid7.next()),
                    Change.Kind.TASK,
                    row.task().id(),
                    Change.Actor.SERIES,
                    now,
                    null,
                    row.task()))
        .toList();
  }

  private List<Caused> events() {
    List<Event> events = new ArrayList<>();
    tasks.forEach(row -> events.add(new TaskInstanceCreated(row.user(), row.task())));
    reminders.forEach(row -> events.add(new ReminderScheduled(row.user(), row.reminder())));
    for (SeriesRow row : series.values()) {
      events.add(new SeriesChanged(row.user(), row.series().id(), row.series()));
    }
    return events.stream().map(event -> new Caused(event, traces.get(event.subject()))).toList();
  }
}
