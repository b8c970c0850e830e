package dev.punctual.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The schema and its versions (Flyway, {@code classpath:db/migration}). Run by the gateway or by
 * its command, never by a function. A migration expands first and contracts a release later.
 */
public final class Migrations {
  private Migrations() {}

  /**
   * Brings the schema to {@link SchemaVersion#NEEDED}; nothing when it is there already, or newer:
   * the release before that one runs on it as well.
   *
   * @throws IllegalStateException when it was changed by hand
   */
  public static void migrate(String url, String user, String password) {
    try {
      flyway(url, user, password, "latest").migrate();
    } catch (FlywayException e) {
      throw cannot(url, e);
    }
  }

  /**
   * As {@link #migrate}, but a schema that says it is new enough is believed: a tenth of the time,
   * for a program that starts often and is not what a release upgrades the database with.
   */
  public static void migrateIfOlder(String url, String user, String password) {
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      if (SchemaVersion.of(connection) >= SchemaVersion.NEEDED) {
        return;
      }
    } catch (SQLException e) {
      throw cannot(url, e);
    }
    migrate(url, user, password);
  }

  /**
   * Brings an empty database to an older version, so that a backup of that version fits. Numbers
   * may be left out: it goes no further than this one.
   */
  public static void migrateTo(String url, String user, String password, int version) {
    flyway(url, user, password, version + "?").migrate();
  }

  /** A sidecar that starts first puts its state tables there; a database of others is refused. */
  private static boolean onlyASidecarWasThere(String url, String user, String password) {
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      return Sql.one(
              connection,
              "SELECT bool_and(tablename LIKE 'dapr\\_%') AS only FROM pg_tables"
                  + " WHERE schemaname = current_schema() HAVING count(*) > 0",
              row -> row.flag("only"))
          .orElse(false);
    } catch (SQLException e) {
      throw cannot(url, e);
    }
  }

  private static IllegalStateException cannot(String url, Exception e) {
    // What follows the question mark is nobody's business: it may hold a password.
    String where = url.replaceFirst("^jdbc:postgresql://", "").replaceFirst("\\?.*", "");
    return new IllegalStateException(
        "the schema at " + where + " cannot be migrated: " + e.getMessage(), e);
  }

  private static Flyway flyway(String url, String user, String password, String target) {
    return Flyway.configure()
        .dataSource(url, user, password)
        .locations("classpath:db/migration")
        .target(target)
        .validateMigrationNaming(true)
        .baselineOnMigrate(onlyASidecarWasThere(url, user, password))
        .baselineVersion("0")
        .load();
  }
}
