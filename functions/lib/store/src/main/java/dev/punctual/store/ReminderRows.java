package dev.punctual.store;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code reminder}. */
public final class ReminderRows {
  private static final String KEYED =
      "SELECT * FROM reminder WHERE (user_id, id) IN (SELECT * FROM unnest(?::uuid[], ?::uuid[]))"
          + " ORDER BY user_id, id";

  private ReminderRows() {}

  /** Those that exist. A task is always locked before its reminders. */
  public static List<ReminderRow> find(Connection connection, Collection<Owned<ReminderId>> keys) {
    return Sql.list(connection, KEYED, ReminderRows::read, Owned.users(keys), Owned.ids(keys));
  }

  /** Those that exist, locked until the transaction ends. */
  public static List<ReminderRow> lock(Connection connection, Collection<Owned<ReminderId>> keys) {
    return Sql.list(
        connection, KEYED + " FOR UPDATE", ReminderRows::read, Owned.users(keys), Owned.ids(keys));
  }

  /** Those of a task in one of these states, locked until the transaction ends. */
  public static List<ReminderRow> lockOfTask(
      Connection connection, Owned<TaskId> task, ReminderStatus... statuses) {
    return Sql.list(
        connection,
        "SELECT * FROM reminder WHERE user_id = ? AND task_id = ? AND status = ANY (?)"
            + " ORDER BY user_id, id FOR UPDATE",
        ReminderRows::read,
        task.user(),
        task.id(),
        Arrays.stream(statuses).map(ReminderStatus::wireName).toList());
  }

  /** Writes new ones, each with the first step of its story. */
  public static void insert(Connection connection, Collection<ReminderRow> rows) {
    Sql.batch(
        connection,
        "INSERT INTO reminder (status, fire_at, handled_at, revision, version, user_id, id,"
            + " task_id, at, before, after, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows.stream()
            .map(
                row -> {
                  List<@Nullable Object> values = state(row);
                  values.add(row.reminder().taskId());
                  values.add(row.reminder().at());
                  values.add(row.reminder().before());
                  values.add(row.reminder().after());
                  values.add(row.createdAt());
                  return values;
                })
            .toList());
    ReminderSteps.armedNew(connection, rows);
  }

  /** Writes all that may change about rows that exist. */
  public static void update(Connection connection, Collection<ReminderRow> rows) {
    Sql.batch(
        connection,
        "UPDATE reminder SET status = ?, fire_at = ?, handled_at = ?, revision = ?, version = ?"
            + " WHERE user_id = ? AND id = ?",
        rows.stream().map(ReminderRows::state).toList());
  }

  /** The row at hand of a {@code SELECT * FROM reminder}. */
  public static ReminderRow read(Columns row) throws SQLException {
    return new ReminderRow(
        row.user(),
        new Reminder(
            new ReminderId(row.uuid("id")),
            new TaskId(row.uuid("task_id")),
            row.instantOrNull("at"),
            row.textOrNull("before"),
            row.textOrNull("after"),
            row.constant("status", ReminderStatus.class),
            row.instant("fire_at"),
            row.instantOrNull("handled_at"),
            row.integer("version")),
        row.integer("revision"),
        row.instant("created_at"));
  }

  private static List<@Nullable Object> state(ReminderRow row) {
    List<@Nullable Object> values = new ArrayList<>(12);
    values.add(row.reminder().status());
    values.add(row.reminder().fireAt());
    values.add(row.reminder().handledAt());
    values.add(row.revision());
    values.add(row.reminder().version());
    values.add(row.user());
    values.add(row.reminder().id());
    return values;
  }
}
