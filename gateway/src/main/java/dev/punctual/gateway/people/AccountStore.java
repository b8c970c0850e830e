package dev.punctual.gateway.people;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.store.Sql;
import java.sql.Connection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of the table {@code account} decides who gets in. */
final class AccountStore {
  private AccountStore() {}

  /**
   * How somebody signs in.
   *
   * @param login their name, folded; null: they have no password
   * @param email folded; null: none is known
   * @param passwordHash null: they have none
   */
  record Account(
      UserId id,
      String name,
      @Nullable String login,
      @Nullable String email,
      @Nullable String passwordHash) {
    /** Keeps the hash out of logs. */
    @Override
    public String toString() {
      return "the account " + id;
    }
  }

  /** Who signs in by this name or address, folded. */
  static Optional<Account> find(Connection connection, String name) {
    return Sql.one(
        connection,
        "SELECT * FROM account WHERE "
            + (name.indexOf('@') < 0 ? "login" : "email")
            + " = ? AND password_hash IS NOT NULL",
        row ->
            new Account(
                new UserId(row.uuid("id")),
                row.text("name"),
                row.textOrNull("login"),
                row.textOrNull("email"),
                row.textOrNull("password_hash")),
        name);
  }

  /**
   * A person, by id.
   *
   * @throws Refused when they are gone
   */
  static Account get(Connection connection, UserId user) {
    return Sql.one(
            connection,
            "SELECT * FROM account WHERE id = ?",
            row ->
                new Account(
                    user,
                    row.text("name"),
                    row.textOrNull("login"),
                    row.textOrNull("email"),
                    row.textOrNull("password_hash")),
            user)
        .orElseThrow(Refused::notFound);
  }

  /**
   * Gives a person a password, and the name to sign in with.
   *
   * @throws Refused when somebody else has that name
   */
  static void setPassword(Connection connection, UserId user, String login, String hash) {
    refuseTaken(connection, user, login);
    Sql.execute(
        connection,
        "UPDATE account SET login = ?, password_hash = ? WHERE id = ?",
        login,
        hash,
        user);
  }

  /**
   * Gives a person who has a password another name to sign in with.
   *
   * @throws Refused when somebody else has that name
   */
  static void rename(Connection connection, UserId user, String login) {
    refuseTaken(connection, user, login);
    Sql.execute(connection, "UPDATE account SET login = ? WHERE id = ?", login, user);
  }

  /**
   * Sets a person's address.
   *
   * @throws Refused when somebody else has it
   */
  static void setEmail(Connection connection, UserId user, @Nullable String email) {
    if (isTaken(connection, null, email, user)) {
      throw new Refused(ProblemCode.EMAIL_TAKEN, "email", "Somebody else has this address.");
    }
    Sql.execute(connection, "UPDATE account SET email = ? WHERE id = ?", email, user);
  }

  /** Sets a person's address, or leaves it when somebody else has it. */
  static void setEmailUnlessTaken(Connection connection, UserId user, String email) {
    if (!isTaken(connection, null, email, user)) {
      Sql.execute(connection, "UPDATE account SET email = ? WHERE id = ?", email, user);
    }
  }

  /** Whether a person is an administrator. */
  static boolean isAdministrator(Connection connection, UserId user) {
    return Sql.one(
            connection,
            "SELECT administrator FROM account WHERE id = ?",
            row -> row.flag("administrator"),
            user)
        .orElse(false);
  }

  private static void refuseTaken(Connection connection, UserId user, String login) {
    if (isTaken(connection, login, null, user)) {
      throw new Refused(ProblemCode.NAME_TAKEN, "name", "Somebody else signs in by this name.");
    }
  }

  /** Nobody else takes it until the transaction ends. */
  private static boolean isTaken(
      Connection connection, @Nullable String login, @Nullable String email, UserId user) {
    Sql.list(connection, "SELECT pg_advisory_xact_lock(hashtext('account names'))", row -> 0);
    return Sql.one(
            connection,
            "SELECT account_taken(?, ?, ?) AS taken",
            row -> row.flag("taken"),
            login,
            email,
            user)
        .orElseThrow();
  }
}
