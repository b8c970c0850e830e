package dev.punctual.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.local.servers.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class MigrationsIT {
  @Test
  void bringTheSchemaToTheVersionThatTheCodeNeedsAndMayRunAgain() {
    TestDatabase test = TestDatabase.fresh();
    assertThat(test.database().<Integer>read(SchemaVersion::of)).isEqualTo(SchemaVersion.NEEDED);

    Migrations.migrate(test.url(), TestServers.databaseUser(), TestServers.databasePassword());

    assertThat(test.database().<Integer>read(SchemaVersion::of)).isEqualTo(SchemaVersion.NEEDED);
  }

  @Test
  void aStartMigratesWhatIsOldAndLeavesWhatIsNew() throws SQLException {
    String url = TestServers.freshDatabase();
    String user = TestServers.databaseUser();
    String password = TestServers.databasePassword();
    Migrations.migrateTo(url, user, password, 1);
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      Migrations.migrateIfOlder(url, user, password);
      assertThat(SchemaVersion.of(connection)).isEqualTo(SchemaVersion.NEEDED);

      Sql.execute(
          connection,
          "UPDATE flyway_schema_history SET version = '99', checksum = 0 WHERE version = '1'");
      Migrations.migrateIfOlder(url, user, password);
      assertThat(SchemaVersion.of(connection)).isEqualTo(99);
    }
  }

  @Test
  void aDatabaseOfOthersIsRefused() throws SQLException {
    String url = TestServers.freshDatabase();
    try (Connection connection =
        DriverManager.getConnection(
            url, TestServers.databaseUser(), TestServers.databasePassword())) {
      Sql.execute(connection, "CREATE TABLE dapr_state (key text PRIMARY KEY)");
      Sql.execute(connection, "CREATE TABLE invoice (id int PRIMARY KEY)");
    }

    assertThatThrownBy(
            () ->
                Migrations.migrate(url, TestServers.databaseUser(), TestServers.databasePassword()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void tablesOfASidecarThatWasThereFirstStay() throws SQLException {
    String url = TestServers.freshDatabase();
    try (Connection connection =
        DriverManager.getConnection(
            url, TestServers.databaseUser(), TestServers.databasePassword())) {
      Sql.execute(connection, "CREATE TABLE dapr_state (key text PRIMARY KEY)");

      Migrations.migrate(url, TestServers.databaseUser(), TestServers.databasePassword());

      assertThat(SchemaVersion.of(connection)).isEqualTo(SchemaVersion.NEEDED);
      assertThat(
              Sql.one(connection, "SELECT count(*) AS n FROM dapr_state", row -> row.integer("n")))
          .contains(0);
    }
  }
}
