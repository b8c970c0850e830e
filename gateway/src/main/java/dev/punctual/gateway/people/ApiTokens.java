package dev.punctual.gateway.people;

import dev.punctual.contracts.Id.ApiTokenId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.http.Access;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.http.SessionToken;
import dev.punctual.store.Sql;
import java.sql.Connection;
import java.util.List;

/** The table {@code api_token}, which knows secrets only by their SHA-256. */
final class ApiTokens {
  private static final int MAX_TOKENS = 50;

  /** So that who finds one in a file knows what it is. */
  private static final String PREFIX = "punctual_";

  private ApiTokens() {}

  /** A new secret. */
  static SessionToken secret() {
    return new SessionToken(PREFIX + SessionToken.random().text());
  }

  /** Those of a person, the newest first, without their secrets. */
  static List<ApiToken> list(Connection connection, UserId user) {
    return Sql.list(
        connection,
        "SELECT * FROM api_token WHERE user_id = ? ORDER BY created_at DESC, id DESC",
        row ->
            new ApiToken(
                new ApiTokenId(row.uuid("id")),
                row.text("name"),
                row.constant("scope", Access.Scope.class),
                null,
                row.instant("created_at"),
                row.instantOrNull("last_used_at")),
        user);
  }

  /**
   * Keeps a token.
   *
   * @throws Refused when there are too many
   */
  static void create(Connection connection, UserId user, ApiToken token, SessionToken secret) {
    int tokens =
        Sql.one(
                connection,
                "SELECT (SELECT count(*) FROM api_token WHERE user_id = a.id) AS tokens"
                    + " FROM account a WHERE id = ? FOR NO KEY UPDATE",
                row -> row.integer("tokens"),
                user)
            .orElseThrow(Refused::notFound);
    if (tokens >= MAX_TOKENS) {
      throw new Refused(
          ProblemCode.TOO_MANY, "", "A person has at most " + MAX_TOKENS + " API tokens.");
    }
    Sql.execute(
        connection,
        "INSERT INTO api_token (user_id, id, name, token_hash, scope, created_at)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        user,
        token.id(),
        token.name(),
        secret.hash(),
        token.scope(),
        token.createdAt());
  }

  /** Revokes a token; whether there was one. */
  static boolean revoke(Connection connection, UserId user, ApiTokenId id) {
    return Sql.update(connection, "DELETE FROM api_token WHERE user_id = ? AND id = ?", user, id)
        > 0;
  }

  /** Revokes all of a person's; what they were. */
  static List<ApiTokenId> revokeAll(Connection connection, UserId user) {
    return Sql.list(
        connection,
        "DELETE FROM api_token WHERE user_id = ? RETURNING id",
        row -> new ApiTokenId(row.uuid("id")),
        user);
  }
}
