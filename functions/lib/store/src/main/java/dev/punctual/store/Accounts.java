package dev.punctual.store;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.LocalClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** The table {@code account}. */
public final class Accounts {
  private static final String CLOCK = "SELECT zone, working_from FROM account WHERE id = ?";

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

  /** The administrator who came first; empty: nobody came yet to stay. */
  public static Optional<Account> administrator(Connection connection) {
    return Sql.one(
        connection,
        "SELECT * FROM account WHERE administrator ORDER BY created_at, id LIMIT 1",
        Accounts::read);
  }

  /** Lets a person invite others. */
  public static void makeAdministrator(Connection connection, UserId id) {
    Sql.execute(connection, "UPDATE account SET administrator = true WHERE id = ?", id);
  }

  /**
   * Keeps others from making an account until the transaction ends: one of them is the first.
   *
   * @return whether there is no administrator yet; a throwaway account, which a check makes, is
   *     none
   */
  public static boolean lockFirst(Connection connection) {
    // Two gateways may start at once; one of them makes the account.
    Sql.list(connection, "SELECT pg_advisory_xact_lock(hashtext('first account'))", row -> 0);
    return administrator(connection).isEmpty();
  }

  /** By what a person's local times are read. */
  public static Optional<LocalClock> clock(Connection connection, UserId id) {
    return Sql.one(connection, CLOCK, Accounts::readClock, id);
  }

  /** As {@link #clock}, held as it is until the transaction ends. */
  public static Optional<LocalClock> shareClock(Connection connection, UserId id) {
    return Sql.one(connection, CLOCK + " FOR SHARE", Accounts::readClock, id);
  }

  private static LocalClock readClock(Columns row) throws SQLException {
    return new LocalClock(ZoneId.of(row.text("zone")), LocalTime.parse(row.text("working_from")));
  }

  static Account read(Columns row) throws SQLException {
    return new Account(new UserId(row.uuid("id")), row.text("name"), ZoneId.of(row.text("zone")));
  }
}
