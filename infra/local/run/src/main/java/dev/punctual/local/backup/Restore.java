package dev.punctual.local.backup;

import dev.punctual.local.backup.Manifest.TableDump;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Puts a backup in the place of a database. It is loaded into a database beside, at the schema
 * version that it was made at, migrated, and takes the old one's name in one transaction: until
 * then nothing has changed. Nobody may use the database meanwhile.
 */
public final class Restore {
  private static final String BESIDE = "punctual_restored";
  private static final String REPLACED = "punctual_replaced";

  private final Database database;
  private final Schema schema;

  public Restore(Database database, Schema schema) {
    this.database = database;
    this.schema = schema;
  }

  /** What was restored: when the backup was made, and the position that events continue above. */
  public record Summary(Instant createdAt, long rows, long position) {}

  /** Refuses a file that {@link #restore} would refuse, before anything is stopped for it. */
  public void check(Path file) {
    try (BackupFile backup = BackupFile.open(file)) {
      refuseNewerSchema(backup.manifest());
    }
  }

  /**
   * @param published the highest position found in Kafka: events continue above it too
   */
  public Summary restore(Path file, long published) {
    try (BackupFile backup = BackupFile.open(file)) {
      Manifest manifest = backup.manifest();
      refuseNewerSchema(manifest);
      long position = Math.max(Math.max(manifest.position(), published), positionBefore());
      execute("DROP DATABASE IF EXISTS " + BESIDE + " WITH (FORCE)", "CREATE DATABASE " + BESIDE);
      Database beside = database.named(BESIDE);
      schema.migrate(beside, manifest.schema());
      load(beside, backup, position);
      schema.migrateToNewest(beside);
      takeThePlace();
      return new Summary(
          manifest.createdAt(),
          manifest.tables().values().stream().mapToLong(TableDump::rows).sum(),
          position);
    } catch (SQLException | IOException | FlywayException e) {
      throw new BackupException(
          "The backup cannot be restored, and nothing was changed: " + e.getMessage(), e);
    }
  }

  private void refuseNewerSchema(Manifest manifest) {
    if (!schema.knows(database.named("postgres"), manifest.schema())) {
      throw new BackupException(
          "The backup has schema version "
              + manifest.schema()
              + ", which this version does not know: update Punctual first.");
    }
  }

  private long positionBefore() throws SQLException {
    try (Connection connection = database.connect()) {
      return new Catalogue(connection).position().orElse(0);
    } catch (SQLException e) {
      if ("3D000".equals(e.getSQLState())) { // invalid_catalog_name: there was no database yet
        return 0;
      }
      throw e;
    }
  }

  private static void load(Database beside, BackupFile backup, long position)
      throws SQLException, IOException {
    try (Connection connection = beside.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      Catalogue catalogue = new Catalogue(connection);
      Map<String, List<String>> known = catalogue.tables();
      refuseUnknown(backup.manifest(), known);
      // The rows were consistent when they were read: no foreign key and no trigger looks again.
      boolean unused = statement.execute("SET LOCAL session_replication_role = replica");
      // Migrations may have put rows of their own.
      unused =
          statement.execute(
              "TRUNCATE "
                  + known.keySet().stream()
                      .map(Catalogue::quoted)
                      .collect(Collectors.joining(", ")));
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      for (Map.Entry<String, TableDump> table : backup.manifest().tables().entrySet()) {
        load(copy, backup, table.getKey(), table.getValue());
      }
      continueSequences(connection, catalogue.sequences().keySet(), backup.manifest(), position);
      connection.commit();
      connection.setAutoCommit(true);
      unused = statement.execute("ANALYZE");
    }
  }

  private static void refuseUnknown(Manifest manifest, Map<String, List<String>> known) {
    manifest
        .tables()
        .forEach(
            (name, table) -> {
              if (!known.getOrDefault(name, List.of()).containsAll(table.columns())) {
                throw new BackupException(
                    "The backup's table " + name + " does not fit its schema version.");
              }
            });
  }

  private static void load(CopyManager copy, BackupFile backup, String name, TableDump table)
      throws SQLException, IOException {
    String sql =
        "COPY "
            + Catalogue.quoted(name)
            + " "
            + Catalogue.quotedColumns(table.columns())
            + " FROM STDIN";
    try (InputStream rows = backup.rows(name)) {
      long loaded = copy.copyIn(sql, rows);
      if (loaded != table.rows()) {
        throw new BackupException(
            name + " has " + loaded + " rows instead of " + table.rows() + ".");
      }
    }
  }

  private static void continueSequences(
      Connection connection, Set<String> known, Manifest manifest, long position)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT setval(?::regclass, ?)")) {
      for (String sequence : known) {
        boolean positions = sequence.endsWith("." + Catalogue.POSITIONS);
        Long value = positions ? Long.valueOf(position) : manifest.sequences().get(sequence);
        if (value != null && value > 0) {
          statement.setString(1, Catalogue.quoted(sequence));
          statement.setLong(2, value);
          try (ResultSet rows = statement.executeQuery()) {
            boolean unused = rows.next();
          }
        }
      }
    }
  }

  private void takeThePlace() throws SQLException {
    String name = Catalogue.quote(database.name());
    execute("DROP DATABASE IF EXISTS " + REPLACED + " WITH (FORCE)");
    try (Connection connection = database.named("postgres").connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try (PreparedStatement terminate =
          connection.prepareStatement(
              "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                  + " WHERE datname IN (?, ?)")) {
        terminate.setString(1, database.name());
        terminate.setString(2, BESIDE);
        boolean unused = terminate.execute();
      }
      if (exists(connection, database.name())) {
        boolean unused = statement.execute("ALTER DATABASE " + name + " RENAME TO " + REPLACED);
      }
      boolean unused = statement.execute("ALTER DATABASE " + BESIDE + " RENAME TO " + name);
      connection.commit();
    }
    execute("DROP DATABASE IF EXISTS " + REPLACED + " WITH (FORCE)");
  }

  private static boolean exists(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Each in a transaction of its own, as databases ask for. */
  private void execute(String... commands) throws SQLException {
    try (Connection connection = database.named("postgres").connect();
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        boolean unused = statement.execute(command);
      }
    }
  }
}
