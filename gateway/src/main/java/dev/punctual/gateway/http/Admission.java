package dev.punctual.gateway.http;

import dev.punctual.contracts.Id.ApiTokenId;
import dev.punctual.contracts.Id.SessionId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.store.Columns;
import dev.punctual.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;

/** Who is behind a secret. One statement; a second once an hour, which notes that it was used. */
final class Admission {
  private static final String UNUSED_FOR_AN_HOUR =
      "coalesce(w.last_used_at, '-infinity') < now() - interval '1 hour'";
  private static final String SESSION =
      "SELECT a.id, a.name, a.zone, w.id AS way, 'write' AS scope, "
          + UNUSED_FOR_AN_HOUR
          + " AS stale FROM session w JOIN account a ON a.id = w.user_id"
          + " WHERE w.token_hash = ? AND w.expires_at > now()";
  private static final String TOKEN =
      "SELECT a.id, a.name, a.zone, w.id AS way, w.scope, "
          + UNUSED_FOR_AN_HOUR
          + " AS stale FROM api_token w JOIN account a ON a.id = w.user_id"
          + " WHERE w.token_hash = ?";

  private record Found(Person person, boolean stale) {}

  private Admission() {}

  /** The person of a session; empty: it is unknown or has run out. */
  static Optional<Person> bySession(Connection connection, SessionToken token) {
    return find(connection, SESSION, "session", token);
  }

  /** The person of an API token; empty: it is unknown. */
  static Optional<Person> byToken(Connection connection, SessionToken token) {
    return find(connection, TOKEN, "api_token", token);
  }

  private static Optional<Person> find(
      Connection connection, String sql, String table, SessionToken token) {
    boolean session = table.equals("session");
    Optional<Found> found = Sql.one(connection, sql, row -> read(row, session), token.hash());
    if (found.isPresent() && found.get().stale()) {
      Person person = found.get().person();
      Sql.execute(
          connection,
          "UPDATE " + table + " SET last_used_at = now() WHERE user_id = ? AND id = ?",
          person.id(),
          person.access().id());
    }
    return found.map(Found::person);
  }

  private static Found read(Columns row, boolean session) throws SQLException {
    Access access =
        session
            ? new Access.BySession(new SessionId(row.uuid("way")))
            : new Access.ByToken(
                new ApiTokenId(row.uuid("way")), row.constant("scope", Access.Scope.class));
    return new Found(
        new Person(
            new UserId(row.uuid("id")), row.text("name"), ZoneId.of(row.text("zone")), access),
        row.flag("stale"));
  }
}
