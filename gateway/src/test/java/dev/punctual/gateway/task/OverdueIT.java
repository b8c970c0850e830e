package dev.punctual.gateway.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Rows;
import dev.punctual.gateway.RunningGateway;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OverdueIT {
  private static final String TASKS = "/api/v1/tasks";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();
  private final Rows rows = new Rows(gateway.database(), ada.user());

  @Test
  void aTaskThatPassesItsDueIsToldOnceAndOnceMoreWhenItIsPutOff() {
    UUID task = due(2);
    UUID done = due(2);
    ada.post(TASKS + "/" + done + "/complete", null);

    awaitOverdue(task, 1);
    ada.patch(TASKS + "/" + task, "{\"title\":\"u\"}");
    assertThat(rows.timer("overdue", task)).isEmpty();
    ada.patch(TASKS + "/" + task, "{\"due\":{\"at\":\"" + Instant.now().plusSeconds(2) + "\"}}");
    assertThat(rows.timer("overdue", task)).isPresent();
    awaitOverdue(task, 2);

    assertThat(rows.timer("overdue", task)).isEmpty();
    assertThat(overdue(done)).isZero();
  }

  private UUID due(int seconds) {
    Instant at = Instant.now().plusSeconds(seconds);
    return ada.post(TASKS, "{\"title\":\"t\",\"due\":{\"at\":\"" + at + "\"}}").id();
  }

  private void awaitOverdue(UUID task, int times) {
    await().atMost(PATIENCE).until(() -> overdue(task) == times);
  }

  private int overdue(UUID task) {
    return Collections.frequency(rows.events(task), "task.overdue");
  }
}
