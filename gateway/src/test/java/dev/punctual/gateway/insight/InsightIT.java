package dev.punctual.gateway.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.store.FunctionRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InsightIT {
  @Test
  void functionsAreShownWithWhatTheyDid() {
    try (RunningGateway gateway = RunningGateway.start(Map.of())) {
      Caller ada = gateway.person();
      Instant started = Instant.now().minusSeconds(1);
      gateway
          .database()
          .database()
          .write(
              connection ->
                  FunctionRuns.save(
                      connection,
                      new FunctionRuns.Run(Uuid7.next(), "recurring", started, 7, 1, 0)));

      // The first question of all may take longer than half a second.
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> function(ada.get("/api/v1/insight"), 0).get("lag") instanceof Long);
      Map<?, ?> recurring = function(ada.get("/api/v1/insight"), 0);
      Map<?, ?> notification = function(ada.get("/api/v1/insight"), 1);

      assertThat(recurring.get("name")).isEqualTo("recurring");
      assertThat(recurring.get("running")).isEqualTo(1L);
      assertThat(recurring.get("handled")).isEqualTo(7L);
      assertThat(recurring.get("deadLetters")).isEqualTo(1L);
      assertThat(Duration.parse(String.valueOf(recurring.get("coldStart")))).isPositive();
      assertThat(notification.get("name")).isEqualTo("notification");
      assertThat(notification.get("running")).isEqualTo(0L);
      assertThat(notification.get("lastStartedAt")).isNull();
    }
  }

  @Test
  void thePageAnswersWhileKafkaIsAway() {
    try (RunningGateway gateway =
        RunningGateway.start(Map.of("PUNCTUAL_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1"))) {
      Caller ada = gateway.person();
      ada.post("/api/v1/tasks", "{\"title\":\"t\"}");

      Answer insight = ada.get("/api/v1/insight");

      assertThat(insight.status()).isEqualTo(200);
      assertThat(function(insight, 0).get("lag")).isNull();
      assertThat((Long) insight.field("outbox.waiting")).isEqualTo(2);
    }
  }

  private static Map<?, ?> function(Answer insight, int index) {
    return (Map<?, ?>) ((List<?>) insight.json().get("functions")).get(index);
  }
}
