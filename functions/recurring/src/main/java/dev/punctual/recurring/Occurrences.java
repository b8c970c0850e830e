package dev.punctual.recurring;

import dev.punctual.calendar.Instances;
import dev.punctual.calendar.Occurrence;
import dev.punctual.calendar.SeriesSchedule;
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
  private final Instances instances;
  private final Instant now;
  private final List<TaskRow> tasks = new ArrayList<>();
  private final List<ReminderRow> reminders = new ArrayList<>();

  Occurrences(SeriesRow row, SeriesSchedule schedule, Instant now, Supplier<UUID> ids) {
    this.row = row;
    this.instances = new Instances(row.series(), schedule, now, ids);
    this.now = now;
  }

  void make(Occurrence occurrence) {
    Task task = instances.task(occurrence, TaskStatus.PENDING);
    tasks.add(new TaskRow(row.user(), task, null));
    instances
        .reminders(occurrence, task.id())
        .forEach(reminder -> reminders.add(new ReminderRow(row.user(), reminder, 1, now)));
  }

  void skip(Occurrence occurrence) {
    tasks.add(new TaskRow(row.user(), instances.task(occurrence, TaskStatus.SKIPPED), null));
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
}
