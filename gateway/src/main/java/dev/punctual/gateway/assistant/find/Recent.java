package dev.punctual.gateway.assistant.find;

import dev.punctual.calendar.SeriesSchedule;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.assistant.deed.Subject;
import dev.punctual.gateway.http.Person;
import dev.punctual.store.Columns;
import dev.punctual.store.Database;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.ReminderRows;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRows;
import dev.punctual.store.Sql;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds a person's series and deleted tasks by words, and the reminders that were told or came too
 * late.
 */
@Singleton
public final class Recent {
  private static final String UNENDED =
      SeriesRows.SELECT + " WHERE s.user_id = ? AND s.status IN ('pending', 'active', 'paused')";

  /** Of so many series that come next it is looked whether they come within a time. */
  private static final int LOOKED_AT = 500;

  private final Database database;

  Recent(Database database) {
    this.database = database;
  }

  /** A reminder with the title of its task. */
  public record Told(Reminder reminder, String title) {
    public Subject subject() {
      return new Subject(Subject.Kind.TASK, reminder.taskId().value(), title);
    }
  }

  /** A series that has not ended; empty: there is none. */
  public Optional<Series> series(Person person, SeriesId id) {
    return database
        .read(
            person.id(),
            connection ->
                Sql.one(connection, UNENDED + " AND s.id = ?", SeriesRows::read, person.id(), id))
        .map(SeriesRow::series);
  }

  /** Tasks in the trash with all of these words in their title, what was deleted last first. */
  public List<Task> trashed(Person person, List<String> words, int limit) {
    List<@Nullable Object> arguments = new ArrayList<>();
    StringBuilder sql =
        new StringBuilder(
            "SELECT t.* FROM task t WHERE t.user_id = ? AND t.deleted_at IS NOT NULL");
    arguments.add(person.id());
    for (String word : words) {
      sql.append(" AND strpos(find_normal(t.title), find_normal(?)) > 0");
      arguments.add(word);
    }
    sql.append(" ORDER BY t.deleted_at DESC, t.id LIMIT ?");
    arguments.add(limit);
    return database.read(
        person.id(),
        connection ->
            Sql.list(connection, sql.toString(), TaskRows::read, arguments.toArray()).stream()
                .map(TaskRow::task)
                .toList());
  }

  /**
   * Series that have not ended and have all of these words in their title, compared as tasks' are.
   */
  public List<Series> series(Person person, List<String> words, int limit) {
    return rows(person, words, null, limit).stream().map(SeriesRow::series).toList();
  }

  /**
   * As {@link #series}, of those that come within a time.
   *
   * @param from inclusive
   * @param until exclusive
   */
  public List<Series> coming(
      Person person, List<String> words, Instant from, Instant until, int limit) {
    return rows(person, words, until, LOOKED_AT).stream()
        .filter(row -> comes(row, from, until))
        .limit(limit)
        .map(SeriesRow::series)
        .toList();
  }

  private List<SeriesRow> rows(
      Person person, List<String> words, @Nullable Instant until, int limit) {
    List<@Nullable Object> arguments = new ArrayList<>();
    StringBuilder sql = new StringBuilder(UNENDED);
    arguments.add(person.id());
    for (String word : words) {
      sql.append(" AND strpos(find_normal(s.title), find_normal(?)) > 0");
      arguments.add(word);
    }
    if (until != null) {
      sql.append(" AND s.next_at < ?");
      arguments.add(until);
    }
    arguments.add(limit);
    sql.append(" ORDER BY s.next_at NULLS LAST, s.id LIMIT ?");
    return database.read(
        person.id(),
        connection -> Sql.list(connection, sql.toString(), SeriesRows::read, arguments.toArray()));
  }

  /** Beside the next one, those behind it that are known already. */
  private static boolean comes(SeriesRow row, Instant from, Instant until) {
    Series series = row.series();
    Instant next = Objects.requireNonNull(series.nextAt());
    return !next.isBefore(from)
        || series.repeat() != Repeat.COMPLETION
            && !SeriesSchedule.of(series, row.clock()).between(from, until, 1).isEmpty();
  }

  /**
   * The reminder that came, or would have come, last.
   *
   * @param task null: of any
   */
  public Optional<Told> lastHandled(Person person, @Nullable TaskId task) {
    return reminders(
            person,
            "r.handled_at IS NOT NULL AND (?::uuid IS NULL OR r.task_id = ?)"
                + " ORDER BY r.handled_at DESC LIMIT 1",
            task,
            task)
        .stream()
        .findFirst();
  }

  /** The reminder of a task that comes next. */
  private Optional<Told> next(Person person, TaskId task) {
    return reminders(
            person,
            "r.task_id = ? AND r.status = ? ORDER BY r.fire_at LIMIT 1",
            task,
            ReminderStatus.SCHEDULED)
        .stream()
        .findFirst();
  }

  /** The reminder of a task that is put off: the next one, else the one that came last. */
  public Optional<Told> toSnooze(Person person, TaskId task) {
    return next(person, task).or(() -> lastHandled(person, task));
  }

  /** Reminders that are still to come, the next one first. */
  public List<Told> coming(Person person, int limit) {
    return reminders(
        person, "r.status = ? ORDER BY r.fire_at LIMIT ?", ReminderStatus.SCHEDULED, limit);
  }

  /** Reminders that came too late since then, the latest first. */
  public List<Told> missedSince(Person person, Instant since, int limit) {
    return reminders(
        person,
        "r.status = ? AND r.handled_at >= ? ORDER BY r.handled_at DESC LIMIT ?",
        ReminderStatus.MISSED,
        since,
        limit);
  }

  private List<Told> reminders(Person person, String condition, @Nullable Object... more) {
    List<@Nullable Object> arguments = new ArrayList<>();
    arguments.add(person.id());
    for (Object argument : more) {
      arguments.add(argument);
    }
    return database.read(
        person.id(),
        connection ->
            Sql.list(
                connection,
                "SELECT r.*, t.title FROM reminder r"
                    + " JOIN task t ON t.user_id = r.user_id AND t.id = r.task_id"
                    + " WHERE r.user_id = ? AND t.deleted_at IS NULL AND "
                    + condition,
                Recent::told,
                arguments.toArray()));
  }

  private static Told told(Columns row) throws SQLException {
    ReminderRow reminder = ReminderRows.read(row);
    return new Told(reminder.reminder(), row.text("title"));
  }
}
