package dev.punctual.local.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What a database holds, read from PostgreSQL's own catalogue: a new table needs no line here. */
final class Catalogue {
  /** Positions of events are drawn from it; it never goes back. */
  static final String POSITIONS = "outbox_position";

  private static final String HISTORY = "flyway_schema_history";

  private static final String COLUMNS =
      """
      SELECT n.nspname || '.' || c.relname AS name, a.attname AS column_name
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relkind = 'r' AND c.relpersistence <> 't'
        AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
        AND c.relname <> ?
        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        AND NOT EXISTS (SELECT FROM pg_depend d
                        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                          AND d.deptype = 'e')
      ORDER BY n.nspname, c.relname, a.attnum
      """;

  private static final String SEQUENCES =
      """
      SELECT schemaname || '.' || sequencename, COALESCE(last_value, 0)
      FROM pg_sequences
      WHERE schemaname <> 'information_schema' AND schemaname NOT LIKE 'pg\\_%'
      ORDER BY schemaname, sequencename
      """;

  private final Connection connection;

  Catalogue(Connection connection) {
    this.connection = connection;
  }

  /** The columns that can be written, by table, both in a stable order. */
  Map<String, List<String>> tables() throws SQLException {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, HISTORY);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          tables
              .computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
              .add(rows.getString(2));
        }
      }
    }
    return tables;
  }

  /** The highest value that each sequence has given out; 0: none yet. */
  Map<String, Long> sequences() throws SQLException {
    Map<String, Long> sequences = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SEQUENCES)) {
      while (rows.next()) {
        sequences.put(rows.getString(1), rows.getLong(2));
      }
    }
    return sequences;
  }

  /** The highest position ever given in this database; empty when it has none. */
  OptionalLong position() throws SQLException {
    return sequences().entrySet().stream()
        .filter(sequence -> sequence.getKey().endsWith("." + POSITIONS))
        .mapToLong(Map.Entry::getValue)
        .max();
  }

  /** The version of the last migration that was applied. */
  String schemaVersion() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT version FROM "
                    + HISTORY
                    + " WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1")) {
      if (rows.next()) {
        return rows.getString(1);
      }
    } catch (SQLException e) {
      if (!"42P01".equals(e.getSQLState())) { // undefined_table
        throw e;
      }
    }
    throw new BackupException("There is nothing to back up yet: the database has no schema.");
  }

  /** {@code "schema"."table"} of a name out of this catalogue. */
  static String quoted(String name) {
    int dot = name.indexOf('.');
    return quote(name.substring(0, dot)) + "." + quote(name.substring(dot + 1));
  }

  static String quotedColumns(List<String> columns) {
    return columns.stream().map(Catalogue::quote).collect(Collectors.joining(", ", "(", ")"));
  }

  static String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
