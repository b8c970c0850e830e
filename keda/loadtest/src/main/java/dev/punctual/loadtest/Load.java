package dev.punctual.loadtest;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.Uuid7;
import dev.punctual.store.Accounts;
import dev.punctual.store.Accounts.Account;
import dev.punctual.store.Database;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.ReminderRows;
import dev.punctual.store.Sql;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import dev.punctual.store.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Throwaway people with reminders that are due, and what became of those. */
final class Load implements AutoCloseable {
  private static final int AT_ONCE = 5_000;

  private final Database database;
  private final List<UserId> people = new ArrayList<>();
  private int count;

  private Load(Database database) {
    this.database = database;
  }

  /** New people, of whom nothing is left when it is closed. */
  static Load of(Database database, int size) {
    Load load = new Load(database);
    database.write(
        connection -> {
          for (int number = 1; number <= size; number++) {
            UserId id = new UserId(Uuid7.next());
            Accounts.insert(connection, new Account(id, "Load test " + number, ZoneOffset.UTC));
            load.people.add(id);
          }
        });
    return load;
  }

  /** How many reminders were put. */
  int count() {
    return count;
  }

  /** Puts reminders that are due now, a task and a timer each: the gateways claim them. */
  void put(int more) {
    for (int done = 0; done < more; done += AT_ONCE) {
      int some = Math.min(AT_ONCE, more - done);
      Instant now = now();
      List<TaskRow> tasks = new ArrayList<>(some);
      List<ReminderRow> reminders = new ArrayList<>(some);
      for (int i = 0; i < some; i++) {
        UserId user = people.get((done + i) % people.size());
        TaskRow task = task(user, now);
        tasks.add(task);
        reminders.add(reminder(user, task.task().id(), now));
      }
      database.write(
          connection -> {
            TaskRows.insert(connection, tasks);
            ReminderRows.insert(connection, reminders);
            Timers.set(connection, reminders.stream().map(ReminderRow::timer).toList());
          });
    }
    count += more;
  }

  /** How many of them were told. */
  long handled() {
    return number("SELECT count(*) AS n FROM notification WHERE user_id = ANY (?)");
  }

  /** How many different ones were told: as many, unless one was told twice. */
  long distinct() {
    return number(
        "SELECT count(DISTINCT reminder_id) AS n FROM notification WHERE user_id = ANY (?)");
  }

  /** When the first was told after an instant; null: none was. */
  Duration firstAfter(Instant begin) {
    long millis =
        database.read(
            connection ->
                Sql.one(
                        connection,
                        "SELECT coalesce(extract(epoch FROM min(created_at) - ?::timestamptz) * 1000,"
                            + " -1)::bigint AS n FROM notification"
                            + " WHERE user_id = ANY (?) AND created_at >= ?",
                        row -> row.number("n"),
                        begin,
                        people,
                        begin)
                    .orElseThrow());
    return Duration.ofMillis(millis);
  }

  /**
   * Milliseconds from the release to the commit of a notification.
   *
   * @param share of all, 0 to 1
   */
  Duration latenessAfter(Instant begin, double share) {
    return Duration.ofMillis(
        database.read(
            connection ->
                Sql.one(
                        connection,
                        "SELECT coalesce(percentile_disc(?) WITHIN GROUP (ORDER BY"
                            + " extract(epoch FROM created_at - ?::timestamptz) * 1000), 0)::bigint AS n"
                            + " FROM notification WHERE user_id = ANY (?) AND created_at >= ?",
                        row -> row.number("n"),
                        share,
                        begin,
                        people,
                        begin)
                    .orElseThrow()));
  }

  /** The database's clock, by which everything is measured. */
  Instant now() {
    return database.read(
        connection ->
            Sql.one(connection, "SELECT clock_timestamp() AS now", row -> row.instant("now"))
                .orElseThrow());
  }

  /** Removes the people, and with them everything of theirs. */
  @Override
  public void close() {
    database.write(
        connection -> Sql.execute(connection, "DELETE FROM account WHERE id = ANY (?)", people));
  }

  private long number(String sql) {
    return database.read(
        connection -> Sql.one(connection, sql, row -> row.number("n"), people).orElseThrow());
  }

  private static TaskRow task(UserId user, Instant now) {
    return new TaskRow(
        user,
        new Task(
            new TaskId(Uuid7.next()),
            "Load test",
            "",
            TaskStatus.PENDING,
            Priority.MEDIUM,
            List.of(),
            null,
            null,
            null,
            now,
            now,
            null,
            1),
        null);
  }

  private static ReminderRow reminder(UserId user, TaskId task, Instant now) {
    Instant due = now.truncatedTo(ChronoUnit.SECONDS);
    return new ReminderRow(
        user,
        new Reminder(
            new ReminderId(Uuid7.next()), task, due, null, ReminderStatus.SCHEDULED, due, null, 1),
        1,
        now);
  }
}
