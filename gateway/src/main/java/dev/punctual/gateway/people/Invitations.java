package dev.punctual.gateway.people;

import dev.punctual.contracts.Id.InvitationId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.http.SessionToken;
import dev.punctual.store.Columns;
import dev.punctual.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code invitation}, which knows secrets only by their SHA-256. */
final class Invitations {
  private static final Duration VALIDITY = Duration.ofDays(7);
  private static final int MAX_INVITATIONS = 100;

  private Invitations() {}

  /** Those of a person that were not used and have not run out, the newest first. */
  static List<Invitation> list(Connection connection, UserId user) {
    return Sql.list(
        connection,
        "SELECT * FROM invitation WHERE user_id = ? AND expires_at > now()"
            + " ORDER BY created_at DESC, id DESC",
        row -> read(row, null),
        user);
  }

  /**
   * Makes an invitation; its secret is in what is returned, and nowhere else.
   *
   * @throws Refused when there are too many
   */
  static Invitation create(Connection connection, UserId user, InvitationId id) {
    if (list(connection, user).size() >= MAX_INVITATIONS) {
      throw new Refused(
          ProblemCode.TOO_MANY, "", "There are at most " + MAX_INVITATIONS + " invitations.");
    }
    SessionToken secret = SessionToken.random();
    return Sql.one(
            connection,
            "INSERT INTO invitation (user_id, id, token_hash, created_at, expires_at)"
                + " VALUES (?, ?, ?, now(), now() + ?::interval) RETURNING *",
            row -> read(row, secret),
            user,
            id,
            secret.hash(),
            VALIDITY.toString())
        .orElseThrow();
  }

  /** Takes an invitation back; whether there was one. */
  static boolean revoke(Connection connection, UserId user, InvitationId id) {
    return Sql.update(connection, "DELETE FROM invitation WHERE user_id = ? AND id = ?", user, id)
        > 0;
  }

  /** Uses an invitation up; false: it is unknown, used or has run out. */
  static boolean redeem(Connection connection, SessionToken secret) {
    return Sql.update(
            connection,
            "DELETE FROM invitation WHERE token_hash = ? AND expires_at > now()",
            secret.hash())
        > 0;
  }

  private static Invitation read(Columns row, @Nullable SessionToken secret) throws SQLException {
    return new Invitation(
        new InvitationId(row.uuid("id")),
        secret == null ? null : secret.text(),
        row.instant("created_at"),
        row.instant("expires_at"));
  }
}
