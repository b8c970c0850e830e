package dev.punctual.local.backup;

import dev.punctual.local.backup.Manifest.TableDump;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes all rows of a database as one moment saw them: a zip with a manifest and one file per
 * table in PostgreSQL's COPY text format. The product may go on working meanwhile.
 */
public final class Backup {
  private Backup() {}

  /** What was written. */
  public record Summary(Path file, int tables, long rows, long bytes) {}

  /** Writes beside and moves into place: the file is a whole backup or is not there. */
  public static Summary write(Database database, Path file) {
    Path target = file.toAbsolutePath();
    Path partial = target.resolveSibling(target.getFileName() + ".partial");
    try {
      Files.deleteIfExists(partial);
      Files.createFile(
          partial,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Manifest manifest = dump(database, partial);
      try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(
          partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new Summary(
          target,
          manifest.tables().size(),
          manifest.tables().values().stream().mapToLong(TableDump::rows).sum(),
          Files.size(target));
    } catch (IOException e) {
      throw new BackupException("The backup cannot be written to " + target + ": " + e, e);
    } catch (SQLException e) {
      throw new BackupException("The backup cannot be made: " + e.getMessage(), e);
    } finally {
      deleteQuietly(partial);
    }
  }

  private static Manifest dump(Database database, Path partial) throws IOException, SQLException {
    try (Connection connection = database.connect();
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        boolean unused =
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
      }
      Catalogue catalogue = new Catalogue(connection);
      String schema = catalogue.schemaVersion();
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      Map<String, TableDump> tables = new TreeMap<>();
      for (Map.Entry<String, List<String>> table : catalogue.tables().entrySet()) {
        zip.putNextEntry(new ZipEntry(Manifest.entryOf(table.getKey())));
        long rows = copy.copyOut(copyOut(table.getKey(), table.getValue()), zip);
        zip.closeEntry();
        tables.put(table.getKey(), new TableDump(table.getValue(), rows));
      }
      // Sequences know no transactions: read last, they are at or above what the rows use.
      Manifest manifest =
          new Manifest(
              schema, Instant.now(), catalogue.position().orElse(0), tables, catalogue.sequences());
      connection.rollback();
      zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
      manifest.write(zip);
      zip.closeEntry();
      return manifest;
    }
  }

  private static String copyOut(String table, List<String> columns) {
    return "COPY "
        + Catalogue.quoted(table)
        + " "
        + Catalogue.quotedColumns(columns)
        + " TO STDOUT";
  }

  private static void deleteQuietly(Path partial) {
    try {
      Files.deleteIfExists(partial);
    } catch (IOException e) {
      System.err.println(partial + " stays behind: " + e);
    }
  }
}
