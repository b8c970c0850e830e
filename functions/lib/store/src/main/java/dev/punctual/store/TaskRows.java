package dev.punctual.store;

import dev.punctual.contracts.Due;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table {@code task}. */
public final class TaskRows {
  /**
   * What {@link #read} reads; to be followed by a condition on {@code t}. The text that words are
   * searched in stays where it is.
   */
  public static final String SELECT =
      "SELECT t.user_id, t.id, t.title, t.notes, t.status, t.priority, t.tags, t.due_local,"
          + " t.due_date, t.due_zone, t.due_at, t.series_id, t.occurrence, t.version,"
          + " t.created_at, t.updated_at, t.completed_at, t.deleted_at FROM task t ";

  private static final String KEYED =
      SELECT
          + "WHERE (t.user_id, t.id) IN (SELECT * FROM unnest(?::uuid[], ?::uuid[]))"
          + " ORDER BY t.user_id, t.id";

  private TaskRows() {}

  /** Those that exist, the trash included, locked against writers until the transaction ends. */
  public static List<TaskRow> lock(Connection connection, Collection<Owned<TaskId>> keys) {
    return Sql.list(
        connection, KEYED + " FOR UPDATE OF t", TaskRows::read, Owned.users(keys), Owned.ids(keys));
  }

  /** As {@link #lock}, for one who only reads: others may read along, none may write. */
  public static List<TaskRow> share(Connection connection, Collection<Owned<TaskId>> keys) {
    return Sql.list(
        connection, KEYED + " FOR SHARE OF t", TaskRows::read, Owned.users(keys), Owned.ids(keys));
  }

  /** Those that exist, the trash included. */
  public static List<TaskRow> find(Connection connection, Collection<Owned<TaskId>> keys) {
    return Sql.list(connection, KEYED, TaskRows::read, Owned.users(keys), Owned.ids(keys));
  }

  /** Which of these keys a row carries already. */
  public static Set<String> takenOccurrenceKeys(Connection connection, Collection<TaskRow> rows) {
    List<String> keys = new ArrayList<>();
    for (TaskRow row : rows) {
      String key = row.occurrenceKey();
      if (key != null) {
        keys.add(key);
      }
    }
    if (keys.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        Sql.list(
            connection,
            "SELECT occurrence_key FROM task WHERE (user_id, occurrence_key) IN"
                + " (SELECT u, k FROM unnest(?::uuid[], ?::text[]) AS wanted(u, k))",
            row -> row.text("occurrence_key"),
            rows.stream().filter(row -> row.occurrenceKey() != null).map(TaskRow::user).toList(),
            keys));
  }

  /**
   * What became of the occurrences of a series.
   *
   * @param latest the status of the latest one decided that was more than a skipped row; null:
   *     there is none
   * @param ahead the statuses of those that a person touched before their time; what is in the
   *     trash is cancelled
   */
  public record Made(@Nullable TaskStatus latest, Map<String, TaskStatus> ahead) {
    /** Nothing yet. */
    public static final Made NONE = new Made(null, Map.of());

    public Made {
      ahead = Map.copyOf(ahead);
    }

    /** After another was made. */
    public Made then(TaskStatus status) {
      return new Made(status, ahead);
    }
  }

  /** For each series that has made something. */
  public static Map<Owned<SeriesId>, Made> occurrences(
      Connection connection, Collection<Owned<SeriesId>> series) {
    Map<Owned<SeriesId>, Made> made = new HashMap<>();
    Sql.list(
            connection,
            """
            SELECT w.u AS user_id, w.s AS series_id, t.*
            FROM unnest(?::uuid[], ?::uuid[]) AS w(u, s)
            JOIN series r ON r.user_id = w.u AND r.id = w.s
            CROSS JOIN LATERAL (
              (SELECT occurrence, status, false AS ahead FROM task
               WHERE user_id = w.u AND series_id = w.s AND occurrence <= r.last_occurrence
               AND status <> 'skipped' AND deleted_at IS NULL ORDER BY occurrence DESC LIMIT 1)
              UNION ALL
              SELECT occurrence, CASE WHEN deleted_at IS NULL THEN status ELSE 'cancelled' END, true
              FROM task
              WHERE user_id = w.u AND series_id = w.s
              AND occurrence > coalesce(r.last_occurrence, '')) AS t
            """,
            TaskRows::known,
            Owned.users(series),
            Owned.ids(series))
        .forEach(known -> made.merge(known.series(), known.made(), TaskRows::both));
    return made;
  }

  private record Known(Owned<SeriesId> series, Made made) {}

  private static Known known(Columns row) throws SQLException {
    TaskStatus status = row.constant("status", TaskStatus.class);
    return new Known(
        new Owned<>(row.user(), new SeriesId(row.uuid("series_id"))),
        row.flag("ahead")
            ? new Made(null, Map.of(row.text("occurrence"), status))
            : new Made(status, Map.of()));
  }

  private static Made both(Made one, Made other) {
    Map<String, TaskStatus> ahead = new HashMap<>(one.ahead());
    ahead.putAll(other.ahead());
    return new Made(one.latest() == null ? other.latest() : one.latest(), ahead);
  }

  public static void insert(Connection connection, Collection<TaskRow> rows) {
    Sql.batch(
        connection,
        "INSERT INTO task (user_id, id, title, notes, status, priority, tags, due_local, due_date,"
            + " due_zone, due_at, series_id, occurrence, occurrence_key, version, created_at,"
            + " updated_at, completed_at, deleted_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows.stream()
            .map(
                row -> {
                  Task task = row.task();
                  Due due = task.due();
                  List<@Nullable Object> values = new ArrayList<>(19);
                  values.add(row.user());
                  values.add(task.id());
                  values.add(task.title());
                  values.add(task.notes());
                  values.add(task.status());
                  values.add(task.priority());
                  values.add(task.tags());
                  addDue(values, due);
                  values.add(task.seriesId());
                  values.add(task.occurrence());
                  values.add(row.occurrenceKey());
                  values.add(task.version());
                  values.add(task.createdAt());
                  values.add(task.updatedAt());
                  values.add(task.completedAt());
                  values.add(row.deletedAt());
                  return values;
                })
            .toList());
  }

  /** Writes all that may change about rows that exist. */
  public static void update(Connection connection, Collection<TaskRow> rows) {
    Sql.batch(
        connection,
        "UPDATE task SET title = ?, notes = ?, status = ?, priority = ?, tags = ?, due_local = ?,"
            + " due_date = ?, due_zone = ?, due_at = ?, version = ?, updated_at = ?,"
            + " completed_at = ?, deleted_at = ? WHERE user_id = ? AND id = ?",
        rows.stream()
            .map(
                row -> {
                  Task task = row.task();
                  List<@Nullable Object> values = new ArrayList<>(15);
                  values.add(task.title());
                  values.add(task.notes());
                  values.add(task.status());
                  values.add(task.priority());
                  values.add(task.tags());
                  addDue(values, task.due());
                  values.add(task.version());
                  values.add(task.updatedAt());
                  values.add(task.completedAt());
                  values.add(row.deletedAt());
                  values.add(row.user());
                  values.add(task.id());
                  return values;
                })
            .toList());
  }

  /** Writes of which series rows are occurrences, and which; in the order given. */
  public static void reassign(Connection connection, List<TaskRow> rows) {
    Sql.batch(
        connection,
        "UPDATE task SET series_id = ?, occurrence = ?, occurrence_key = ?"
            + " WHERE user_id = ? AND id = ?",
        rows.stream()
            .map(
                row -> {
                  List<@Nullable Object> values = new ArrayList<>(5);
                  values.add(row.task().seriesId());
                  values.add(row.task().occurrence());
                  values.add(row.occurrenceKey());
                  values.add(row.user());
                  values.add(row.task().id());
                  return values;
                })
            .toList());
  }

  /** The row at hand of a {@link #SELECT}. */
  public static TaskRow read(Columns row) throws SQLException {
    return new TaskRow(
        row.user(),
        new Task(
            new TaskId(row.uuid("id")),
            row.text("title"),
            row.text("notes"),
            row.constant("status", TaskStatus.class),
            row.constant("priority", Priority.class),
            row.texts("tags"),
            due(row),
            row.idOrNull("series_id", SeriesId::new),
            row.textOrNull("occurrence"),
            row.instant("created_at"),
            row.instant("updated_at"),
            row.instantOrNull("completed_at"),
            row.integer("version")),
        row.instantOrNull("deleted_at"));
  }

  private static @Nullable Due due(Columns row) throws SQLException {
    Instant at = row.instantOrNull("due_at");
    return at == null
        ? null
        : new Due(
            row.localOrNull("due_local"),
            row.dateOrNull("due_date"),
            ZoneId.of(row.text("due_zone")),
            at);
  }

  private static void addDue(List<@Nullable Object> values, @Nullable Due due) {
    values.add(due == null ? null : due.local());
    values.add(due == null ? null : due.date());
    values.add(due == null ? null : due.zone());
    values.add(due == null ? null : due.at());
  }
}
