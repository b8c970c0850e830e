package dev.punctual.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
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

  /** What the product's login needs of each: to have its rights, and to change into it. */
  private static final Map<String, String> NEEDED = Map.of(SERVICE, "USAGE", PERSON, "SET");

  /** SQLSTATEs of a role that another migration made at this moment. */
  private static final Set<String> THERE = Set.of("42710", "23505");

  private static final String WRONG_PASSWORD = "28P01";
  private static final String NOT_PERMITTED = "42501";

  private Roles() {}

  /**
   * Makes what is missing: both roles, the login that the product runs as, and Dapr's schema. The
   * login's password becomes the one given when another is set.
   *
   * @throws IllegalArgumentException when no policy would bind the login, or it had the owner's
   *     password
   * @throws IllegalStateException when the owner may not make it, with what an administrator does
   * @throws SQLException when PostgreSQL refuses
   */
  static void ensure(Connection connection, String url, Login owner, Login product)
      throws SQLException {
    if (owner.user().equals(product.user()) || owner.password().equals(product.password())) {
      throw new IllegalArgumentException(
          product.user()
              + " comes as the owner of the tables, or with its password: the product runs as"
              + " another login, which knows nothing of the owner");
    }
    try {
      create(connection, SERVICE, "NOLOGIN");
      create(connection, PERSON, "NOLOGIN");
      create(connection, product.user(), "LOGIN");
      refuseUnbound(connection, owner, product);
      setPassword(connection, url, product);
      for (Map.Entry<String, String> role : NEEDED.entrySet()) {
        if (!has(connection, product.user(), role.getKey(), role.getValue())) {
          Sql.execute(connection, "GRANT " + role.getKey() + " TO " + quoted(product.user()));
        }
      }
      makeSchema(connection);
    } catch (DatabaseFault e) {
      throw e.sqlState().equals(NOT_PERMITTED) ? notPermitted(owner, product, e) : e;
    }
  }

  private static void create(Connection connection, String role, String kind) {
    boolean there =
        Sql.one(connection, "SELECT FROM pg_roles WHERE rolname = ?", row -> true, role)
            .isPresent();
    if (there) {
      return;
    }
    try {
      Sql.execute(connection, "CREATE ROLE " + quoted(role) + " " + kind);
    } catch (DatabaseFault e) {
      if (!THERE.contains(e.sqlState())) {
        throw e;
      }
    }
  }

  private static void refuseUnbound(Connection connection, Login owner, Login product) {
    boolean unbound =
        Sql.one(
                connection,
                "SELECT rolsuper OR rolbypassrls OR pg_has_role(rolname, ?, 'MEMBER') AS unbound"
                    + " FROM pg_roles WHERE rolname = ?",
                row -> row.flag("unbound"),
                owner.user(),
                product.user())
            .orElseThrow();
    if (unbound) {
      throw new IllegalArgumentException(
          product.user()
              + " is a superuser, passes policies by, or may become the owner of the tables: the"
              + " product runs as a login that may not");
    }
  }

  private static boolean has(Connection connection, String login, String role, String right) {
    return Sql.one(
            connection,
            "SELECT pg_has_role(?, ?, ?) AS has",
            row -> row.flag("has"),
            login,
            role,
            right)
        .orElseThrow();
  }

  /** Tried before it is set: an owner may be let in who may not change it. */
  private static void setPassword(Connection connection, String url, Login product)
      throws SQLException {
    try {
      enter(url, product);
    } catch (SQLException e) {
      if (!WRONG_PASSWORD.equals(e.getSQLState())) {
        throw e;
      }
      // Hashed here: the server and its log never see it.
      Sql.execute(
          connection,
          PasswordUtil.genAlterUserPasswordSQL(
              product.user(), product.password().toCharArray(), "scram-sha-256"));
      enter(url, product);
    }
  }

  private static void enter(String url, Login login) throws SQLException {
    DriverManager.getConnection(url, login.user(), login.password()).close();
  }

  private static void makeSchema(Connection connection) {
    boolean there =
        Sql.one(connection, "SELECT FROM pg_namespace WHERE nspname = 'dapr'", row -> true)
            .isPresent();
    if (!there) {
      Sql.execute(connection, "CREATE SCHEMA dapr");
    }
    boolean open =
        Sql.one(
                connection,
                "SELECT has_schema_privilege(?, 'dapr', 'USAGE, CREATE') AS open",
                row -> row.flag("open"),
                SERVICE)
            .orElseThrow();
    if (!open) {
      Sql.execute(connection, "GRANT USAGE, CREATE ON SCHEMA dapr TO " + SERVICE);
    }
  }

  private static IllegalStateException notPermitted(
      Login owner, Login product, DatabaseFault cause) {
    return new IllegalStateException(
        owner.user()
            + " may not make the roles that Punctual needs ("
            + cause.getMessage()
            + "). An administrator does it: CREATE ROLE "
            + SERVICE
            + "; CREATE ROLE "
            + PERSON
            + "; CREATE ROLE "
            + quoted(product.user())
            + " LOGIN PASSWORD …; GRANT "
            + SERVICE
            + ", "
            + PERSON
            + " TO "
            + quoted(product.user())
            + ". One server holds one installation: a second has other owners",
        cause);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
