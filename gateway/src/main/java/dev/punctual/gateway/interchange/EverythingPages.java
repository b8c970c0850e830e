package dev.punctual.gateway.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.json.Json;
import dev.punctual.store.Columns;
import dev.punctual.store.Database;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.ReminderRows;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRows;
import dev.punctual.store.Sql;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code export.json} in pages, each read when it is wanted: a reader that is slow holds neither
 * memory nor a connection.
 */
final class EverythingPages implements Enumeration<InputStream> {
  private static final int PAGE = 200;
  private static final UUID FIRST = new UUID(0, 0);
  private static final Key START = new Key(FIRST, FIRST);

  private final Database database;
  private final UserId user;
  private final Iterator<Part> parts;
  private @Nullable Part part;
  private Key after = START;
  private boolean begun;
  private boolean done;

  EverythingPages(Database database, UserId user) {
    this.database = database;
    this.user = user;
    List<Part> all = new ArrayList<>();
    all.add(new Part("series", this::series));
    all.add(new Part("tasks", this::tasks));
    for (EverythingPart rows : EverythingPart.values()) {
      all.add(new Part(rows.field(), (connection, key) -> rows(connection, rows, key)));
    }
    this.parts = all.iterator();
  }

  private record Key(UUID id, UUID further) {}

  private record Row(Key key, String json) {}

  private record Part(String field, PageReader reader) {}

  @FunctionalInterface
  private interface PageReader {
    List<Row> read(Connection connection, Key after);
  }

  @Override
  public boolean hasMoreElements() {
    return !done;
  }

  @Override
  public InputStream nextElement() {
    if (done) {
      throw new NoSuchElementException();
    }
    String text;
    if (!begun) {
      begun = true;
      text = database.read(user, this::head);
    } else {
      text = page();
    }
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private String page() {
    Part current = part;
    boolean first = current == null;
    if (current == null) {
      if (!parts.hasNext()) {
        done = true;
        return "}\n";
      }
      current = parts.next();
      part = current;
      after = START;
    }
    PageReader reader = current.reader();
    List<Row> rows = database.read(user, connection -> reader.read(connection, after));
    StringBuilder text = new StringBuilder();
    if (first) {
      text.append(",\n\"").append(current.field()).append("\":[");
    }
    boolean comma = !first;
    for (Row row : rows) {
      text.append(comma ? ",\n" : "\n").append(row.json());
      comma = true;
    }
    if (rows.size() < PAGE) {
      text.append(']');
      part = null;
    } else {
      after = rows.getLast().key();
    }
    return text.toString();
  }

  private String head(Connection connection) {
    return Sql.one(
            connection,
            """
            SELECT json_build_object('name', name, 'email', email, 'administrator', administrator,
              'zone', zone, 'locale', locale, 'weekStart', week_start, 'workingHours',
              json_build_object('from', left(working_from::text, 5), 'to', left(working_to::text, 5)),
              'evening', left(evening::text, 5), 'createdAt', created_at, 'identities',
              (SELECT json_agg(json_build_object('issuer', issuer, 'subject', subject))
               FROM identity WHERE user_id = account.id))::text AS profile, now() AS at
            FROM account WHERE id = ?
            """,
            row ->
                "{\"format\":\"punctual\",\"version\":1,\"exportedAt\":"
                    + Json.write(row.instant("at"))
                    + ",\n\"profile\":"
                    + row.text("profile"),
            user)
        .orElse("{\"format\":\"punctual\",\"version\":1");
  }

  private List<Row> rows(Connection connection, EverythingPart rows, Key key) {
    return Sql.list(
        connection,
        rows.sql(),
        row -> new Row(new Key(row.uuid("id"), row.uuid("further")), row.text("json")),
        user,
        key.id(),
        key.further(),
        PAGE);
  }

  private List<Row> series(Connection connection, Key key) {
    return Sql.list(
        connection,
        SeriesRows.SELECT + "WHERE s.user_id = ? AND s.id > ? ORDER BY s.id LIMIT ?",
        EverythingPages::series,
        user,
        key.id(),
        PAGE);
  }

  private static Row series(Columns row) throws SQLException {
    SeriesRow series = SeriesRows.read(row);
    UUID id = series.series().id().value();
    return new Row(
        new Key(id, id),
        Json.write(
            new Kept.OfSeries(
                uid(row.textOrNull("uid"), id),
                series.series(),
                series.progress().lastOccurrence(),
                series.progress().doneAt())));
  }

  private record Placed(TaskRow row, String uid, @Nullable String seriesUid) {}

  private List<Row> tasks(Connection connection, Key key) {
    List<Placed> tasks =
        Sql.list(
            connection,
            "SELECT t.*, coalesce(s.uid, s.id::text) AS series_uid FROM task t"
                + " LEFT JOIN series s ON s.user_id = t.user_id AND s.id = t.series_id"
                + " WHERE t.user_id = ? AND t.id > ? ORDER BY t.id LIMIT ?",
            EverythingPages::placed,
            user,
            key.id(),
            PAGE);
    Map<TaskId, List<Reminder>> reminders =
        Sql.list(
                connection,
                "SELECT * FROM reminder WHERE user_id = ? AND task_id = ANY (?::uuid[])"
                    + " ORDER BY created_at, id",
                ReminderRows::read,
                user,
                tasks.stream().map(placed -> placed.row().task().id()).toList())
            .stream()
            .map(ReminderRow::reminder)
            .collect(Collectors.groupingBy(Reminder::taskId));
    return tasks.stream()
        .map(placed -> task(placed, reminders.getOrDefault(placed.row().task().id(), List.of())))
        .toList();
  }

  private static Placed placed(Columns row) throws SQLException {
    TaskRow task = TaskRows.read(row);
    return new Placed(
        task, uid(row.textOrNull("uid"), task.task().id().value()), row.textOrNull("series_uid"));
  }

  private static Row task(Placed placed, List<Reminder> reminders) {
    UUID id = placed.row().task().id().value();
    return new Row(
        new Key(id, id),
        Json.write(
            new Kept.OfTask(
                placed.uid(),
                placed.seriesUid(),
                placed.row().task(),
                reminders,
                placed.row().deletedAt())));
  }

  private static String uid(@Nullable String known, UUID own) {
    return known == null ? own.toString() : known;
  }
}
