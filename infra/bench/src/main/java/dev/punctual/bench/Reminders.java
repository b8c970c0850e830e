package dev.punctual.bench;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.Uuid7;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.ReminderRows;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import dev.punctual.store.Timers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reminders by the thousand. */
final class Reminders {
  private Reminders() {}

  /** Tasks of these people, by turns. */
  static List<TaskRow> tasks(FreshRun run, List<Person> people, int count) {
    Instant now = Instant.now();
    List<TaskRow> rows = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      rows.add(
          new TaskRow(
              people.get(number % people.size()).id(),
              new Task(
                  new TaskId(Uuid7.next()),
                  "Call patient " + number,
                  "",
                  TaskStatus.PENDING,
                  Priority.MEDIUM,
                  List.of("work"),
                  null,
                  null,
                  null,
                  now,
                  now,
                  null,
                  1),
              null));
    }
    run.database().write(connection -> TaskRows.insert(connection, rows));
    return rows;
  }

  /** A reminder of a task, to be armed. */
  static ReminderRow of(TaskRow task, Instant due) {
    return new ReminderRow(
        task.user(),
        new Reminder(
            new ReminderId(Uuid7.next()),
            task.task().id(),
            due,
            null,
            ReminderStatus.SCHEDULED,
            due,
            null,
            1),
        1,
        Instant.now());
  }

  /** Saves them with their timers. */
  static void arm(FreshRun run, List<ReminderRow> rows) {
    run.database()
        .write(
            connection -> {
              ReminderRows.insert(connection, rows);
              Timers.set(connection, rows.stream().map(ReminderRow::timer).toList());
            });
  }

  /** Each was delivered once, and has arrived once, at its person. */
  static void check(FreshRun run, Audience audience, int count) {
    Broken.unless(
        audience.size() == count && audience.repeated() == 0 && audience.strayed() == 0,
        "of %d reminders %d arrived, %d more than once, %d at somebody else",
        count,
        audience.size(),
        audience.repeated(),
        audience.strayed());
    Broken.unless(
        run.number("SELECT count(*) AS n FROM reminder WHERE status = 'delivered'") == count
            && run.number("SELECT count(*) AS n FROM notification") == count
            && run.number("SELECT count(DISTINCT reminder_id) AS n FROM notification") == count,
        "the rows do not say that each reminder was delivered once");
  }
}
