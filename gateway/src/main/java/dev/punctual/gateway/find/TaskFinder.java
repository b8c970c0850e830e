package dev.punctual.gateway.find;

import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.PageRequest;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.query.Condition;
import dev.punctual.gateway.query.Query;
import dev.punctual.gateway.query.Viewpoint;
import dev.punctual.store.Database;
import dev.punctual.store.Sql;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import dev.punctual.store.TimeSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a person's tasks; what is in the trash is absent. */
@Singleton
public final class TaskFinder {
  private final Database database;
  private final TimeSource time;

  TaskFinder(Database database, TimeSource time) {
    this.database = database;
    this.time = time;
  }

  /**
   * A page of what is found. Pages that follow each other neither repeat nor miss a task that stays
   * where it is in the order, whatever happens to others meanwhile.
   *
   * @param limit 1 to {@link PageRequest#MAX_LIMIT}
   * @param cursor the {@code nextCursor} of the page before; null: the first page
   * @throws dev.punctual.gateway.http.Refused when the limit is out of range, or the cursor is none
   *     of this search
   */
  public Page<Task> page(Person person, Search search, int limit, @Nullable String cursor) {
    PageRequest page = PageRequest.of(limit, null);
    TaskCursor after = cursor == null ? null : TaskCursor.of(cursor, search);
    return database.read(
        person.id(),
        connection -> {
          Viewpoint viewpoint = viewpoint(connection, person, search, after);
          Statement statement = page(person.id(), search, viewpoint, after, page.rows());
          List<Task> found =
              Sql.list(connection, statement.sql(), TaskRows::read, statement.arguments().toArray())
                  .stream()
                  .map(TaskRow::task)
                  .toList();
          boolean more = found.size() > limit;
          List<Task> shown = more ? found.subList(0, limit) : found;
          return new Page<>(
              shown, more ? TaskCursor.after(shown.getLast(), search, viewpoint.now()) : null);
        });
  }

  /** How many are found. */
  public TaskCount count(Person person, Search search) {
    return database.read(
        person.id(),
        connection -> {
          Viewpoint viewpoint = viewpoint(connection, person, search, null);
          Statement found =
              which("SELECT count(*) AS count FROM task t ", person.id(), search, viewpoint);
          return Sql.one(
                  connection,
                  found.sql(),
                  row -> new TaskCount(row.integer("count")),
                  found.arguments().toArray())
              .orElseThrow();
        });
  }

  /**
   * The ids of what fulfils a query, in their order.
   *
   * @param limit at most so many
   */
  public static List<TaskId> ids(
      Connection connection, UserId user, Query query, Viewpoint viewpoint, int limit) {
    Search search = new Search(query, null, TaskSort.NEWEST);
    Statement found = which("SELECT t.id FROM task t ", user, search, viewpoint);
    List<Object> arguments = new ArrayList<>(found.arguments());
    arguments.add(limit);
    return Sql.list(
        connection,
        found.sql() + " ORDER BY t.id LIMIT ?",
        row -> new TaskId(row.uuid("id")),
        arguments.toArray());
  }

  /** A statement and its arguments. */
  record Statement(String sql, List<Object> arguments) {}

  static Statement page(
      UserId user, Search search, Viewpoint viewpoint, @Nullable TaskCursor after, int rows) {
    Statement found = which(TaskRows.SELECT, user, search, viewpoint);
    StringBuilder sql = new StringBuilder(found.sql());
    List<Object> arguments = new ArrayList<>(found.arguments());
    if (after != null) {
      addAfter(sql, arguments, search.sort(), after);
    }
    sql.append(" ORDER BY ").append(search.sort().sql()).append(" LIMIT ?");
    arguments.add(rows);
    return new Statement(sql.toString(), arguments);
  }

  private static Statement which(String select, UserId user, Search search, Viewpoint viewpoint) {
    Condition condition = search.query().condition(viewpoint);
    StringBuilder sql =
        new StringBuilder(select)
            .append("WHERE t.user_id = ? AND t.deleted_at IS NULL AND ")
            .append(condition.sql());
    List<Object> arguments = new ArrayList<>();
    arguments.add(user);
    arguments.addAll(condition.arguments());
    if (search.status() != null) {
      sql.append(" AND t.status = ?");
      arguments.add(search.status());
    }
    return new Statement(sql.toString(), arguments);
  }

  private static void addAfter(
      StringBuilder sql, List<Object> arguments, TaskSort sort, TaskCursor after) {
    String than = sort.descending() ? "<" : ">";
    String key = sort.key().column();
    boolean mayBeNull = sort.key().mayBeNull();
    Object value = after.value();
    if (value == null) {
      // Those without a value come last.
      sql.append(" AND ").append(key).append(" IS NULL AND t.id ").append(than).append(" ?");
    } else {
      sql.append(" AND ((%s, t.id) %s (?, ?)".formatted(key, than));
      sql.append(mayBeNull ? " OR " + key + " IS NULL)" : ")");
      arguments.add(value);
    }
    arguments.add(after.id());
  }

  /** Only a query asks what time it is; on a later page it is what it was on the first. */
  private Viewpoint viewpoint(
      Connection connection, Person person, Search search, @Nullable TaskCursor after) {
    if (search.query().text().isBlank()) {
      return Viewpoint.of(Instant.EPOCH, person.zone());
    }
    return Viewpoints.of(
        connection, person.id(), after == null ? time.now(connection) : after.asOf());
  }
}
