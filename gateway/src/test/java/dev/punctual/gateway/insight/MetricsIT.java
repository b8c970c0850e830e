package dev.punctual.gateway.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.Caller;
import dev.punctual.store.DeadLetter;
import dev.punctual.store.DeadLetters;
import dev.punctual.store.FunctionRuns;
import dev.punctual.store.Sql;
import dev.punctual.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the gateway measures, as Prometheus asks for it. */
class MetricsIT {
  @Test
  void everyGatewayTellsTheSameOfWhatFunctionsDid() throws Exception {
    TestDatabase database = TestDatabase.fresh();
    UserId ada = database.person();
    database
        .database()
        .write(
            connection -> {
              FunctionRuns.save(
                  connection,
                  new FunctionRuns.Run(
                      Uuid7.next(), "recurring", Instant.now().minusMillis(600), 7, 1, 0));
              DeadLetters.insert(
                  connection,
                  List.of(
                      new DeadLetter(
                          "recurring-due-v1", "recurring-due", 0, 1, 1, null, null, "c", "m")));
              Sql.execute(
                  connection,
                  "UPDATE tally_mark SET up_to = now() - interval '10 minutes'"
                      + " WHERE source IN ('outbox', 'delivery')");
              handled(connection, "delivered", "19:00:00.7");
              handled(connection, "missed", "19:20:00");
              delivered(connection, ada, "sent");
              delivered(connection, ada, "failed");
              delivered(connection, ada, "failed");
              Sql.execute(
                  connection,
                  "INSERT INTO timer SELECT 'reminder', uuidv7(), id, now() + interval '1 day', 1"
                      + " FROM account");
            });

    try (Scraped first = Scraped.gateway(database);
        Scraped second = Scraped.gateway(database)) {
      for (Scraped gateway : List.of(first, second)) {
        assertThat(gateway.scrape())
            .contains(
                "punctual_function_running{function=\"recurring\"} 1.0",
                "punctual_function_running{function=\"notification\"} 0.0",
                "punctual_function_handled_total{function=\"recurring\"} 7.0",
                "punctual_function_dead_lettered_total{function=\"recurring\"} 1.0",
                "punctual_function_cold_start_seconds_count{function=\"recurring\"} 1",
                "punctual_function_cold_start_seconds_bucket{function=\"recurring\",le=\"0.5\"} 0",
                "punctual_function_cold_start_seconds_bucket{function=\"recurring\",le=\"30.0\"} 1",
                "punctual_dead_letters_waiting{group=\"recurring-due-v1\"} 1.0",
                "punctual_events_published_total{type=\"reminder.changed\"} 2.0",
                "punctual_events_published_total{type=\"task.created\"} 0.0",
                "punctual_reminder_lateness_seconds_bucket{outcome=\"delivered\",le=\"0.5\"} 0",
                "punctual_reminder_lateness_seconds_bucket{outcome=\"delivered\",le=\"1.0\"} 1",
                "punctual_reminder_lateness_seconds_bucket{outcome=\"missed\",le=\"900.0\"} 0",
                "punctual_reminder_lateness_seconds_sum{outcome=\"missed\"} 1200.0",
                "punctual_deliveries_total{outcome=\"sent\"} 1.0",
                "punctual_deliveries_total{outcome=\"failed\"} 2.0",
                "punctual_timers_due 0.0",
                "punctual_timers_overdue 0.0",
                "punctual_outbox_waiting 0.0");
      }
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(first.value("punctual_relay_leading"))
                      .isNotEqualTo(second.value("punctual_relay_leading")));
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(first.scrape())
                      .contains(
                          "punctual_consumer_group_lag{group=\"notification-due-v1\",topic=\"reminders-due\"}"));
    }
  }

  @Test
  void requestsAreCountedByRouteAndNothingOfAnybodysIsInALabel() throws Exception {
    try (Scraped gateway = Scraped.gateway(TestDatabase.fresh())) {
      Caller ada = gateway.running().person();
      UUID id = Uuid7.next();
      assertThat(ada.get("/api/v1/tasks/" + id).status()).isEqualTo(404);
      assertThat(ada.get("/api/v1/tasks").status()).isEqualTo(200);
      assertThat(ada.get("/api/v1/nothing/" + id + "?q=dentist").status()).isEqualTo(404);
      assertThat(ada.get("/somewhere/" + id).status()).isEqualTo(404);
      assertThat(gateway.running().stranger().get("/api/v1/tasks/" + id).status()).isEqualTo(401);

      String metrics = gateway.scrape();

      assertThat(metrics)
          .contains(
              "http_server_requests_seconds_bucket{method=\"GET\",route=\"/api/v1/tasks\",status=\"200\",le=\"10.0\"} 1",
              "http_server_requests_seconds_count{method=\"GET\",route=\"/api/v1/tasks/{id}\",status=\"401\"} 1",
              "http_server_requests_seconds_count{method=\"GET\",route=\"NOT_FOUND\",status=\"404\"} 3")
          .doesNotContain(id.toString(), ada.user().value().toString(), "dentist", "exception=");
    }
  }

  @Test
  void withoutKafkaThereIsNoLagAndTheRestIsThere() throws Exception {
    try (Scraped gateway =
        Scraped.gateway(
            TestDatabase.fresh(), Map.of("PUNCTUAL_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1"))) {
      assertThat(gateway.scrape())
          .contains("punctual_outbox_waiting 0.0", "punctual_outbox_age_seconds 0.0")
          .doesNotContain("punctual_consumer_group_lag{");
    }
  }

  private static void delivered(java.sql.Connection connection, UserId user, String status) {
    Sql.execute(
        connection,
        """
        WITH c AS (
          INSERT INTO channel (user_id, id, kind, name, target, enabled, status, version, created_at, updated_at)
          VALUES (?, uuidv7(), 'email', 'Mail', 'a@b.c', true, 'working', 1, now(), now())
          RETURNING *)
        INSERT INTO delivery (user_id, id, channel_id, status, attempts, revision, created_at, handled_at)
        SELECT user_id, uuidv7(), id, ?, 1, 1, now(), now() - interval '1 minute' FROM c
        """,
        user,
        status);
  }

  private static void handled(java.sql.Connection connection, String status, String at) {
    Sql.execute(
        connection,
        "INSERT INTO outbox (id, user_id, topic, key, type, subject, source, time, data, position,"
            + " published_at) VALUES (uuidv7(), uuidv7(), 'task-updates', uuidv7(),"
            + " 'reminder.changed', uuidv7(), '/punctual/notification', now(), ?,"
            + " nextval('outbox_position'), now() - interval '1 minute')",
        "{\"reminder\":{\"status\":\"%s\",\"fireAt\":\"2026-03-06T19:00:00Z\",\"handledAt\":\"2026-03-06T%sZ\"}}"
            .formatted(status, at));
  }
}
