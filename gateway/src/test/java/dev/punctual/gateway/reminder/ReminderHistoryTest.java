package dev.punctual.gateway.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.ReminderStep;
import dev.punctual.contracts.ReminderStep.What;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReminderHistoryTest {
  @Test
  void wakeUpsAreCountedAndWhatCameOfThemWithThem() {
    List<ReminderStep> told =
        ReminderHistory.numbered(
            List.of(
                step(What.ARMED, null),
                step(What.WOKEN, null),
                step(What.HANDLED, null),
                step(What.SENT, 3),
                step(What.ARMED, null),
                step(What.WOKEN, null),
                step(What.HANDLED, null)));

    assertThat(told).extracting(ReminderStep::attempt).containsExactly(null, 1, 1, 3, null, 2, 2);
  }

  private static ReminderStep step(What what, @Nullable Integer attempt) {
    return new ReminderStep(Instant.EPOCH, what, null, null, null, null, attempt, null, null);
  }
}
