package dev.punctual.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Id.UserId;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows on both sides of the age at which each kind goes. */
class UpkeepIT {
  private final TestDatabase test = TestDatabase.fresh();
  private final Database database = test.database();
  private final UserId user = test.person();

  @Test
  void onlyWhatIsOldEnoughGoes() {
    insert("processed_event (consumer, event_id, processed_at)", "'c', uuidv7()", 30);
    insert(
        "outbox (id, user_id, topic, key, type, subject, source, time, data, position, published_at)",
        "uuidv7(), '%s', 't', uuidv7(), 't', uuidv7(), 's', now(), '{}', nextval('outbox_position')",
        7);
    insert(
        "recovery (kind, subject_id, user_id, due_at, attempts, last_at)",
        "'series', uuidv7(), '%s', now(), 1",
        7);
    insert(
        "function_run (id, function, started_at, first_commit_at, seen_at)",
        "uuidv7(), 'f', clock_timestamp(), now()",
        30);
    insert(
        "dead_letter (consumer, topic, partition, \"offset\", timestamp, code, message, replayed_at)",
        "'c', 't', 0, (random() * 1e9)::int, 0, 'code', 'message'",
        30);
    execute(
        "INSERT INTO channel (user_id, id, kind, name, target, enabled, status, version, created_at,"
            + " updated_at) SELECT id, uuidv7(), 'email', 'mail', 'a@example.net', true, 'working',"
            + " 1, now(), now() FROM account");
    insert(
        "delivery (user_id, id, channel_id, status, attempts, revision, created_at, handled_at)",
        "'%s', uuidv7(), (SELECT id FROM channel), 'sent', 1, 1, now()",
        30);
    insert("asked_send (id, user_id, what, target_hash, at)", "uuidv7(), '%s', 'test', ''", 2);
    insert(
        "channel_code (user_id, channel_id, code_hash, expires_at)",
        "'%s', (SELECT id FROM channel), uuid_send(uuidv7())",
        0);
    insert("session (user_id, token_hash, expires_at)", "'%s', uuid_send(uuidv7())", 0);
    insert(
        "invitation (user_id, id, token_hash, created_at, expires_at)",
        "'%s', uuidv7(), uuid_send(uuidv7()), now()",
        0);
    insert("password_reset (user_id, token_hash, expires_at)", "'%s', uuid_send(uuidv7())", 0);
    insert("sign_in_failure (key, failures, last_at)", "uuidv7()::text, 1", 1);
    insert(
        "chat_session (user_id, id, etag, state, expires_at)", "'%s', uuidv7(), uuidv7(), '{}'", 0);
    insert(
        "idempotency_key (user_id, key, request_hash, change_id, created_at)",
        "'%s', uuidv7()::text, '', uuidv7()",
        1);
    insert(
        "task (user_id, id, title, notes, status, priority, tags, version, created_at, updated_at, deleted_at)",
        "'%s', uuidv7(), 't', '', 'pending', 'low', '{}', 1, now(), now()",
        30);
    execute(
        "INSERT INTO change (user_id, id, kind, subject_id, actor, at)"
            + " SELECT user_id, uuidv7(), 'task', id, 'person', now() FROM task");
    execute(
        "INSERT INTO reminder (user_id, id, task_id, at, status, fire_at, revision, version,"
            + " created_at) SELECT user_id, uuidv7(), id, now(), 'delivered', now(), 1, 1, now()"
            + " FROM task");
    execute(
        "INSERT INTO change (user_id, id, kind, subject_id, actor, at)"
            + " SELECT user_id, uuidv7(), 'reminder', id, 'person', now() FROM reminder");

    Map<Upkeep, Integer> gone = new EnumMap<>(Upkeep.class);
    for (Upkeep upkeep : Upkeep.values()) {
      gone.put(upkeep, purge(upkeep, 100));
    }

    assertThat(gone).allSatisfy((upkeep, rows) -> assertThat(rows).isEqualTo(1));
    assertThat(test.count("SELECT count(*) FROM change")).isEqualTo(2);
    for (Upkeep upkeep : Upkeep.values()) {
      assertThat(purge(upkeep, 100)).as("%s again", upkeep).isZero();
    }
  }

  @Test
  void theLastRunOfAFunctionStaysHoweverOldItIs() {
    for (int days : new int[] {90, 80, 70}) {
      execute(
          "INSERT INTO function_run (id, function, started_at, first_commit_at, seen_at) SELECT"
              + " uuidv7(), 'quarterly', at, at, at FROM (SELECT now() - interval '"
              + days
              + " days' AS at) AS t");
    }

    assertThat(purge(Upkeep.FUNCTION_RUNS, 10)).isEqualTo(2);

    assertThat(
            test.count(
                "SELECT count(*) FROM function_run WHERE started_at > now() - interval '71 days'"))
        .isEqualTo(1);
  }

  @Test
  void whatIsNotPublishedAndNotDeletedStays() {
    execute(
        "INSERT INTO outbox (id, user_id, topic, key, type, subject, source, time, data)"
            + " VALUES (uuidv7(), '"
            + user.value()
            + "', 't', uuidv7(), 't', uuidv7(), 's', now() - interval '99 days', '{}')");
    execute(
        "INSERT INTO task (user_id, id, title, notes, status, priority, tags, version, created_at,"
            + " updated_at) VALUES ('"
            + user.value()
            + "', uuidv7(), 't', '', 'pending', 'low', '{}', 1, now() - interval '99 days', now())");

    assertThat(purge(Upkeep.PUBLISHED_EVENTS, 10)).isZero();
    assertThat(purge(Upkeep.TRASH, 10)).isZero();
  }

  @Test
  void streamsCanTellHowFarTheOutboxHasBeenPurged() {
    assertThat(database.read(Outbox::purgedTo)).isZero();
    for (int i = 0; i < 3; i++) {
      insert(
          "outbox (id, user_id, topic, key, type, subject, source, time, data, position, published_at)",
          "uuidv7(), '%s', 't', uuidv7(), 't', uuidv7(), 's', now(), '{}', nextval('outbox_position')",
          7);
    }

    assertThat(purge(Upkeep.PUBLISHED_EVENTS, 2)).isEqualTo(2);
    assertThat(purge(Upkeep.PUBLISHED_EVENTS, 2)).isEqualTo(1);

    long highestOld = 5;
    assertThat(database.read(Outbox::purgedTo)).isEqualTo(highestOld);
    assertThat(test.count("SELECT count(*) FROM outbox")).isEqualTo(3);
  }

  private int purge(Upkeep upkeep, int limit) {
    return database.transaction(connection -> upkeep.purge(connection, limit));
  }

  /**
   * Two rows, the moment in their last column a minute before and after the age at which they go.
   */
  private void insert(String columns, String values, int days) {
    for (String difference : new String[] {"- interval '1 minute'", "+ interval '1 minute'"}) {
      execute(
          "INSERT INTO %s VALUES (%s, now() - interval '%d days' %s)"
              .formatted(columns, values.formatted(user.value()), days, difference));
    }
  }

  private void execute(String sql) {
    database.write(connection -> Sql.execute(connection, sql));
  }
}
