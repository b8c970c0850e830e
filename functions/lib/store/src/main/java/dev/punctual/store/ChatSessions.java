package dev.punctual.store;

import dev.punctual.contracts.Id.UserId;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The table {@code chat_session}. What has run out reads as absent. */
public final class ChatSessions {
  private ChatSessions() {}

  /**
   * A conversation as it was saved.
   *
   * @param etag names this save, and no other
   */
  public record Saved(String state, UUID etag) {}

  /** A person's conversation. */
  public static Optional<Saved> find(Connection connection, UserId user, UUID id) {
    return Sql.one(
        connection,
        "SELECT state, etag FROM chat_session"
            + " WHERE user_id = ? AND id = ? AND expires_at > now()",
        row -> new Saved(row.text("state"), UUID.fromString(row.text("etag"))),
        user,
        id);
  }

  /**
   * Saves a conversation that is new, or has run out.
   *
   * @return false: there is one already
   */
  public static boolean insert(
      Connection connection, UserId user, UUID id, String state, Duration ttl) {
    return Sql.update(
            connection,
            "INSERT INTO chat_session AS s (user_id, id, etag, state, expires_at)"
                + " VALUES (?, ?, gen_random_uuid(), ?, now() + ?::interval)"
                + " ON CONFLICT (user_id, id) DO UPDATE SET etag = excluded.etag,"
                + " state = excluded.state, expires_at = excluded.expires_at"
                + " WHERE s.expires_at <= now()",
            user,
            id,
            state,
            ttl.toString())
        == 1;
  }

  /**
   * Saves a conversation in the place of the save that was read.
   *
   * @return false: it has been saved by somebody else, deleted, or has run out
   */
  public static boolean update(
      Connection connection, UserId user, UUID id, Saved next, Duration ttl) {
    return Sql.update(
            connection,
            "UPDATE chat_session SET state = ?, etag = gen_random_uuid(),"
                + " expires_at = now() + ?::interval"
                + " WHERE user_id = ? AND id = ? AND etag = ? AND expires_at > now()",
            next.state(),
            ttl.toString(),
            user,
            id,
            next.etag())
        == 1;
  }

  /** Forgets a conversation. */
  public static void delete(Connection connection, UserId user, UUID id) {
    Sql.execute(connection, "DELETE FROM chat_session WHERE user_id = ? AND id = ?", user, id);
  }
}
