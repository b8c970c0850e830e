package dev.punctual.recurring;

import dev.punctual.calendar.Occurrence;
import dev.punctual.calendar.SeriesSchedule;
import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Series.RelativeReminder;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.TaskRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes down the occurrences of one series, as tasks with their reminders or as skipped rows. */
final class Occurrences {
  private final SeriesRow row;
  private final SeriesSchedule schedule;
  private final Instant now;
  private final Supplier<UUID> ids;
  private final List<TaskRow> tasks = new ArrayList<>();
  private final List<ReminderRow> reminders = new ArrayList<>();

  Occurrences(SeriesRow row, SeriesSchedule schedule, Instant now, Supplier<UUID> ids) {
    this.row = row;
    this.schedule = schedule;
    this.now = now;
    this.ids = ids;
  }

  void make(Occurrence occurrence) {
    TaskId id = new TaskId(ids.get());
    tasks.add(row(id, occurrence, TaskStatus.PENDING));
    for (RelativeReminder reminder : row.series().reminders()) {
      reminders.add(
          new ReminderRow(
              row.user(),
              new Reminder(
                  new ReminderId(ids.get()),
                  id,
                  null,
                  reminder.before(),
                  ReminderStatus.SCHEDULED,
                  schedule.fireAt(occurrence, reminder.before()),
                  null,
                  1),
              1,
              now));
    }
  }

  void skip(Occurrence occurrence) {
    tasks.add(row(new TaskId(ids.get()), occurrence, TaskStatus.SKIPPED));
  }

  int count() {
    return tasks.size();
  }

  List<TaskRow> tasks() {
    return tasks;
  }

  List<ReminderRow> reminders() {
    return reminders;
  }

  private TaskRow row(TaskId id, Occurrence occurrence, TaskStatus status) {
    Series series = row.series();
    return new TaskRow(
        row.user(),
        new Task(
            id,
            series.title(),
            series.notes(),
            status,
            series.priority(),
            series.tags(),
            schedule.due(occurrence),
            series.id(),
            occurrence.local(),
            now,
            now,
            null,
            1),
        null);
  }
}
