package dev.punctual.gateway.interchange;

import dev.punctual.contracts.Id.FeedId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.http.NewestFirst;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.PageRequest;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.http.SessionToken;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.Change;
import dev.punctual.store.Columns;
import dev.punctual.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table {@code feed}, which knows addresses only by the SHA-256 of their secret. */
final class FeedStore {
  private FeedStore() {}

  static Page<Feed> list(Connection connection, UserId user, PageRequest page) {
    List<Feed> rows =
        NewestFirst.of("SELECT f.* FROM feed f", "f", user).rows(connection, page, FeedStore::read);
    return page.page(
        rows, row -> row, row -> new PageRequest.Key(row.createdAt(), row.id().value()));
  }

  /** How many a person has; no more are made until the write ends. */
  static int lockCount(Write write) {
    Sql.list(
        write.connection(),
        "SELECT id FROM account WHERE id = ? FOR NO KEY UPDATE",
        row -> row.uuid("id"),
        write.user());
    return Sql.one(
            write.connection(),
            "SELECT count(*) AS feeds FROM feed WHERE user_id = ?",
            row -> row.integer("feeds"),
            write.user())
        .orElseThrow();
  }

  static void create(Write write, Feed feed, SessionToken token) {
    Sql.execute(
        write.connection(),
        "INSERT INTO feed (user_id, id, name, token_hash, created_at) VALUES (?, ?, ?, ?, ?)",
        write.user(),
        feed.id(),
        feed.name(),
        token.hash(),
        feed.createdAt());
    write.changed(Change.Kind.FEED, feed.id(), null, feed);
  }

  /**
   * Its address leads nowhere from then on.
   *
   * @throws Refused when there is none
   */
  static Feed delete(Write write, FeedId id) {
    Feed feed =
        Sql.one(
                write.connection(),
                "DELETE FROM feed WHERE user_id = ? AND id = ? RETURNING *",
                FeedStore::read,
                write.user(),
                id)
            .orElseThrow(Refused::notFound);
    write.changed(Change.Kind.FEED, id, feed, null);
    return feed;
  }

  /** Whose feed this secret reads; notes that it was read, at most once an hour. */
  static Optional<UserId> reader(Connection connection, SessionToken token) {
    Optional<UserId> user =
        Sql.one(
            connection,
            "SELECT user_id FROM feed WHERE token_hash = ?",
            row -> row.user(),
            token.hash());
    if (user.isPresent()) {
      Sql.execute(
          connection,
          "UPDATE feed SET last_read_at = now() WHERE user_id = ? AND token_hash = ?"
              + " AND coalesce(last_read_at, '-infinity') < now() - interval '1 hour'",
          user.get(),
          token.hash());
    }
    return user;
  }

  private static Feed read(Columns row) throws SQLException {
    return new Feed(
        new FeedId(row.uuid("id")),
        row.text("name"),
        null,
        row.instant("created_at"),
        row.instantOrNull("last_read_at"));
  }
}
