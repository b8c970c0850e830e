package dev.punctual.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.contracts.ChannelStatus;
import dev.punctual.contracts.Id.ChannelId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.local.servers.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationsIT {
  @Test
  void bringTheSchemaToTheVersionThatTheCodeNeedsAndMayRunAgain() {
    TestDatabase test = TestDatabase.fresh();
    assertThat(test.database().<Integer>read(SchemaVersion::of)).isEqualTo(SchemaVersion.NEEDED);

    Migrations.migrate(test.url(), TestDatabase.owner(), TestDatabase.PRODUCT);

    assertThat(test.database().<Integer>read(SchemaVersion::of)).isEqualTo(SchemaVersion.NEEDED);
  }

  @Test
  void aStartMigratesWhatIsOldAndLeavesWhatIsNew() throws SQLException {
    String url = TestServers.freshDatabase();
    Login owner = TestDatabase.owner();
    Migrations.migrateTo(url, owner, 1);
    assertThatThrownBy(() -> Migrations.check(url, owner))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("version 1 ");
    try (Connection connection = DriverManager.getConnection(url, owner.user(), owner.password())) {
      Migrations.migrateIfOlder(url, owner, TestDatabase.PRODUCT);
      Migrations.check(url, TestDatabase.PRODUCT);
      assertThat(SchemaVersion.of(connection)).isEqualTo(SchemaVersion.NEEDED);

      Sql.execute(
          connection,
          "UPDATE flyway_schema_history SET version = '99', checksum = 0 WHERE version = '1'");
      Migrations.migrateIfOlder(url, owner, TestDatabase.PRODUCT);
      assertThat(SchemaVersion.of(connection)).isEqualTo(99);
    }
  }

  @Test
  void theReleaseBeforeTheNewestMigrationStartsOnIt() {
    TestDatabase test = TestDatabase.fresh();
    test.owned()
        .write(
            connection ->
                Sql.execute(
                    connection,
                    "INSERT INTO flyway_schema_history (installed_rank, version, description, type,"
                        + " script, checksum, installed_by, execution_time, success)"
                        + " VALUES (999, '99', 'later', 'SQL', 'V99__later.sql', 1, 'us', 1, true)"));

    Migrations.migrate(test.url(), TestDatabase.owner(), TestDatabase.PRODUCT);

    assertThat(test.database().<Integer>read(SchemaVersion::of)).isEqualTo(99);
  }

  /** Channels as the release before V11 writes them. */
  @Test
  void whatTheReleaseBeforeWritesIsReadAsNotConfirmed() {
    TestDatabase test = TestDatabase.fresh();
    UserId user = test.person();
    Owned<ChannelId> key = new Owned<>(user, new ChannelId(Uuid7.next()));
    test.database()
        .write(
            connection ->
                Sql.execute(
                    connection,
                    "INSERT INTO channel (name, target, enabled, status, version, updated_at,"
                        + " user_id, id, kind, created_at)"
                        + " VALUES ('m', 'a@example.net', true, 'working', 1, now(), ?, ?,"
                        + " 'email', now())",
                    key.user(),
                    key.id()));

    ChannelRow read =
        test.database().<ChannelRow>read(c -> ChannelRows.find(c, List.of(key)).getFirst());

    assertThat(read.channel().status()).isEqualTo(ChannelStatus.UNCONFIRMED);
    assertThat(read.outage()).isEqualTo(ChannelRow.Outage.NONE);
    // And what is written now can be read by that release: it knows no such status.
    test.database().write(connection -> ChannelRows.update(connection, List.of(read)));
    assertThat(test.count("SELECT count(*) FROM channel WHERE status = 'unproved'")).isEqualTo(1);
  }

  @Test
  void aDatabaseOfOthersIsRefused() throws SQLException {
    String url = TestServers.freshDatabase();
    try (Connection connection =
        DriverManager.getConnection(
            url, TestServers.databaseUser(), TestServers.databasePassword())) {
      Sql.execute(connection, "CREATE TABLE invoice (id int PRIMARY KEY)");
    }

    assertThatThrownBy(() -> Migrations.migrate(url, TestDatabase.owner(), TestDatabase.PRODUCT))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theProductMayNotRunAsTheOwnerOfTheTables() {
    String url = TestServers.freshDatabase();

    assertThatThrownBy(() -> Migrations.migrate(url, TestDatabase.owner(), TestDatabase.owner()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("comes as the owner");
  }

  @Test
  void theProductMayNotRunAsWhomNoPolicyBinds() throws SQLException {
    TestDatabase test = TestDatabase.fresh();
    Login everything = new Login("punctual_unbound", "another password");
    test.owned().write(c -> Sql.execute(c, "CREATE ROLE punctual_unbound LOGIN BYPASSRLS"));

    assertThatThrownBy(() -> Migrations.migrate(test.url(), TestDatabase.owner(), everything))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("passes policies by");
  }

  @Test
  void anOwnerWhoMayMakeNoRolesIsToldWhatAnAdministratorDoes() throws SQLException {
    TestDatabase test = TestDatabase.fresh();
    Login owner = new Login("punctual_small", "a small owner's");
    test.owned()
        .write(c -> Sql.execute(c, "CREATE ROLE punctual_small LOGIN PASSWORD 'a small owner''s'"));

    assertThatThrownBy(
            () -> Migrations.migrate(test.url(), owner, new Login("punctual_new", "a new one")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("An administrator does it: CREATE ROLE");
  }

  @Test
  void tablesThatWereRestoredWithoutTheirPoliciesAreRefused() {
    TestDatabase test = TestDatabase.fresh();
    test.owned().write(c -> Sql.execute(c, "DROP POLICY service ON task"));

    assertThatThrownBy(() -> Migrations.check(test.url(), TestDatabase.PRODUCT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("before the dump is restored");
  }

  @Test
  void aChangedPasswordOfTheProductIsSet() throws SQLException {
    TestDatabase test = TestDatabase.fresh();
    Login first = new Login("punctual_rotated", "the first");
    Login second = new Login(first.user(), "the second");
    Migrations.migrate(test.url(), TestDatabase.owner(), first);
    Migrations.check(test.url(), first);

    Migrations.migrate(test.url(), TestDatabase.owner(), second);

    Migrations.check(test.url(), second);
    assertThatThrownBy(() -> Migrations.check(test.url(), first))
        .isInstanceOf(IllegalStateException.class);
  }
}
