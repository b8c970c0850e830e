package dev.punctual.local.backup;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The migrations on the class path.
 *
 * @param locations Flyway's, such as {@code classpath:db/migration}
 */
public record Schema(String locations) {
  /** The product's own schema. */
  public static final Schema PRODUCT = new Schema("classpath:db/migration");

  /** Whether this program knows a schema version, or an older one than its newest. */
  boolean knows(Database database, String version) {
    MigrationVersion asked = MigrationVersion.fromVersion(version);
    for (MigrationInfo migration : flyway(database, MigrationVersion.LATEST).info().all()) {
      if (asked.equals(migration.getVersion())) {
        return true;
      }
    }
    return false;
  }

  /** Brings an empty database to exactly this version. */
  void migrate(Database database, String version) {
    boolean unused = flyway(database, MigrationVersion.fromVersion(version)).migrate().success;
  }

  /** Brings a database to the newest version. */
  void migrateToNewest(Database database) {
    boolean unused = flyway(database, MigrationVersion.LATEST).migrate().success;
  }

  private Flyway flyway(Database database, MigrationVersion target) {
    return Flyway.configure()
        .dataSource(database.jdbcUrl(), database.user(), database.password())
        .locations(locations)
        .target(target)
        .load();
  }
}
