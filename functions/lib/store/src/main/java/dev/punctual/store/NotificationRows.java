package dev.punctual.store;

import dev.punctual.contracts.Id.NotificationId;
import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Notification;
import dev.punctual.contracts.NotificationStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code notification}. */
public final class NotificationRows {
  private NotificationRows() {}

  public static void insert(Connection connection, Collection<NotificationRow> rows) {
    Sql.batch(
        connection,
        "INSERT INTO notification (user_id, id, kind, title, detail, task_id, reminder_id, status,"
            + " created_at, read_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows.stream()
            .map(
                row -> {
                  Notification notification = row.notification();
                  List<@Nullable Object> values = new ArrayList<>(10);
                  values.add(row.user());
                  values.add(notification.id());
                  values.add(notification.kind());
                  values.add(notification.title());
                  values.add(notification.detail());
                  values.add(notification.taskId());
                  values.add(notification.reminderId());
                  values.add(notification.status());
                  values.add(notification.createdAt());
                  values.add(notification.readAt());
                  return values;
                })
            .toList());
  }

  /** Those that exist. */
  public static List<NotificationRow> find(
      Connection connection, Collection<Owned<NotificationId>> keys) {
    return Sql.list(
        connection,
        "SELECT * FROM notification WHERE (user_id, id) IN"
            + " (SELECT * FROM unnest(?::uuid[], ?::uuid[]))",
        NotificationRows::read,
        Owned.users(keys),
        Owned.ids(keys));
  }

  /** The row at hand of a {@code SELECT * FROM notification}. */
  public static NotificationRow read(Columns row) throws SQLException {
    return new NotificationRow(
        row.user(),
        new Notification(
            new NotificationId(row.uuid("id")),
            row.text("kind"),
            row.text("title"),
            row.textOrNull("detail"),
            new TaskId(row.uuid("task_id")),
            row.idOrNull("reminder_id", ReminderId::new),
            row.constant("status", NotificationStatus.class),
            row.instant("created_at"),
            row.instantOrNull("read_at")));
  }
}
