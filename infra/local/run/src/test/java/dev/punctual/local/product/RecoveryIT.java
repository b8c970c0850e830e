package dev.punctual.local.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With the second sweep every three seconds instead of every five minutes. */
class RecoveryIT {
  private static final String TOPIC = Topic.REMINDERS_DUE.wireName();

  private static Product product;

  @BeforeAll
  static void start() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(90));
    product = Product.start(Map.of("PUNCTUAL_RECOVERY_AFTER", "PT3S"));
  }

  @AfterAll
  static void stop() {
    product.close();
    Awaitility.reset();
  }

  @Test
  void whatWasInATopicThatIsGoneComesAgain() throws Exception {
    product.run().scaler().pause();
    product.reminders(product.people(5), 50, Instant.now());
    await().until(() -> product.lag("notification") >= 50);
    try (Admin admin = admin()) {
      admin.deleteTopics(List.of(TOPIC)).all().get();
      await()
          .ignoreExceptions()
          .until(
              () -> {
                admin
                    .createTopics(
                        List.of(new NewTopic(TOPIC, Topic.REMINDERS_DUE.partitions(), (short) 1)))
                    .all()
                    .get();
                return true;
              });
    }

    product.run().scaler().resume();

    await().until(() -> product.count("SELECT count(*) FROM notification") == 50);
    await().until(() -> product.processes("notification") == 0);
    assertThat(product.count("SELECT count(DISTINCT reminder_id) FROM notification")).isEqualTo(50);
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", product.run().kafka().bootstrapServers()));
  }
}
