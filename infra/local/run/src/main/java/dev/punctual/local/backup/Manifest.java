package dev.punctual.local.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a backup file says of itself, as {@code manifest.properties}.
 *
 * @param schema version of the last migration that the tables had
 * @param position highest position of an event when it was made
 * @param tables by name, with their columns and numbers of rows
 * @param sequences the last value of each
 */
record Manifest(
    String schema,
    Instant createdAt,
    long position,
    Map<String, TableDump> tables,
    Map<String, Long> sequences) {
  static final String ENTRY = "manifest.properties";
  static final int FORMAT = 1;

  /** The columns in the order of the file, and how many rows it holds. */
  record TableDump(List<String> columns, long rows) {
    TableDump {
      columns = List.copyOf(columns);
    }
  }

  Manifest {
    tables = Map.copyOf(tables);
    sequences = Map.copyOf(sequences);
  }

  static String entryOf(String table) {
    return "tables/" + table + ".copy";
  }

  void write(OutputStream out) throws IOException {
    Properties all = new Properties();
    all.setProperty("format", Integer.toString(FORMAT));
    all.setProperty("schema", schema);
    all.setProperty("created", createdAt.toString());
    all.setProperty("position", Long.toString(position));
    tables.forEach(
        (name, table) -> {
          all.setProperty("table." + name + ".columns", String.join(",", table.columns()));
          all.setProperty("table." + name + ".rows", Long.toString(table.rows()));
        });
    sequences.forEach((name, value) -> all.setProperty("sequence." + name, value.toString()));
    OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    all.store(writer, "A backup of Punctual");
    writer.flush();
  }

  static Manifest read(InputStream in) throws IOException {
    Properties all = new Properties();
    all.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
    try {
      int format = Integer.parseInt(all.getProperty("format", ""));
      if (format > FORMAT) {
        throw new BackupException(
            "The backup has format "
                + format
                + " and this version reads up to "
                + FORMAT
                + ": update Punctual first.");
      }
      Map<String, TableDump> tables = new TreeMap<>();
      for (String key : keys(all, "table.", ".columns")) {
        long rows = Long.parseLong(all.getProperty("table." + key + ".rows", ""));
        String columns = all.getProperty("table." + key + ".columns");
        tables.put(key, new TableDump(List.of(columns.split(",")), rows));
      }
      Map<String, Long> sequences =
          keys(all, "sequence.", "").stream()
              .collect(
                  Collectors.toMap(
                      key -> key, key -> Long.valueOf(all.getProperty("sequence." + key))));
      String schema = all.getProperty("schema", "");
      if (!schema.matches("\\d+([._]\\d+)*") || tables.isEmpty()) {
        throw new BackupException("The backup is broken: its manifest is incomplete.");
      }
      return new Manifest(
          schema,
          Instant.parse(all.getProperty("created", "")),
          Long.parseLong(all.getProperty("position", "")),
          tables,
          sequences);
    } catch (NumberFormatException | DateTimeException e) {
      throw new BackupException("The backup is broken: its manifest cannot be read.", e);
    }
  }

  private static List<String> keys(Properties all, String prefix, String suffix) {
    return all.stringPropertyNames().stream()
        .filter(key -> key.startsWith(prefix) && key.endsWith(suffix))
        .map(key -> key.substring(prefix.length(), key.length() - suffix.length()))
        .toList();
  }
}
