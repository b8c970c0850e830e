package dev.punctual.store;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads the table {@code change}. */
public final class ChangeLog {
  private ChangeLog() {}

  /** All that a change did, at most so many things, the earliest first. */
  public static List<RecordedChange> of(
      Connection connection, UserId user, ChangeId id, int limit) {
    return Sql.list(
        connection,
        "SELECT * FROM change WHERE user_id = ? AND id = ? ORDER BY at, subject_id LIMIT ?",
        ChangeLog::read,
        user,
        id,
        limit);
  }

  /** The change that took a task to the trash, the last one where there are several. */
  public static Optional<ChangeId> deletion(Connection connection, UserId user, TaskId task) {
    return Sql.one(
        connection,
        "SELECT id FROM change WHERE user_id = ? AND subject_id = ? AND after IS NULL"
            + " ORDER BY at DESC LIMIT 1",
        row -> new ChangeId(row.uuid("id")),
        user,
        task);
  }

  /** Whether anything is recorded of a thing. */
  public static boolean knows(Connection connection, UserId user, Change.Kind kind, Id subject) {
    return Sql.one(
            connection,
            "SELECT EXISTS (SELECT FROM change WHERE user_id = ? AND subject_id = ? AND kind = ?)"
                + " AS there",
            row -> row.flag("there"),
            user,
            subject,
            kind)
        .orElseThrow();
  }

  /** The row at hand of a {@code SELECT * FROM change}. */
  public static RecordedChange read(Columns row) throws SQLException {
    return new RecordedChange(
        new ChangeId(row.uuid("id")),
        row.constant("kind", Change.Kind.class),
        row.uuid("subject_id"),
        row.constant("actor", Change.Actor.class),
        row.instant("at"),
        row.textOrNull("before"),
        row.textOrNull("after"),
        row.textOrNull("progress_before"),
        row.textOrNull("progress_after"));
  }
}
