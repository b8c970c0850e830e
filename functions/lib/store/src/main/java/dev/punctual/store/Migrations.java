package dev.punctual.store;

import java.sql.Connection;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The schema and its versions (Flyway, {@code classpath:db/migration}). Run by the gateway or by
 * its command, never by a function. A migration expands first and contracts a release later.
 */
public final class Migrations {
  /** The version that this code needs: that of the newest migration. */
  public static final int VERSION = 1;

  private Migrations() {}

  /**
   * Brings the schema to {@link #VERSION}; nothing when it is there already.
   *
   * @throws IllegalStateException when the database is newer than this code, or was changed by hand
   */
  public static void migrate(String url, String user, String password) {
    try {
      flyway(url, user, password, "latest").migrate();
    } catch (FlywayException e) {
      throw new IllegalStateException("the schema cannot be migrated: " + e.getMessage(), e);
    }
  }

  /** Brings an empty database to an older version, so that a backup of that version fits. */
  public static void migrateTo(String url, String user, String password, int version) {
    flyway(url, user, password, Integer.toString(version)).migrate();
  }

  /** The version of the schema; 0 when there is none. */
  public static int version(Connection connection) {
    boolean exists =
        Sql.one(
                connection,
                "SELECT to_regclass('flyway_schema_history') IS NOT NULL AS there",
                row -> row.flag("there"))
            .orElseThrow();
    return exists
        ? Sql.one(
                connection,
                "SELECT coalesce(max(version::int), 0) AS version"
                    + " FROM flyway_schema_history WHERE success",
                row -> row.integer("version"))
            .orElseThrow()
        : 0;
  }

  private static Flyway flyway(String url, String user, String password, String target) {
    return Flyway.configure()
        .dataSource(url, user, password)
        .locations("classpath:db/migration")
        .target(target)
        .validateMigrationNaming(true)
        .load();
  }
}
