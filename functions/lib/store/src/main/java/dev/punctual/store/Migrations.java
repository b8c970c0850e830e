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
   * @param owner owns the tables; used for nothing else
   * @param product the login that the product runs as, made when it is missing
   * @throws IllegalStateException when the schema was changed by hand, or PostgreSQL refuses
   */
  public static void migrate(String url, Login owner, Login product) {
    try (Connection connection = DriverManager.getConnection(url, owner.user(), owner.password())) {
      Roles.ensure(connection, url, owner, product);
      flyway(url, owner, "latest").migrate();
    } catch (SQLException | DatabaseFault | FlywayException e) {
      throw cannot(url, e);
    }
  }

  /**
   * As {@link #migrate}, but a schema that says it is new enough is believed: a tenth of the time,
   * for a program that starts often and is not what a release upgrades the database with.
   */
  public static void migrateIfOlder(String url, Login owner, Login product) {
    try (Connection connection = DriverManager.getConnection(url, owner.user(), owner.password())) {
      if (SchemaVersion.of(connection) >= SchemaVersion.NEEDED) {
        Roles.ensure(connection, url, owner, product);
        return;
      }
    } catch (SQLException | DatabaseFault e) {
      throw cannot(url, e);
    }
    migrate(url, owner, product);
  }

  /**
   * What a program looks at that may not migrate.
   *
   * @throws IllegalStateException when the schema is older than this release, or PostgreSQL refuses
   */
  public static void check(String url, Login product) {
    try (Connection connection =
        DriverManager.getConnection(url, product.user(), product.password())) {
      int version = SchemaVersion.of(connection);
      if (version < SchemaVersion.NEEDED) {
        throw new IllegalStateException(
            "the schema has version "
                + version
                + " and this release needs "
                + SchemaVersion.NEEDED
                + ": the command migrate brings it there");
      }
      if (!hasPolicies(connection)) {
        throw new IllegalStateException(
            "the tables were restored without the policies of row-level security: make the roles "
                + Roles.SERVICE
                + " and "
                + Roles.PERSON
                + " before the dump is restored");
      }
    } catch (SQLException | DatabaseFault e) {
      throw cannot(url, e);
    }
  }

  private static boolean hasPolicies(Connection connection) {
    return Sql.one(
            connection,
            "SELECT FROM pg_policies WHERE tablename = 'task' AND ?::name = ANY (roles)",
            row -> true,
            Roles.SERVICE)
        .isPresent();
  }

  /**
   * Brings an empty database to an older version, so that a backup of that version fits. Numbers
   * may be left out: it goes no further than this one.
   */
  public static void migrateTo(String url, Login owner, int version) {
    flyway(url, owner, version + "?").migrate();
  }

  private static IllegalStateException cannot(String url, Exception e) {
    // What follows the question mark is nobody's business: it may hold a password.
    String where = url.replaceFirst("^jdbc:postgresql://", "").replaceFirst("\\?.*", "");
    return new IllegalStateException(
        "the schema at " + where + " is not reached or not migrated: " + e.getMessage(), e);
  }

  private static Flyway flyway(String url, Login owner, String target) {
    return Flyway.configure()
        .dataSource(url, owner.user(), owner.password())
        .locations("classpath:db/migration")
        .target(target)
        .validateMigrationNaming(true)
        .load();
  }
}
