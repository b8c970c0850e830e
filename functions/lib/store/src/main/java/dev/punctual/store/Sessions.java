package dev.punctual.store;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.store.Accounts.Account;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;

/**
 * The tables {@code session} and {@code sign_in_token}. Both know tokens only by the SHA-256 of
 * their bytes.
 */
public final class Sessions {
  private Sessions() {}

  /**
   * Registers a token that signs a person in once. Rows stay when it was used or has run out: the
   * next start may offer the same one again.
   */
  public static void offer(
      Connection connection, byte[] tokenHash, UserId user, Duration validity) {
    Sql.execute(
        connection,
        "INSERT INTO sign_in_token (token_hash, user_id, expires_at)"
            + " VALUES (?, ?, now() + ?::interval) ON CONFLICT DO NOTHING",
        tokenHash,
        user,
        validity.toString());
  }

  /** Uses a sign-in token up; empty: it is unknown, used or has run out. */
  public static Optional<UserId> redeem(Connection connection, byte[] tokenHash) {
    return Sql.one(
        connection,
        "UPDATE sign_in_token SET expires_at = now() WHERE token_hash = ? AND expires_at > now()"
            + " RETURNING user_id",
        row -> row.user(),
        tokenHash);
  }

  /** Opens a session. */
  public static void open(Connection connection, byte[] tokenHash, UserId user, Duration validity) {
    Sql.execute(
        connection,
        "INSERT INTO session (token_hash, user_id, expires_at)"
            + " VALUES (?, ?, now() + ?::interval)",
        tokenHash,
        user,
        validity.toString());
  }

  /** Whose session it is; empty: it is unknown or has run out. */
  public static Optional<Account> account(Connection connection, byte[] tokenHash) {
    return Sql.one(
        connection,
        "SELECT a.* FROM session s JOIN account a ON a.id = s.user_id"
            + " WHERE s.token_hash = ? AND s.expires_at > now()",
        Accounts::read,
        tokenHash);
  }

  /** Closes a session, where there is one. */
  public static void close(Connection connection, byte[] tokenHash) {
    Sql.execute(connection, "DELETE FROM session WHERE token_hash = ?", tokenHash);
  }
}
