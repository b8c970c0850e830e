package dev.punctual.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.util.PasswordUtil;

/**
 * The roles that the schema speaks of (docs/decisions/018). They are the server's, not a
 * database's: made once, by the owner of the tables, who needs {@code CREATEROLE} for it unless an
 * administrator made them before.
 */
final class Roles {
  /** What the product does by itself. */
  static final String SERVICE = "punctual_service";

  /** What is done in a person's name. */
  static final String PERSON = "punctual_person";

  /** SQLSTATEs of a login that is refused: wrong password, and none set. */
  private static final List<String> REFUSED = List.of("28P01", "28000");

  private Roles() {}

  /**
   * Makes what is missing: both roles, the login that the product runs as, and Dapr's schema. The
   * login's password becomes the one given when another is set.
   *
   * @throws IllegalArgumentException when the product would run as the owner
   * @throws SQLException when PostgreSQL refuses
   */
  static void ensure(Connection owner, String url, Login product) throws SQLException {
    if (owner.getMetaData().getUserName().equals(product.user())) {
      throw new IllegalArgumentException(
          product.user()
              + " owns the tables: the product runs as another login, for which no policy is"
              + " waived");
    }
    create(owner, SERVICE, "NOLOGIN");
    create(owner, PERSON, "NOLOGIN");
    create(owner, product.user(), "LOGIN");
    setPassword(owner, url, product);
    for (String role : List.of(SERVICE, PERSON)) {
      if (!isMember(owner, product.user(), role)) {
        Sql.execute(owner, "GRANT " + role + " TO " + quoted(product.user()));
      }
    }
    Sql.execute(owner, "CREATE SCHEMA IF NOT EXISTS dapr");
    Sql.execute(owner, "GRANT USAGE, CREATE ON SCHEMA dapr TO " + SERVICE);
  }

  private static void create(Connection owner, String role, String kind) {
    boolean there =
        Sql.one(owner, "SELECT FROM pg_roles WHERE rolname = ?", row -> true, role).isPresent();
    if (!there) {
      Sql.execute(owner, "CREATE ROLE " + quoted(role) + " " + kind);
    }
  }

  private static boolean isMember(Connection owner, String login, String role) {
    return Sql.one(
            owner,
            "SELECT pg_has_role(?, ?, 'MEMBER') AS member",
            row -> row.flag("member"),
            login,
            role)
        .orElseThrow();
  }

  /** Tried before it is set: an owner may be let in who may not change it. */
  private static void setPassword(Connection owner, String url, Login product) throws SQLException {
    try (Connection tried = DriverManager.getConnection(url, product.user(), product.password())) {
      assert tried.isValid(0);
    } catch (SQLException e) {
      if (!REFUSED.contains(e.getSQLState())) {
        throw e;
      }
      // Hashed here: the server and its log never see it.
      Sql.execute(
          owner,
          PasswordUtil.genAlterUserPasswordSQL(
              product.user(), product.password().toCharArray(), "scram-sha-256"));
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
