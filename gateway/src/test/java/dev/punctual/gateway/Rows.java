package dev.punctual.gateway;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.store.Sql;
import dev.punctual.store.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a person's writes left in the tables that nobody is shown. */
public final class Rows {
  private final TestDatabase database;
  private final UserId user;

  public Rows(TestDatabase database, UserId user) {
    this.database = database;
    this.user = user;
  }

  /** A timer as it stands in the ledger. */
  public record TimerRow(Instant dueAt, int revision) {}

  public Optional<TimerRow> timer(String kind, UUID subject) {
    return database
        .database()
        .read(
            connection ->
                Sql.one(
                    connection,
                    "SELECT * FROM timer WHERE user_id = ? AND kind = ? AND subject_id = ?",
                    row -> new TimerRow(row.instant("due_at"), row.integer("revision")),
                    user,
                    kind,
                    subject));
  }

  /** The types of the events of a subject, in the order in which they were saved. */
  public List<String> events(UUID subject) {
    return database
        .database()
        .read(
            connection ->
                Sql.list(
                    connection,
                    "SELECT type FROM outbox WHERE user_id = ? AND subject = ? ORDER BY seq",
                    row -> row.text("type"),
                    user,
                    subject));
  }

  /** What a change recorded of a subject: whether it was there before, and is after. */
  public List<String> changes(String changeId, UUID subject) {
    return database
        .database()
        .read(
            connection ->
                Sql.list(
                    connection,
                    "SELECT kind || ' ' || actor || ' ' || (before IS NOT NULL) || ' '"
                        + " || (after IS NOT NULL) AS change FROM change"
                        + " WHERE user_id = ? AND id = ? AND subject_id = ?",
                    row -> row.text("change"),
                    user,
                    UUID.fromString(changeId),
                    subject));
  }
}
