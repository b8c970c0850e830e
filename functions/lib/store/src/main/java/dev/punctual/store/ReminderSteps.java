package dev.punctual.store;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.ReminderStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code reminder_step}: the stories of reminders, only ever added to. A step's local
 * time is not kept, its zone is.
 */
public final class ReminderSteps {
  private ReminderSteps() {}

  /** A step of one reminder's story. */
  public record Row(Owned<ReminderId> reminder, ReminderStep step) {}

  /** Adds steps, each after those that its reminder has. */
  public static void insert(Connection connection, Collection<Row> rows) {
    Sql.batch(
        connection,
        "INSERT INTO reminder_step (user_id, reminder_id, at, what, fire_at, zone, by, attempt,"
            + " result, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows.stream()
            .map(
                row -> {
                  ReminderStep step = row.step();
                  List<@Nullable Object> values = new ArrayList<>(10);
                  values.add(row.reminder().user());
                  values.add(row.reminder().id());
                  values.add(step.at());
                  values.add(step.what());
                  values.add(step.fireAt());
                  values.add(step.zone());
                  values.add(step.by());
                  values.add(step.attempt());
                  values.add(step.result());
                  values.add(step.detail());
                  return values;
                })
            .toList());
  }

  /**
   * A step as it is kept.
   *
   * @param seq its place: rising along the story, with gaps
   */
  public record Told(long seq, ReminderStep step) {}

  /**
   * A part of one reminder's story, in its order.
   *
   * @param seq what comes behind this one; 0: from the beginning
   * @param limit at most so many
   */
  public static List<Told> after(
      Connection connection, Owned<ReminderId> reminder, long seq, int limit) {
    return Sql.list(
        connection,
        "SELECT * FROM reminder_step WHERE user_id = ? AND reminder_id = ? AND seq > ?"
            + " ORDER BY seq LIMIT ?",
        row -> new Told(row.number("seq"), read(row)),
        reminder.user(),
        reminder.id(),
        seq,
        limit);
  }

  /** The story of one reminder, in its order. */
  public static List<ReminderStep> list(Connection connection, UserId user, ReminderId reminder) {
    return Sql.list(
        connection,
        "SELECT * FROM reminder_step WHERE user_id = ? AND reminder_id = ? ORDER BY seq",
        ReminderSteps::read,
        user,
        reminder);
  }

  /** Each is armed for the first time, in the zone of its task, else that of its person. */
  static void armedNew(Connection connection, Collection<ReminderRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    List<Owned<ReminderId>> keys = rows.stream().map(ReminderRow::key).toList();
    Sql.execute(
        connection,
        "INSERT INTO reminder_step (user_id, reminder_id, at, what, fire_at, zone, by, result)"
            + " SELECT r.user_id, r.id, r.created_at, 'armed', r.fire_at,"
            + " coalesce(t.due_zone, a.zone),"
            + " CASE WHEN t.created_at = r.created_at AND t.series_id IS NOT NULL"
            + " THEN 'series' ELSE 'person' END, 'created'"
            + " FROM reminder r JOIN account a ON a.id = r.user_id"
            + " JOIN task t ON t.user_id = r.user_id AND t.id = r.task_id"
            + " WHERE (r.user_id, r.id) IN (SELECT * FROM unnest(?::uuid[], ?::uuid[]))"
            + " AND r.status = 'scheduled'",
        Owned.users(keys),
        Owned.ids(keys));
  }

  private static ReminderStep read(Columns row) throws SQLException {
    Instant fireAt = row.instantOrNull("fire_at");
    String zone = row.textOrNull("zone");
    ZoneId known = zone == null ? null : ZoneId.of(zone);
    return new ReminderStep(
        row.instant("at"),
        row.constant("what", ReminderStep.What.class),
        fireAt,
        fireAt == null || known == null ? null : LocalDateTime.ofInstant(fireAt, known),
        known,
        row.textOrNull("by"),
        row.integerOrNull("attempt"),
        row.textOrNull("result"),
        row.textOrNull("detail"));
  }
}
