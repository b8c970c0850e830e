package dev.punctual.gateway.idempotency;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.store.Columns;
import dev.punctual.store.Sql;
import dev.punctual.store.Upkeep;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The table {@code idempotency_key}. */
final class IdempotencyKeys {
  private IdempotencyKeys() {}

  /**
   * Takes a key, or one that has run out, until the transaction ends. While another transaction has
   * it and has not ended, this waits, at most as long as for any lock.
   *
   * @return false: it was taken before
   */
  static boolean take(
      Connection connection, UserId user, String key, byte[] hash, ChangeId change, Instant now) {
    int rows =
        Sql.update(
            connection,
            """
            INSERT INTO idempotency_key AS k (user_id, key, request_hash, change_id, created_at)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (user_id, key) DO UPDATE SET request_hash = excluded.request_hash,
              change_id = excluded.change_id, created_at = excluded.created_at,
              status = NULL, location = NULL, etag = NULL, body = NULL
            WHERE k.created_at < ?
            """,
            user,
            key,
            hash,
            change,
            now,
            now.minus(Upkeep.IDEMPOTENCY_KEYS.kept()));
    return rows == 1;
  }

  /** Forgets a key under which nothing was done. */
  static void giveBack(Connection connection, UserId user, String key) {
    Sql.execute(connection, "DELETE FROM idempotency_key WHERE user_id = ? AND key = ?", user, key);
  }

  /** Whether a person has more than so many keys. */
  static boolean exceed(Connection connection, UserId user, int max) {
    return Sql.one(
            connection,
            "SELECT count(*) > ? AS more FROM"
                + " (SELECT FROM idempotency_key WHERE user_id = ? LIMIT ?) AS k",
            row -> row.flag("more"),
            max,
            user,
            max + 1)
        .orElseThrow();
  }

  /** Keeps the answer to be given again. */
  static void answer(Connection connection, UserId user, String key, KeptAnswer answer) {
    Sql.execute(
        connection,
        "UPDATE idempotency_key SET change_id = ?, status = ?, location = ?, etag = ?, body = ?"
            + " WHERE user_id = ? AND key = ?",
        answer.change(),
        answer.status(),
        answer.location(),
        answer.etag(),
        answer.body(),
        user,
        key);
  }

  /**
   * What is known of a key.
   *
   * @param answer empty: it was not kept
   */
  record Taken(byte[] hash, ChangeId change, Optional<KeptAnswer> answer) {}

  static Optional<Taken> find(Connection connection, UserId user, String key) {
    return Sql.one(
        connection,
        "SELECT * FROM idempotency_key WHERE user_id = ? AND key = ?",
        IdempotencyKeys::read,
        user,
        key);
  }

  private static Taken read(Columns row) throws SQLException {
    ChangeId change = new ChangeId(row.uuid("change_id"));
    Integer status = row.integerOrNull("status");
    byte[] hash = row.bytesOrNull("request_hash");
    return new Taken(
        hash == null ? new byte[0] : hash,
        change,
        status == null
            ? Optional.empty()
            : Optional.of(
                new KeptAnswer(
                    change,
                    status,
                    row.textOrNull("location"),
                    row.textOrNull("etag"),
                    row.textOrNull("body"))));
  }
}
