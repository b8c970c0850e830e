package dev.punctual.gateway.filter;

import dev.punctual.contracts.Id.FilterId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.http.NewestFirst;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.PageRequest;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.Change;
import dev.punctual.store.Columns;
import dev.punctual.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table {@code filter}. */
final class FilterStore {
  private FilterStore() {}

  static Page<Filter> list(Connection connection, UserId user, PageRequest page) {
    List<Filter> rows =
        NewestFirst.of("SELECT f.* FROM filter f", "f", user)
            .rows(connection, page, FilterStore::read);
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
            "SELECT count(*) AS filters FROM filter WHERE user_id = ?",
            row -> row.integer("filters"),
            write.user())
        .orElseThrow();
  }

  /**
   * A person's filter.
   *
   * @throws Refused when there is none
   */
  static Filter find(Connection connection, UserId user, FilterId id) {
    return find(connection, user, id, "");
  }

  /** As {@link #lock}, of one that may be gone. */
  static Optional<Filter> lockIfThere(Write write, FilterId id) {
    return Sql.one(
        write.connection(),
        "SELECT * FROM filter WHERE user_id = ? AND id = ? FOR UPDATE",
        FilterStore::read,
        write.user(),
        id);
  }

  /** As {@link #find}, locked until the write ends. */
  static Filter lock(Write write, FilterId id) {
    return find(write.connection(), write.user(), id, " FOR UPDATE");
  }

  /** Whether there is one of the same name that asks for the same. */
  static boolean exists(Write write, Filter filter) {
    return Sql.one(
            write.connection(),
            "SELECT EXISTS (SELECT FROM filter WHERE user_id = ? AND name = ? AND q = ?"
                + " AND sort = ?) AS there",
            row -> row.flag("there"),
            write.user(),
            filter.name(),
            filter.q(),
            filter.sort())
        .orElseThrow();
  }

  static void create(Write write, Filter filter) {
    Sql.execute(
        write.connection(),
        "INSERT INTO filter (user_id, id, name, q, sort, created_at, updated_at, version)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        write.user(),
        filter.id(),
        filter.name(),
        filter.q(),
        filter.sort(),
        filter.createdAt(),
        filter.updatedAt(),
        filter.version());
    write.changed(Change.Kind.FILTER, filter.id(), null, filter);
  }

  /** Nothing when both are the same. */
  static void update(Write write, Filter before, Filter after) {
    if (after.equals(before)) {
      return;
    }
    Sql.execute(
        write.connection(),
        "UPDATE filter SET name = ?, q = ?, sort = ?, updated_at = ?, version = ?"
            + " WHERE user_id = ? AND id = ?",
        after.name(),
        after.q(),
        after.sort(),
        after.updatedAt(),
        after.version(),
        write.user(),
        after.id());
    write.changed(Change.Kind.FILTER, after.id(), before, after);
  }

  static void delete(Write write, Filter filter) {
    Sql.execute(
        write.connection(),
        "DELETE FROM filter WHERE user_id = ? AND id = ?",
        write.user(),
        filter.id());
    write.changed(Change.Kind.FILTER, filter.id(), filter, null);
  }

  private static Filter find(Connection connection, UserId user, FilterId id, String lock) {
    return Sql.one(
            connection,
            "SELECT * FROM filter WHERE user_id = ? AND id = ?" + lock,
            FilterStore::read,
            user,
            id)
        .orElseThrow(Refused::notFound);
  }

  private static Filter read(Columns row) throws SQLException {
    return new Filter(
        new FilterId(row.uuid("id")),
        row.text("name"),
        row.text("q"),
        row.text("sort"),
        row.instant("created_at"),
        row.instant("updated_at"),
        row.integer("version"));
  }
}
