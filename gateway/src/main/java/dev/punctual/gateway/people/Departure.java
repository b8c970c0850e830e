package dev.punctual.gateway.people;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.Id.ApiTokenId;
import dev.punctual.contracts.Id.SessionId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.store.Accounts;
import dev.punctual.store.Sql;
import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Deletes all rows of a person. */
final class Departure {
  /**
   * In the order in which everybody locks: what has no foreign key of its own goes by its owner's.
   */
  private static final List<String> LOCKED =
      List.of("series", "task", "reminder", "channel", "delivery");

  private Departure() {}

  /**
   * Deletes a person.
   *
   * @return the sessions and tokens that are over
   */
  static Set<Id> delete(Connection connection, UserId user) {
    boolean alone = Accounts.lockFirst(connection);
    for (String table : LOCKED) {
      Sql.list(
          connection,
          "SELECT id FROM " + table + " WHERE user_id = ? ORDER BY id FOR UPDATE",
          row -> 0,
          user);
    }
    Set<Id> over = new HashSet<>();
    over.addAll(
        Sql.list(
            connection,
            "SELECT id FROM session WHERE user_id = ?",
            row -> new SessionId(row.uuid("id")),
            user));
    over.addAll(
        Sql.list(
            connection,
            "SELECT id FROM api_token WHERE user_id = ?",
            row -> new ApiTokenId(row.uuid("id")),
            user));
    // All else refers to it. Who still wrote for them finds nothing to refer to, and stops.
    Sql.execute(connection, "DELETE FROM account WHERE id = ?", user);
    // What waits to be published, and what a stream could replay. Last, as events are written.
    Sql.list(
        connection,
        "SELECT seq FROM outbox WHERE user_id = ? ORDER BY seq FOR UPDATE",
        row -> 0,
        user);
    Sql.execute(connection, "DELETE FROM outbox WHERE user_id = ?", user);
    if (!alone && Accounts.administrator(connection).isEmpty()) {
      succeed(connection);
    }
    return over;
  }

  /** The last administrator was who could invite others: now whoever is here longest is. */
  private static void succeed(Connection connection) {
    Sql.execute(
        connection,
        "UPDATE account SET administrator = true WHERE id = (SELECT id FROM account a"
            + " WHERE password_hash IS NOT NULL"
            + " OR EXISTS (SELECT FROM identity WHERE user_id = a.id)"
            + " ORDER BY created_at, id LIMIT 1)");
  }
}
