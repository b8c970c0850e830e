package dev.punctual.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.local.servers.EmbeddedPostgres.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
  @TempDir Path temp;

  @Test
  void keepsRowsAndPortWhenItIsStoppedAndStartedAgain() throws Exception {
    EmbeddedPostgres postgres = TestServers.postgres();
    String url = TestServers.freshDatabase();
    execute(url, "CREATE TABLE kept AS SELECT 42 AS n");
    postgres.stop();
    assertThatThrownBy(() -> query(url, "SELECT 1")).isInstanceOf(SQLException.class);
    postgres.startAgain();
    assertThat(query(url, "SELECT n FROM kept")).isEqualTo("42");
  }

  @Test
  void eachFreshDatabaseIsEmpty() throws Exception {
    execute(TestServers.freshDatabase(), "CREATE TABLE here (n int)");
    assertThat(query(TestServers.freshDatabase(), "SELECT to_regclass('here')")).isNull();
  }

  @Test
  void listensOnLoopbackOnlyAndAsksForThePassword() throws Exception {
    String url = TestServers.freshDatabase();
    assertThat(query(url, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(query(url, "SHOW max_connections")).isEqualTo("200");
    assertThatThrownBy(() -> DriverManager.getConnection(url, TestServers.databaseUser(), "wrong"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
  }

  @Test
  void onAnotherAddressThanLoopbackItLetsInWhoeverHasThePassword() throws Exception {
    Settings settings = new Settings(temp, "127.0.0.2", 0, false, "secret", true);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings);
        Connection connection = postgres.connect("postgres")) {
      assertThat(postgres.jdbcUrl("postgres")).contains("//127.0.0.2:");
      assertThat(value(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.2");
      assertThat(
              value(connection, "SELECT auth_method FROM pg_hba_file_rules WHERE address = 'all'"))
          .isEqualTo("scram-sha-256");
    }
  }

  @Test
  void isDurableWhereAsked() throws Exception {
    assertThat(query(TestServers.freshDatabase(), "SHOW fsync")).isEqualTo("off");
    Settings settings = new Settings(temp, 0, true, "a password");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
      try (Connection connection = postgres.connect("postgres")) {
        for (String name : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
          assertThat(value(connection, "SHOW " + name)).isEqualTo("on");
        }
        assertThat(value(connection, "SELECT lower('ÄÉ') || upper('ß')")).isEqualTo("äéSS");
      }
    }
  }

  @Test
  void stopsAServerThatWasLeftOnTheSameFolder() throws Exception {
    Settings settings = new Settings(temp, 0, false, "secret");
    EmbeddedPostgres left = EmbeddedPostgres.start(settings);
    assertThat(EmbeddedPostgres.runningPort(temp)).contains(left.port());
    try (EmbeddedPostgres next = EmbeddedPostgres.start(settings)) {
      assertThat(left.isRunning()).isFalse();
      assertThat(next.isRunning()).isTrue();
      assertThat(next.port()).isEqualTo(left.port());
    } finally {
      left.close();
    }
    assertThat(EmbeddedPostgres.runningPort(temp)).isEmpty();
  }

  @Test
  void leavesAProcessAloneThatOnlyHasTheSamePid() throws Exception {
    Settings settings = new Settings(temp, 0, false, "secret");
    EmbeddedPostgres.start(settings).close();
    Process bystander = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(
          temp.resolve("database/postmaster.pid"), bystander.pid() + "\nx\n0\n5432\n");
      assertThat(EmbeddedPostgres.runningPort(temp)).isEmpty();
      assertThatThrownBy(() -> EmbeddedPostgres.start(settings).close())
          .isInstanceOf(ServerException.class);
      assertThat(bystander.isAlive()).isTrue();
    } finally {
      bystander.destroyForcibly().waitFor();
    }
  }

  @Test
  void saysSoWhenTheFolderWasMadeWithAnotherPassword() {
    EmbeddedPostgres.start(new Settings(temp, 0, false, "one")).close();
    assertThatThrownBy(() -> EmbeddedPostgres.start(new Settings(temp, 0, false, "two")))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("password");
    assertThat(EmbeddedPostgres.runningPort(temp)).isEmpty();
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = open(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(String url, String sql) throws SQLException {
    try (Connection connection = open(url)) {
      return value(connection, sql);
    }
  }

  private static String value(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection open(String url) throws SQLException {
    return DriverManager.getConnection(
        url, TestServers.databaseUser(), TestServers.databasePassword());
  }
}
