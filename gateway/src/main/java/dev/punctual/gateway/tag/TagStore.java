package dev.punctual.gateway.tag;

import dev.punctual.contracts.Id.TagId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.write.Tags;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.Change;
import dev.punctual.store.Columns;
import dev.punctual.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code tag}. A tag that tasks have is one, whether it stands there or not. */
final class TagStore {
  /** Takes the person twice. */
  private static final String COUNTED =
      """
      SELECT coalesce(g.name, u.name) AS name, g.colour, coalesce(u.open, 0) AS open,
        coalesce(u.total, 0) AS total
      FROM (SELECT name, colour FROM tag WHERE user_id = ?) g
      FULL JOIN (
        SELECT name, count(*) FILTER (WHERE status IN ('pending', 'active')) AS open, count(*) AS total
        FROM task, unnest(tags) AS name WHERE user_id = ? AND deleted_at IS NULL GROUP BY name) u
        ON u.name = g.name
      """;

  private TagStore() {}

  /** All of them, as people sort words. */
  static List<Tag> list(Connection connection, UserId user) {
    return Sql.list(
        connection,
        COUNTED + " ORDER BY coalesce(g.name, u.name) COLLATE \"und-x-icu\"",
        TagStore::read,
        user,
        user);
  }

  /**
   * One of them.
   *
   * @throws Refused when there is none
   */
  static Tag find(Connection connection, UserId user, String name) {
    return Sql.one(
            connection,
            COUNTED + " WHERE coalesce(g.name, u.name) = ?",
            TagStore::read,
            user,
            user,
            name)
        .orElseThrow(Refused::notFound);
  }

  static boolean exists(Connection connection, UserId user, String name) {
    return row(connection, user, name, "").isPresent();
  }

  /**
   * Writes what became of a tag. Series and tasks are locked before, and changed.
   *
   * @param after null: it is gone
   */
  static void replace(Write write, String name, @Nullable Kept after) {
    Tags.ensure(write, List.of(name));
    Row before =
        row(write.connection(), write.user(), name, " FOR UPDATE").orElseThrow(Refused::notFound);
    Sql.execute(
        write.connection(), "DELETE FROM tag WHERE user_id = ? AND name = ?", write.user(), name);
    if (after != null) {
      insert(write, before.id(), after);
    }
    write.changed(Change.Kind.TAG, before.id(), before.kept(), after);
  }

  /** A tag by what stays when its name changes, locked until the write ends. */
  static Optional<Kept> lock(Write write, TagId id) {
    return Sql.one(
        write.connection(),
        "SELECT name, colour FROM tag WHERE user_id = ? AND id = ? FOR UPDATE",
        row -> new Kept(row.text("name"), row.textOrNull("colour")),
        write.user(),
        id);
  }

  /** Writes a tag that was gone; tasks that got it back may have made its name known. */
  static void bringBack(Write write, TagId id, Kept was) {
    insert(write, id, was);
    write.changed(Change.Kind.TAG, id, null, was);
  }

  private static void insert(Write write, TagId id, Kept tag) {
    Sql.execute(
        write.connection(),
        "INSERT INTO tag (user_id, id, name, colour) VALUES (?, ?, ?, ?) ON CONFLICT"
            + " (user_id, name) DO UPDATE SET id = excluded.id, colour = excluded.colour",
        write.user(),
        id,
        tag.name(),
        tag.colour());
  }

  /** What a change keeps of a tag. */
  record Kept(String name, @Nullable String colour) {}

  private record Row(TagId id, Kept kept) {}

  private static Optional<Row> row(Connection connection, UserId user, String name, String lock) {
    return Sql.one(
        connection,
        "SELECT id, name, colour FROM tag WHERE user_id = ? AND name = ?" + lock,
        row ->
            new Row(
                new TagId(row.uuid("id")), new Kept(row.text("name"), row.textOrNull("colour"))),
        user,
        name);
  }

  private static Tag read(Columns row) throws SQLException {
    return new Tag(
        row.text("name"), row.textOrNull("colour"), row.integer("open"), row.integer("total"));
  }
}
