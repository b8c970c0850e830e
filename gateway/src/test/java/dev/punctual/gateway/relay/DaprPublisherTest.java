package dev.punctual.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.event.CloudEvents.Attributes;
import dev.punctual.gateway.config.DaprConfig;
import dev.punctual.gateway.dapr.Sidecar;
import dev.punctual.store.OutboxRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DaprPublisherTest {
  private final DaprPublisher publisher =
      new DaprPublisher(new Sidecar(new DaprConfig(1, null, "not used")));
  private final List<OutboxRow> rows = new ArrayList<>();

  @Test
  void noWaveHasTwoOfOneTopicAndKeyAndNoneOvertakes() {
    add("updates", "ada");
    add("updates", "bob");
    add("updates", "ada");
    add("due", "ada");
    add("updates", "ada");
    add("updates", "bob");

    assertThat(positions(publisher.portions(rows)))
        .containsExactly(List.of(1L, 2L, 4L), List.of(3L, 6L), List.of(5L));
  }

  @Test
  void nothingMakesNoWave() {
    assertThat(publisher.portions(List.of())).isEmpty();
  }

  private void add(String topic, String key) {
    long position = rows.size() + 1;
    rows.add(
        new OutboxRow(
            position,
            position,
            topic,
            new Attributes("id", "/test", "type", "subject", key, Instant.EPOCH, null),
            "{}"));
  }

  private static List<List<Long>> positions(List<List<OutboxRow>> waves) {
    return waves.stream().map(wave -> wave.stream().map(OutboxRow::position).toList()).toList();
  }
}
