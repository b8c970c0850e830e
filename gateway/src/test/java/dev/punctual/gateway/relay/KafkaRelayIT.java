package dev.punctual.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.local.servers.TestServers;
import dev.punctual.runtime.kafka.KafkaAccess;
import dev.punctual.store.Outbox;
import dev.punctual.store.OutboxRow;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KafkaRelayIT extends RelayContract {
  @Override
  Publisher publisher() {
    return new KafkaPublisher(
        KafkaAccess.plaintext(TestServers.bootstrapServers()), name -> "no password");
  }

  @Test
  void publishingToABrokerThatIsAwayFailsAfterTenSeconds() {
    append(20);
    List<OutboxRow> rows =
        test.database().transaction(connection -> Outbox.givePositions(connection, 20));
    TestServers.kafka().stop();
    try {
      Publisher fresh = publisher();
      long begin = System.nanoTime();
      assertThatThrownBy(() -> fresh.publish(rows)).isInstanceOf(Publisher.PublishingFailed.class);
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .as("once, not once for each row")
          .isLessThan(KafkaPublisher.PATIENCE.multipliedBy(2));
    } finally {
      TestServers.kafka().startAgain();
    }
  }
}
