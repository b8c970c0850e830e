package dev.punctual.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.gateway.Caller.Answer;
import dev.punctual.local.servers.TestServers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseAwayIT {
  @Test
  void requestsAreToldToComeAgainAndServedOnceItIsBack() {
    try (RunningGateway gateway = RunningGateway.start(Map.of())) {
      Caller ada = gateway.person();
      TestServers.postgres().stop();
      try {
        Answer refused = ada.post("/api/v1/tasks", "{\"title\":\"t\"}");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text("code")).isEqualTo("unavailable");
        assertThat(refused.header("Retry-After")).isEqualTo("2");
      } finally {
        TestServers.postgres().startAgain();
      }
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> ada.post("/api/v1/tasks", "{\"title\":\"t\"}").status() == 201);
    }
  }
}
