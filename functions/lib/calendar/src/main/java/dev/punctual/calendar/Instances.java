package dev.punctual.calendar;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The tasks that the occurrences of one series become. Pure: the instant and new ids are given. */
public final class Instances {
  private final Series series;
  private final SeriesSchedule schedule;
  private final Instant now;
  private final Supplier<UUID> ids;

  public Instances(Series series, SeriesSchedule schedule, Instant now, Supplier<UUID> ids) {
    this.series = series;
    this.schedule = schedule;
    this.now = now;
    this.ids = ids;
  }

  /** The task of an occurrence, in its first version. */
  public Task task(Occurrence occurrence, TaskStatus status) {
    return new Task(
        new TaskId(ids.get()),
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
        1);
  }

  /** The reminders of an occurrence's task, in the order of the series. */
  public List<Reminder> reminders(Occurrence occurrence, TaskId task) {
    return series.reminders().stream()
        .map(
            reminder ->
                new Reminder(
                    new ReminderId(ids.get()),
                    task,
                    null,
                    reminder.before(),
                    reminder.after(),
                    ReminderStatus.SCHEDULED,
                    schedule.fireAt(occurrence, reminder),
                    null,
                    1))
        .toList();
  }
}
