package dev.punctual.store;

import dev.punctual.contracts.Delivery;
import dev.punctual.contracts.DeliveryStatus;
import dev.punctual.contracts.Id.ChannelId;
import dev.punctual.contracts.Id.DeliveryId;
import dev.punctual.contracts.Id.NotificationId;
import dev.punctual.contracts.Id.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code delivery}. */
public final class DeliveryRows {
  private static final String KEYED =
      "SELECT * FROM delivery WHERE (user_id, id) IN (SELECT * FROM unnest(?::uuid[], ?::uuid[]))"
          + " ORDER BY user_id, id";

  private DeliveryRows() {}

  /**
   * Begins the deliveries of notifications: one for each channel of their people that is in use
   * and, if it is e-mail, confirmed, its first try leased; but of a channel that failed the last
   * time, untried and due when that may be tried again.
   *
   * @param leaseEnd when somebody else may try
   * @return them; empty: nobody has a channel
   */
  public static List<DeliveryRow> begin(
      Connection connection, Collection<NotificationRow> rows, Instant now, Instant leaseEnd) {
    if (rows.isEmpty()) {
      return List.of();
    }
    return Sql.list(
        connection,
        "INSERT INTO delivery (user_id, id, channel_id, notification_id, status, attempts,"
            + " timer_at, revision, created_at)"
            + " SELECT c.user_id, uuidv7(), c.id, n.id, 'pending',"
            + " CASE WHEN c.retry_at IS NULL THEN 1 ELSE 0 END,"
            + " CASE WHEN c.retry_at IS NULL THEN ?::timestamptz"
            + " ELSE greatest(c.retry_at, ?::timestamptz) END, 1, ?::timestamptz FROM unnest(?::uuid[], ?::uuid[]) AS n(user_id, id)"
            + " JOIN channel c ON c.user_id = n.user_id"
            + " WHERE c.enabled AND c.status <> 'gone' AND (c.kind <> 'email' OR c.confirmed)"
            + " RETURNING *",
        DeliveryRows::read,
        leaseEnd,
        now,
        now,
        rows.stream().map(NotificationRow::user).toList(),
        rows.stream().map(row -> row.notification().id()).toList());
  }

  public static void insert(Connection connection, DeliveryRow row) {
    List<@Nullable Object> values = state(row);
    values.add(row.delivery().channelId());
    values.add(row.delivery().notificationId());
    values.add(row.delivery().createdAt());
    Sql.batch(
        connection,
        "INSERT INTO delivery (status, attempts, timer_at, revision, error, handled_at, user_id,"
            + " id, channel_id, notification_id, created_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        List.of(values));
  }

  /** Those that exist. A channel is always locked before its deliveries. */
  public static List<DeliveryRow> find(Connection connection, Collection<Owned<DeliveryId>> keys) {
    return Sql.list(connection, KEYED, DeliveryRows::read, Owned.users(keys), Owned.ids(keys));
  }

  /** Those that exist, locked until the transaction ends. */
  public static List<DeliveryRow> lock(Connection connection, Collection<Owned<DeliveryId>> keys) {
    return Sql.list(
        connection, KEYED + " FOR UPDATE", DeliveryRows::read, Owned.users(keys), Owned.ids(keys));
  }

  /** A test of this channel that has not come to its end. */
  public static Optional<DeliveryRow> pendingTest(
      Connection connection, UserId user, ChannelId channel) {
    return Sql.list(
            connection,
            "SELECT * FROM delivery WHERE user_id = ? AND channel_id = ? AND status = 'pending'"
                + " AND notification_id IS NULL ORDER BY id LIMIT 1",
            DeliveryRows::read,
            user,
            channel)
        .stream()
        .findFirst();
  }

  /** The deliveries of a channel that are under way, locked until the transaction ends. */
  public static List<DeliveryRow> lockPending(
      Connection connection, UserId user, ChannelId channel) {
    return Sql.list(
        connection,
        "SELECT * FROM delivery WHERE user_id = ? AND channel_id = ? AND status = 'pending'"
            + " ORDER BY user_id, id FOR UPDATE",
        DeliveryRows::read,
        user,
        channel);
  }

  /** Writes all that may change about rows that exist. */
  public static void update(Connection connection, Collection<DeliveryRow> rows) {
    Sql.batch(
        connection,
        "UPDATE delivery SET status = ?, attempts = ?, timer_at = ?, revision = ?, error = ?,"
            + " handled_at = ? WHERE user_id = ? AND id = ?",
        rows.stream().map(DeliveryRows::state).toList());
  }

  /** The row at hand of a {@code SELECT * FROM delivery}. */
  public static DeliveryRow read(Columns row) throws SQLException {
    return new DeliveryRow(
        row.user(),
        new Delivery(
            new DeliveryId(row.uuid("id")),
            new ChannelId(row.uuid("channel_id")),
            row.idOrNull("notification_id", NotificationId::new),
            row.constant("status", DeliveryStatus.class),
            row.integer("attempts"),
            row.textOrNull("error"),
            row.instant("created_at"),
            row.instantOrNull("handled_at")),
        row.instantOrNull("timer_at"),
        row.integer("revision"));
  }

  private static List<@Nullable Object> state(DeliveryRow row) {
    Delivery delivery = row.delivery();
    List<@Nullable Object> values = new ArrayList<>(11);
    values.add(delivery.status());
    values.add(delivery.attempts());
    values.add(row.timerAt());
    values.add(row.revision());
    values.add(delivery.error());
    values.add(delivery.handledAt());
    values.add(row.user());
    values.add(delivery.id());
    return values;
  }
}
