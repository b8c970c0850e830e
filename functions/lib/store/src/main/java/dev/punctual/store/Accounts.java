package dev.punctual.store;

import dev.punctual.contracts.Id.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;

/** The table {@code account}. */
public final class Accounts {
  private Accounts() {}

  /** A person. */
  public record Account(UserId id, String name, ZoneId zone) {}

  public static void insert(Connection connection, Account account) {
    Sql.execute(
        connection,
        "INSERT INTO account (id, name, zone) VALUES (?, ?, ?)",
        account.id(),
        account.name(),
        account.zone());
  }

  public static Optional<Account> find(Connection connection, UserId id) {
    return Sql.one(connection, "SELECT * FROM account WHERE id = ?", Accounts::read, id);
  }

  /** The person who came first. */
  public static Optional<Account> first(Connection connection) {
    return Sql.one(
        connection, "SELECT * FROM account ORDER BY created_at, id LIMIT 1", Accounts::read);
  }

  static Account read(Columns row) throws SQLException {
    return new Account(new UserId(row.uuid("id")), row.text("name"), ZoneId.of(row.text("zone")));
  }
}
