package dev.punctual.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.local.servers.EmbeddedPostgres;
import dev.punctual.local.servers.TestServers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupIT {
  private static final Schema FIRST = new Schema("classpath:db/first");
  private static final Schema SECOND = new Schema("classpath:db/second");
  private static final String ROWS =
      """
      INSERT INTO person VALUES
        ('0191f3a0-0000-7000-8000-000000000001', E'Zoë\\t"\\\\N"\\nO''Hara');
      INSERT INTO thing (person_id, title, data, bytes, at)
        SELECT id, 'Über ' || n, '{"a": ["\\\\", null]}', '\\x00ff0a', '2026-03-06T14:00:00.123456Z'
        FROM person, generate_series(1, 1000) n;
      UPDATE lease SET epoch = 7;
      """;

  @TempDir Path temp;
  private Database database;

  @BeforeEach
  void freshDatabase() {
    EmbeddedPostgres postgres = TestServers.postgres();
    String url = TestServers.freshDatabase();
    database =
        new Database(
            postgres::jdbcUrl,
            url.substring(url.lastIndexOf('/') + 1),
            postgres.user(),
            postgres.password());
  }

  @Test
  void everyRowComesBackAsItWas() throws Exception {
    fill(FIRST);
    String before = contents();
    Backup.Summary written = Backup.write(database, file());
    assertThat(written.rows()).isEqualTo(1002);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    execute("DELETE FROM thing; UPDATE lease SET epoch = 99; INSERT INTO lease VALUES ('x', 1)");
    Restore.Summary restored = new Restore(database, FIRST).restore(file(), 0);
    assertThat(restored.rows()).isEqualTo(1002);
    assertThat(contents()).isEqualTo(before);
    assertThat(value("SELECT folded FROM thing WHERE id = 1")).isEqualTo("über 1");
    execute("INSERT INTO thing (person_id, title) SELECT id, 'next' FROM person");
    assertThat(value("SELECT max(id) FROM thing")).isEqualTo("1001");
  }

  @Test
  void whatIsWrittenWhileItRunsIsInItWholeOrNotAtAll() throws Exception {
    fill(FIRST);
    try (Connection writing = database.connect();
        Statement statement = writing.createStatement()) {
      writing.setAutoCommit(false);
      statement.execute("INSERT INTO lease VALUES ('open', 1)");
      Backup.write(database, file());
      writing.commit();
    }
    new Restore(database, FIRST).restore(file(), 0);
    assertThat(value("SELECT count(*) FROM lease")).isEqualTo("1");
  }

  @Test
  void positionsContinueAboveTheHighestEverGiven() throws Exception {
    fill(FIRST);
    execute("SELECT setval('outbox_position', 100)");
    Backup.write(database, file());
    assertThat(nextPositionAfter(0)).isEqualTo("101");
    execute("SELECT setval('outbox_position', 500)");
    assertThat(nextPositionAfter(300)).isEqualTo("501");
    assertThat(nextPositionAfter(900)).isEqualTo("901");
  }

  @Test
  void withoutAnyPositionTheFirstIsStillToCome() throws Exception {
    fill(FIRST);
    Backup.write(database, file());
    assertThat(nextPositionAfter(0)).isEqualTo("1");
  }

  @Test
  void anOlderBackupIsRestoredAtItsVersionAndMigrated() throws Exception {
    fill(FIRST);
    Backup.write(database, file());
    SECOND.migrateToNewest(database);
    new Restore(database, SECOND).restore(file(), 0);
    assertThat(value("SELECT count(*) FROM thing WHERE colour = 'red'")).isEqualTo("1000");
  }

  @Test
  void aBackupGoesIntoAServerThatHasNoSuchDatabase() throws Exception {
    fill(FIRST);
    Backup.write(database, file());
    database = database.named("elsewhere");
    new Restore(database, FIRST).restore(file(), 0);
    assertThat(value("SELECT count(*) FROM thing")).isEqualTo("1000");
  }

  @Test
  void aBackupOfANewerSchemaIsRefused() throws Exception {
    fill(SECOND);
    Backup.write(database, file());
    refused(FIRST, "schema version 2");
  }

  @Test
  void aBackupOfANewerFormatIsRefused() throws Exception {
    fill(FIRST);
    Backup.write(database, file());
    edit(Manifest.ENTRY, "format=1", "format=2");
    refused(FIRST, "format 2");
  }

  @Test
  void brokenFilesAreRefusedBeforeAnythingIsTouched() throws Exception {
    fill(FIRST);
    Backup.write(database, file());
    byte[] whole = Files.readAllBytes(file());
    Files.write(file(), java.util.Arrays.copyOf(whole, whole.length / 2));
    refused(FIRST, "no backup, or broken");
    for (int at = 60; at < whole.length; at += whole.length / 7) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 0x10;
      Files.write(file(), flipped);
      assertThatThrownBy(() -> new Restore(database, FIRST).check(file()))
          .isInstanceOf(BackupException.class);
    }
    Files.writeString(file(), "not a zip");
    refused(FIRST, "no backup");
    Files.delete(file());
    refused(FIRST, "There is no file");
  }

  @Test
  void aRestoreThatFailsMidwayChangesNothing() throws Exception {
    fill(FIRST);
    execute("SELECT setval('outbox_position', 100)");
    Backup.write(database, file());
    execute("UPDATE lease SET epoch = 8");
    edit(Manifest.entryOf("public.thing"), "2026-03-06", "no date at all");
    String before = contents();
    refused(FIRST, "nothing was changed");
    assertThat(contents()).isEqualTo(before);
    assertThat(value("SELECT last_value FROM outbox_position")).isEqualTo("100");
  }

  @Test
  void anEmptyDatabaseIsNoBackup() {
    assertThatThrownBy(() -> Backup.write(database, file()))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("no schema");
    assertThat(temp).isEmptyDirectory();
  }

  private void fill(Schema schema) throws SQLException {
    schema.migrateToNewest(database);
    execute(ROWS);
  }

  private String nextPositionAfter(long published) throws SQLException {
    new Restore(database, FIRST).restore(file(), published);
    return value("SELECT nextval('outbox_position')");
  }

  private void refused(Schema schema, String part) {
    assertThatThrownBy(() -> new Restore(database, schema).restore(file(), 0))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining(part);
  }

  private Path file() {
    return temp.resolve("backup.zip");
  }

  private void edit(String entry, String from, String to) throws IOException {
    try (FileSystem zip =
        FileSystems.newFileSystem(URI.create("jar:" + file().toUri()), Map.of())) {
      Path inside = zip.getPath(entry);
      Files.writeString(inside, Files.readString(inside).replace(from, to));
    }
  }

  private String contents() throws SQLException {
    return value("SELECT md5(string_agg(t::text, '|' ORDER BY id)) FROM thing t")
        + value("SELECT string_agg(p::text, '|') FROM person p")
        + value("SELECT string_agg(l::text, '|') FROM lease l");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String value(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
