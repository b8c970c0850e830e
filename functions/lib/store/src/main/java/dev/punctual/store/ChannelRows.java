package dev.punctual.store;

import dev.punctual.contracts.Channel;
import dev.punctual.contracts.ChannelKind;
import dev.punctual.contracts.ChannelStatus;
import dev.punctual.contracts.Id.ChannelId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.store.ChannelRow.Outage;
import dev.punctual.store.ChannelRow.PushKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code channel}. That an address is not confirmed is kept beside the status, so that
 * the release before this one can still read it.
 */
public final class ChannelRows {
  private static final String KEYED =
      "SELECT * FROM channel WHERE (user_id, id) IN (SELECT * FROM unnest(?::uuid[], ?::uuid[]))"
          + " ORDER BY user_id, id";

  private ChannelRows() {}

  /** Those that exist. */
  public static List<ChannelRow> find(Connection connection, Collection<Owned<ChannelId>> keys) {
    return Sql.list(connection, KEYED, ChannelRows::read, Owned.users(keys), Owned.ids(keys));
  }

  /**
   * Those that exist, locked until the transaction ends, but not against new deliveries. A channel
   * before its deliveries.
   */
  public static List<ChannelRow> lock(Connection connection, Collection<Owned<ChannelId>> keys) {
    return Sql.list(
        connection,
        KEYED + " FOR NO KEY UPDATE",
        ChannelRows::read,
        Owned.users(keys),
        Owned.ids(keys));
  }

  /** How many a person has. */
  public static int count(Connection connection, UserId user) {
    return Sql.one(
            connection,
            "SELECT count(*) AS n FROM channel WHERE user_id = ?",
            row -> row.integer("n"),
            user)
        .orElseThrow();
  }

  public static void insert(Connection connection, ChannelRow row) {
    List<@Nullable Object> values = state(row);
    values.add(row.channel().kind());
    values.add(row.channel().secret());
    values.add(row.channel().createdAt());
    Sql.batch(
        connection,
        "INSERT INTO channel (name, target, push_key, push_auth, enabled, status, last_error,"
            + " last_sent_at, failures, retry_at, confirmed, version, updated_at, user_id, id, kind,"
            + " secret, created_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        List.of(values));
  }

  /** Writes all that may change about rows that exist. */
  public static void update(Connection connection, Collection<ChannelRow> rows) {
    Sql.batch(
        connection,
        "UPDATE channel SET name = ?, target = ?, push_key = ?, push_auth = ?, enabled = ?,"
            + " status = ?, last_error = ?, last_sent_at = ?, failures = ?, retry_at = ?,"
            + " confirmed = ?,"
            + " version = ?, updated_at = ? WHERE user_id = ? AND id = ?",
        rows.stream().map(ChannelRows::state).toList());
  }

  public static void delete(Connection connection, Owned<ChannelId> key) {
    Sql.execute(
        connection, "DELETE FROM channel WHERE user_id = ? AND id = ?", key.user(), key.id());
  }

  /** The row at hand of a {@code SELECT * FROM channel}. */
  public static ChannelRow read(Columns row) throws SQLException {
    String key = row.textOrNull("push_key");
    return new ChannelRow(
        row.user(),
        new Channel(
            new ChannelId(row.uuid("id")),
            row.constant("kind", ChannelKind.class),
            row.text("name"),
            row.text("target"),
            row.flag("enabled"),
            status(row),
            row.textOrNull("secret"),
            row.textOrNull("last_error"),
            row.instantOrNull("last_sent_at"),
            row.instant("created_at"),
            row.instant("updated_at"),
            row.integer("version")),
        key == null ? null : new PushKeys(key, row.text("push_auth")),
        new Outage(row.integer("failures"), row.instantOrNull("retry_at")));
  }

  private static ChannelStatus status(Columns row) throws SQLException {
    boolean mail = row.constant("kind", ChannelKind.class) == ChannelKind.EMAIL;
    return mail && !row.flag("confirmed")
        ? ChannelStatus.UNCONFIRMED
        : row.constant("status", ChannelStatus.class);
  }

  private static List<@Nullable Object> state(ChannelRow row) {
    Channel channel = row.channel();
    PushKeys keys = row.keys();
    List<@Nullable Object> values = new ArrayList<>(18);
    values.add(channel.name());
    values.add(channel.target());
    values.add(keys == null ? null : keys.p256dh());
    values.add(keys == null ? null : keys.auth());
    values.add(channel.enabled());
    boolean confirmed = channel.status() != ChannelStatus.UNCONFIRMED;
    values.add(confirmed ? channel.status() : ChannelStatus.UNPROVED);
    values.add(channel.lastError());
    values.add(channel.lastSentAt());
    values.add(row.outage().failures());
    values.add(row.outage().retryAt());
    values.add(confirmed);
    values.add(channel.version());
    values.add(channel.updatedAt());
    values.add(row.user());
    values.add(channel.id());
    return values;
  }
}
