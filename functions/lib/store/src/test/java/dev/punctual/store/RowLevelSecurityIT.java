package dev.punctual.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.contracts.Id.UserId;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RowLevelSecurityIT {
  private static TestDatabase test;
  private static Database database;
  private static UserId ada;
  private static UserId bob;

  @BeforeAll
  static void twoPeopleWithATask() {
    test = TestDatabase.fresh();
    database = test.database();
    ada = test.person();
    bob = test.person();
    for (UserId user : List.of(ada, bob)) {
      database.write(
          user,
          connection ->
              TaskRows.insert(connection, List.of(TestDatabase.task(user, "Ring the bank"))));
    }
  }

  @Test
  void everyTableOfPeopleHasTheWallAndBelongsToNeitherRole() {
    assertThat(
            names(
                """
                SELECT c.relname AS name FROM pg_class c
                WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
                  AND (c.relname = 'account' OR EXISTS (
                    SELECT FROM pg_attribute a
                    WHERE a.attrelid = c.oid AND a.attname = 'user_id' AND NOT a.attisdropped))
                  AND NOT (c.relrowsecurity AND EXISTS (
                    SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'service'))
                """))
        .isEmpty();
    assertThat(
            names(
                "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND"
                    + " (pg_has_role('punctual_app', tableowner, 'MEMBER')"
                    + " OR tableowner LIKE 'punctual\\_%')"))
        .isEmpty();
  }

  @Test
  void aPersonReachesNoTableButByTheOnePolicyOfTheirOwnRows() {
    assertThat(
            names(
                """
                SELECT c.relname AS name FROM pg_class c
                WHERE c.relkind IN ('r', 'p', 'v', 'm') AND c.relnamespace = 'public'::regnamespace
                  AND (has_table_privilege('punctual_person', c.oid, 'SELECT, INSERT, UPDATE, DELETE')
                    OR has_any_column_privilege('punctual_person', c.oid, 'SELECT, INSERT, UPDATE'))
                  AND NOT EXISTS (SELECT FROM pg_policies p WHERE p.tablename = c.relname
                    AND p.roles = '{punctual_person}' AND p.qual LIKE '(%id = current_person())')
                """))
        .as("how far events were purged is nobody's")
        .containsExactly("outbox_purged");
    assertThat(
            names(
                "SELECT tablename AS name FROM pg_policies WHERE policyname NOT IN ('own', 'service')"
                    + " OR policyname = 'service' AND roles <> '{punctual_service}'"))
        .isEmpty();
  }

  @Test
  void nobodyMakesThemselvesAnAdministratorOrLeavesInTheirOwnName() {
    for (String refused :
        List.of(
            "UPDATE account SET administrator = true",
            "DELETE FROM account",
            "SELECT token_hash FROM sign_in_token")) {
      assertThatThrownBy(
              () -> database.write(ada, connection -> Sql.list(connection, refused, r -> 0)))
          .as(refused)
          .isInstanceOf(DatabaseFault.class)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void aLinkIsEndedByItsPersonAndNeverRevived() {
    for (UserId user : List.of(ada, bob)) {
      database.write(
          connection ->
              Sql.execute(
                  connection,
                  "INSERT INTO sign_in_token (token_hash, user_id, expires_at)"
                      + " VALUES (?, ?, now() + interval '1 day')",
                  user.value().toString().getBytes(UTF_8),
                  user));
    }

    int ended =
        database.transaction(
            ada, c -> Sql.update(c, "UPDATE sign_in_token SET expires_at = now()"));

    assertThat(ended).isOne();
    assertThatThrownBy(
            () ->
                database.write(
                    ada,
                    c ->
                        Sql.execute(
                            c, "UPDATE sign_in_token SET expires_at = now() + interval '1 h'")))
        .isInstanceOf(DatabaseFault.class)
        .hasMessageContaining("row-level security");
  }

  @Test
  void aStatementThatForgetsItsOwnerFindsOnlyThePersonsOwn() {
    assertThat(all(database, ada, "task")).isOne();
    assertThat(all(database, ada, "account")).isOne();

    int renamed =
        database.transaction(
            ada, connection -> Sql.update(connection, "UPDATE task SET title = 'Hers'"));
    int deleted =
        database.transaction(bob, connection -> Sql.update(connection, "DELETE FROM tag"));

    assertThat(renamed).isOne();
    assertThat(deleted).isZero();
    assertThat(test.count("SELECT count(*) FROM task WHERE title = 'Hers'")).isOne();
  }

  @Test
  void nothingIsThereWhereNobodyIsNamed() {
    long seen =
        database.transaction(
            connection -> {
              Sql.execute(connection, "SET LOCAL ROLE punctual_person");
              return count(connection, "task") + count(connection, "account");
            });
    assertThat(seen).isZero();
    // Nor on a connection that named somebody before.
    assertThat(all(database, ada, "task")).isOne();
    assertThat(test.count("SELECT count(*) FROM task")).isEqualTo(2);
  }

  @Test
  void aRowOfSomebodyElsesIsRefused() {
    assertThatThrownBy(
            () ->
                database.write(
                    ada,
                    connection ->
                        TaskRows.insert(
                            connection, List.of(TestDatabase.task(bob, "From somebody else")))))
        .isInstanceOf(DatabaseFault.class)
        .hasMessageContaining("row-level security");
  }

  @Test
  void whatIsNotForPeopleIsClosedToThem() {
    for (String table :
        List.of("sign_in_failure", "password_reset", "dead_letter", "relay_lease")) {
      assertThatThrownBy(() -> all(database, ada, table))
          .as(table)
          .isInstanceOf(DatabaseFault.class)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void whatAPersonReadsWritesNothing() {
    assertThatThrownBy(
            () ->
                database.<Integer>read(
                    ada, connection -> Sql.update(connection, "DELETE FROM task")))
        .isInstanceOf(DatabaseFault.class)
        .hasMessageContaining("read-only");
  }

  @Test
  void theProductChangesNoTableAndNoMigration() {
    for (String change :
        List.of(
            "ALTER TABLE task DISABLE ROW LEVEL SECURITY", "DELETE FROM flyway_schema_history")) {
      assertThatThrownBy(() -> database.write(connection -> Sql.execute(connection, change)))
          .as(change)
          .isInstanceOf(DatabaseFault.class)
          .hasMessageMatching("(?s).*(must be owner|permission denied).*");
    }
  }

  private static List<String> names(String sql) {
    return database.read(connection -> Sql.list(connection, sql, row -> row.text("name")));
  }

  private static long all(Database database, UserId person, String table) {
    return database.<Long>read(person, connection -> count(connection, table));
  }

  private static long count(Connection connection, String table) {
    return Sql.one(connection, "SELECT count(*) FROM " + table, row -> row.number("count"))
        .orElseThrow();
  }
}
