package dev.punctual.store;

import dev.punctual.contracts.Id.SessionId;
import dev.punctual.contracts.Id.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code session} and {@code sign_in_token}. Both know tokens only by the SHA-256 of
 * their bytes.
 */
public final class Sessions {
  private static final int MAX_USER_AGENT = 200;

  private Sessions() {}

  /**
   * A session as its person sees it.
   *
   * @param userAgent what the browser called itself when it signed in; null: nothing
   * @param lastUsedAt to the hour
   */
  public record Session(
      SessionId id,
      @Nullable String userAgent,
      Instant createdAt,
      Instant lastUsedAt,
      Instant expiresAt) {}

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

  /** Opens a session of a browser that does not say what it is. */
  public static void open(Connection connection, byte[] tokenHash, UserId user, Duration validity) {
    open(connection, tokenHash, user, validity, null);
  }

  /** Opens a session. */
  public static void open(
      Connection connection,
      byte[] tokenHash,
      UserId user,
      Duration validity,
      @Nullable String userAgent) {
    Sql.execute(
        connection,
        "INSERT INTO session (token_hash, user_id, expires_at, user_agent)"
            + " VALUES (?, ?, now() + ?::interval, left(?, "
            + MAX_USER_AGENT
            + "))",
        tokenHash,
        user,
        validity.toString(),
        userAgent);
  }

  /** Whose session this is; empty: it is unknown or has run out. */
  public static Optional<UserId> owner(Connection connection, byte[] tokenHash) {
    return Sql.one(
        connection,
        "SELECT user_id FROM session WHERE token_hash = ? AND expires_at > now()",
        row -> row.user(),
        tokenHash);
  }

  /** Those of a person that have not run out, the newest first. */
  public static List<Session> list(Connection connection, UserId user) {
    return Sql.list(
        connection,
        "SELECT * FROM session WHERE user_id = ? AND expires_at > now()"
            + " ORDER BY created_at DESC, id DESC",
        Sessions::read,
        user);
  }

  /** Closes a session by its token; what was closed. */
  public static Optional<SessionId> close(Connection connection, byte[] tokenHash) {
    return Sql.one(
        connection,
        "DELETE FROM session WHERE token_hash = ? RETURNING id",
        row -> new SessionId(row.uuid("id")),
        tokenHash);
  }

  /** Closes a session by its id; whether there was one. */
  public static boolean revoke(Connection connection, UserId user, SessionId id) {
    return Sql.update(connection, "DELETE FROM session WHERE user_id = ? AND id = ?", user, id) > 0;
  }

  /**
   * Closes a person's sessions and sign-in links.
   *
   * @param kept stays; null: none does
   * @return what was closed
   */
  public static List<SessionId> revokeAll(
      Connection connection, UserId user, @Nullable SessionId kept) {
    Sql.execute(connection, "UPDATE sign_in_token SET expires_at = now() WHERE user_id = ?", user);
    return Sql.list(
        connection,
        "DELETE FROM session WHERE user_id = ? AND id IS DISTINCT FROM ?::uuid RETURNING id",
        row -> new SessionId(row.uuid("id")),
        user,
        kept);
  }

  private static Session read(Columns row) throws SQLException {
    return new Session(
        new SessionId(row.uuid("id")),
        row.textOrNull("user_agent"),
        row.instant("created_at"),
        row.instant("last_used_at"),
        row.instant("expires_at"));
  }
}
