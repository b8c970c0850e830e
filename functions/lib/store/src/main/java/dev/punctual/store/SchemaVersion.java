package dev.punctual.store;

import java.sql.Connection;

/**
 * Which migrations a database has seen. Apart from {@link Migrations}: a function carries no
 * Flyway.
 */
public final class SchemaVersion {
  /** The version that this code needs: that of the newest migration. */
  public static final int NEEDED = 15;

  private SchemaVersion() {}

  /** The version of the schema; 0 when there is none. */
  public static int of(Connection connection) {
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
}
