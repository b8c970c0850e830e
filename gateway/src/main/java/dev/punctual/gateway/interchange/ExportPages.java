package dev.punctual.gateway.interchange;

import dev.punctual.contracts.Due;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.interchange.TodoWriter.Within;
import dev.punctual.store.Accounts;
import dev.punctual.store.Columns;
import dev.punctual.store.Database;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.ReminderRows;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRows;
import dev.punctual.store.Sql;
import dev.punctual.store.TaskRows;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A calendar file in pages, each read when it is wanted: series, then tasks. A reader that is slow
 * holds neither memory nor a connection.
 */
final class ExportPages implements Enumeration<InputStream> {
  private static final int PAGE = 100;
  private static final UUID FIRST = new UUID(0, 0);

  private final Database database;
  private final UserId user;
  private final Export.Extent extent;
  private final Set<ZoneId> zones = new HashSet<>();
  private final LocalTime dayStart;
  private Stage stage = Stage.HEAD;
  private UUID after = FIRST;

  ExportPages(Database database, UserId user, Export.Extent extent) {
    this.database = database;
    this.user = user;
    this.extent = extent;
    this.dayStart =
        database
            .read(user, connection -> Accounts.clock(connection, user))
            .orElseThrow(Refused::notFound)
            .dayStart();
  }

  private enum Stage {
    HEAD,
    SERIES,
    TASKS,
    DONE
  }

  @Override
  public boolean hasMoreElements() {
    return stage != Stage.DONE;
  }

  @Override
  public InputStream nextElement() {
    CalendarText text = new CalendarText();
    switch (stage) {
      case HEAD -> {
        text.line("BEGIN", "VCALENDAR");
        text.line("VERSION", "2.0");
        text.line("PRODID", "-//Punctual//Punctual//EN");
        stage = Stage.SERIES;
      }
      case SERIES -> series(text);
      case TASKS -> tasks(text);
      case DONE -> throw new NoSuchElementException();
    }
    return new ByteArrayInputStream(text.bytes());
  }

  private record Named(SeriesRow row, @Nullable String uid) {}

  private void series(CalendarText text) {
    List<Named> page =
        database.read(
            user,
            connection ->
                Sql.list(
                    connection,
                    SeriesRows.SELECT + "WHERE s.user_id = ? AND s.id > ? ORDER BY s.id LIMIT ?",
                    row -> new Named(SeriesRows.read(row), row.textOrNull("uid")),
                    user,
                    after,
                    PAGE));
    for (Named named : page) {
      String zone = named.row().series().zone();
      if (zone != null) {
        define(text, ZoneId.of(zone));
      }
      new TodoWriter(text, dayStart)
          .series(named.row(), uid(named.uid(), named.row().series().id().value()));
    }
    boolean last = page.size() < PAGE;
    after = last ? FIRST : page.getLast().row().series().id().value();
    stage = last ? Stage.TASKS : Stage.SERIES;
  }

  private record Placed(Task task, @Nullable String uid, @Nullable Within within) {}

  private record Page(List<Placed> tasks, Map<TaskId, List<Reminder>> reminders) {}

  private void tasks(CalendarText text) {
    Page page = database.read(user, this::page);
    for (Placed placed : page.tasks()) {
      Task task = placed.task();
      Due due = task.due();
      if (due != null) {
        define(text, due.zone());
      }
      if (placed.within() != null && placed.within().zone() != null) {
        define(text, placed.within().zone());
      }
      new TodoWriter(text, dayStart)
          .task(
              task,
              uid(placed.uid(), task.id().value()),
              placed.within(),
              page.reminders().getOrDefault(task.id(), List.of()));
    }
    if (page.tasks().size() < PAGE) {
      text.line("END", "VCALENDAR");
      stage = Stage.DONE;
    } else {
      after = page.tasks().getLast().task().id().value();
    }
  }

  private Page page(Connection connection) {
    List<Placed> tasks =
        Sql.list(
            connection,
            "SELECT t.*, s.id AS its_series, s.uid AS series_uid, s.zone AS series_zone FROM task t"
                + " LEFT JOIN series s ON s.user_id = t.user_id AND s.id = t.series_id"
                + " WHERE t.user_id = ? AND t.deleted_at IS NULL AND t.id > ? AND "
                + extent.tasks()
                + " ORDER BY t.id LIMIT ?",
            ExportPages::placed,
            user,
            after,
            PAGE);
    Map<TaskId, List<Reminder>> reminders =
        Sql.list(
                connection,
                "SELECT * FROM reminder WHERE user_id = ? AND task_id = ANY (?::uuid[])"
                    + " AND status = 'scheduled' ORDER BY fire_at, id",
                ReminderRows::read,
                user,
                tasks.stream().map(placed -> placed.task().id()).toList())
            .stream()
            .map(ReminderRow::reminder)
            .collect(Collectors.groupingBy(Reminder::taskId));
    return new Page(tasks, reminders);
  }

  private static Placed placed(Columns row) throws SQLException {
    String zone = row.textOrNull("series_zone");
    String series = row.textOrNull("its_series");
    return new Placed(
        TaskRows.read(row).task(),
        row.textOrNull("uid"),
        series == null
            ? null
            : new Within(
                row.textOrNull("series_uid") == null ? series : row.text("series_uid"),
                zone == null ? null : ZoneId.of(zone)));
  }

  /** Before it is needed first. */
  private void define(CalendarText text, ZoneId zone) {
    if (zones.add(zone)) {
      ZoneWriter.write(text, zone);
    }
  }

  private static String uid(@Nullable String known, UUID own) {
    return known == null ? own.toString() : known;
  }
}
