package dev.punctual.gateway.people;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.http.SessionToken;
import dev.punctual.store.Sql;
import java.sql.Connection;
import java.time.Duration;

/** The table {@code password_reset}, which knows links only by the SHA-256 of their secret. */
final class PasswordReset {
  /** For how long a link works. */
  static final Duration VALIDITY = Duration.ofMinutes(30);

  /** Nobody's mailbox is to be filled. */
  private static final int MAX_LINKS = 3;

  private PasswordReset() {}

  /** Makes a link work; false: there are enough that still do. */
  static boolean offer(Connection connection, UserId user, SessionToken secret) {
    return Sql.update(
            connection,
            "INSERT INTO password_reset (token_hash, user_id, expires_at)"
                + " SELECT ?, id, now() + ?::interval FROM account a WHERE id = ? AND"
                + " (SELECT count(*) FROM password_reset WHERE user_id = a.id"
                + " AND expires_at > now()) < "
                + MAX_LINKS,
            secret.hash(),
            VALIDITY.toString(),
            user)
        > 0;
  }

  /**
   * Whose password a link sets.
   *
   * @throws Refused when it is unknown, was used or has run out
   */
  static UserId find(Connection connection, SessionToken secret) {
    return Sql.one(
            connection,
            "SELECT user_id FROM password_reset WHERE token_hash = ? AND expires_at > now()"
                + " FOR UPDATE",
            row -> row.user(),
            secret.hash())
        .orElseThrow(
            () ->
                new Refused(
                    ProblemCode.RESET_LINK_SPENT,
                    "token",
                    "A link sets a password once, within half an hour. Ask for another."));
  }

  /** Uses all links of a person up. */
  static void spend(Connection connection, UserId user) {
    Sql.execute(connection, "DELETE FROM password_reset WHERE user_id = ?", user);
  }
}
