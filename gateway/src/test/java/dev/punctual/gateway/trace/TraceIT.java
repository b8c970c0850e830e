package dev.punctual.gateway.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.RunningGateway;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A gateway that exports nothing. */
class TraceIT {
  private static final String TRACEPARENT =
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();

  @Test
  void aCallersTraceIsGivenOnToEventsAndTimers() {
    UUID task = create(TRACEPARENT);
    UUID reminder =
        ada.send(
                "POST",
                "/api/v1/reminders",
                "{\"taskId\":\"" + task + "\",\"at\":\"2099-01-01T00:00:00Z\"}",
                "traceparent",
                TRACEPARENT)
            .id();

    assertThat(traced("outbox WHERE subject", task)).isPositive();
    assertThat(traced("timer WHERE subject_id", reminder)).isEqualTo(1);
  }

  @Test
  void withoutATraceOrWithWhatIsNoneThereIsNone() {
    assertThat(traced("outbox WHERE subject", ada.post("/api/v1/tasks", "{\"title\":\"x\"}").id()))
        .isZero();
    assertThat(traced("outbox WHERE subject", create("00-zz"))).isZero();
  }

  private UUID create(String traceparent) {
    return ada.send("POST", "/api/v1/tasks", "{\"title\":\"x\"}", "traceparent", traceparent).id();
  }

  private long traced(String rows, UUID subject) {
    return gateway
        .database()
        .count("SELECT count(*) FROM " + rows + " = ? AND traceparent = ?", subject, TRACEPARENT);
  }
}
