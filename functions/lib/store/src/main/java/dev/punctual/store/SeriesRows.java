package dev.punctual.store;

import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.IfPending;
import dev.punctual.contracts.LocalClock;
import dev.punctual.contracts.OnMissed;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Series.RelativeReminder;
import dev.punctual.contracts.SeriesStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table {@code series}. */
public final class SeriesRows {
  /** What {@link #read} reads; to be followed by a condition on {@code s}. */
  public static final String SELECT =
      "SELECT s.*, coalesce(s.zone, a.zone) AS zone_that_holds, a.working_from"
          + " FROM series s JOIN account a ON a.id = s.user_id ";

  private SeriesRows() {}

  /** Those that exist, locked until the transaction ends. */
  public static List<SeriesRow> lock(Connection connection, Collection<Owned<SeriesId>> keys) {
    return Sql.list(
        connection,
        SELECT
            + "WHERE (s.user_id, s.id) IN (SELECT * FROM unnest(?::uuid[], ?::uuid[]))"
            + " ORDER BY s.user_id, s.id FOR UPDATE OF s",
        SeriesRows::read,
        Owned.users(keys),
        Owned.ids(keys));
  }

  public static void insert(Connection connection, Collection<SeriesRow> rows) {
    Sql.batch(
        connection,
        "INSERT INTO series (title, notes, tags, priority, start, zone, rule, exdates, rdates,"
            + " lead, repeat, if_pending, on_missed, reminders, reminders_after, status, paused_from, summary,"
            + " last_occurrence, next_occurrence, next_at, timer_at, done_at, made_late,"
            + " revision, version, updated_at, user_id, id, created_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows.stream()
            .map(
                row -> {
                  List<@Nullable Object> values = new ArrayList<>(30);
                  addDefinition(values, row.series());
                  addProgress(values, row);
                  addKey(values, row);
                  values.add(row.series().createdAt());
                  return values;
                })
            .toList());
  }

  /** Writes all that may change about rows that exist. */
  public static void update(Connection connection, Collection<SeriesRow> rows) {
    Sql.batch(
        connection,
        "UPDATE series SET title = ?, notes = ?, tags = ?, priority = ?, start = ?, zone = ?,"
            + " rule = ?, exdates = ?, rdates = ?, lead = ?, repeat = ?, if_pending = ?,"
            + " on_missed = ?, reminders = ?, reminders_after = ?, status = ?, paused_from = ?, summary = ?,"
            + " last_occurrence = ?, next_occurrence = ?, next_at = ?, timer_at = ?, done_at = ?,"
            + " made_late = ?, revision = ?, version = ?, updated_at = ? WHERE user_id = ? AND id = ?",
        rows.stream()
            .map(
                row -> {
                  List<@Nullable Object> values = new ArrayList<>(29);
                  addDefinition(values, row.series());
                  addProgress(values, row);
                  addKey(values, row);
                  return values;
                })
            .toList());
  }

  /** Writes how far series have come, and nothing that a person said of them. */
  public static void advance(Connection connection, Collection<SeriesRow> rows) {
    Sql.batch(
        connection,
        "UPDATE series SET status = ?, paused_from = ?, summary = ?, last_occurrence = ?,"
            + " next_occurrence = ?, next_at = ?, timer_at = ?, done_at = ?, made_late = ?,"
            + " revision = ?, version = ?, updated_at = ? WHERE user_id = ? AND id = ?",
        rows.stream()
            .map(
                row -> {
                  List<@Nullable Object> values = new ArrayList<>(14);
                  addProgress(values, row);
                  addKey(values, row);
                  return values;
                })
            .toList());
  }

  /** Deletes rows; their tasks stay. */
  public static void delete(Connection connection, Collection<Owned<SeriesId>> keys) {
    Sql.batch(
        connection,
        "DELETE FROM series WHERE user_id = ? AND id = ?",
        keys.stream().map(key -> List.of(key.user(), key.id())).toList());
  }

  /** The row at hand of a {@link #SELECT}. */
  public static SeriesRow read(Columns row) throws SQLException {
    Series series =
        new Series(
            new SeriesId(row.uuid("id")),
            row.text("title"),
            row.text("notes"),
            row.texts("tags"),
            row.constant("priority", Priority.class),
            row.text("start"),
            row.textOrNull("zone"),
            row.textOrNull("rule"),
            row.texts("exdates"),
            row.texts("rdates"),
            row.textOrNull("lead"),
            row.constant("repeat", Repeat.class),
            row.constant("if_pending", IfPending.class),
            row.constant("on_missed", OnMissed.class),
            reminders(row),
            row.constant("status", SeriesStatus.class),
            row.instantOrNull("next_at"),
            row.text("summary"),
            row.instant("created_at"),
            row.instant("updated_at"),
            row.integer("version"));
    return new SeriesRow(
        row.user(),
        series,
        new LocalClock(
            ZoneId.of(row.text("zone_that_holds")), LocalTime.parse(row.text("working_from"))),
        new SeriesRow.Progress(
            row.textOrNull("last_occurrence"),
            row.textOrNull("next_occurrence"),
            row.instantOrNull("timer_at"),
            row.instantOrNull("done_at"),
            row.integer("made_late"),
            row.constantOrNull("paused_from", SeriesStatus.class),
            row.integer("revision")));
  }

  private static void addDefinition(List<@Nullable Object> values, Series series) {
    values.add(series.title());
    values.add(series.notes());
    values.add(series.tags());
    values.add(series.priority());
    values.add(series.start());
    values.add(series.zone());
    values.add(series.rule());
    values.add(series.exdates());
    values.add(series.rdates());
    values.add(series.lead());
    values.add(series.repeat());
    values.add(series.ifPending());
    values.add(series.onMissed());
    values.add(offsets(series, RelativeReminder::before));
    values.add(offsets(series, RelativeReminder::after));
  }

  private static List<RelativeReminder> reminders(Columns row) throws SQLException {
    List<RelativeReminder> reminders = new ArrayList<>();
    row.texts("reminders").forEach(before -> reminders.add(RelativeReminder.before(before)));
    row.texts("reminders_after").forEach(after -> reminders.add(RelativeReminder.after(after)));
    return reminders;
  }

  private static List<String> offsets(
      Series series, Function<RelativeReminder, @Nullable String> which) {
    List<String> offsets = new ArrayList<>();
    for (RelativeReminder reminder : series.reminders()) {
      String offset = which.apply(reminder);
      if (offset != null) {
        offsets.add(offset);
      }
    }
    return offsets;
  }

  private static void addProgress(List<@Nullable Object> values, SeriesRow row) {
    values.add(row.series().status());
    values.add(row.progress().pausedFrom());
    values.add(row.series().summary());
    values.add(row.progress().lastOccurrence());
    values.add(row.progress().nextOccurrence());
    values.add(row.series().nextAt());
    values.add(row.progress().timerAt());
    values.add(row.progress().doneAt());
    values.add(row.progress().madeLate());
    values.add(row.progress().revision());
    values.add(row.series().version());
    values.add(row.series().updatedAt());
  }

  private static void addKey(List<@Nullable Object> values, SeriesRow row) {
    values.add(row.user());
    values.add(row.series().id());
  }
}
