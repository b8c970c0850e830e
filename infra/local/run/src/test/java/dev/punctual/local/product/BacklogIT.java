package dev.punctual.local.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.ConsumerGroup;
import dev.punctual.contracts.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Functions follow their lag, from zero to three and back, whatever became of their topic. */
class BacklogIT {
  private static final String TOPIC = Topic.REMINDERS_DUE.wireName();

  private static Product product;

  @BeforeAll
  static void start() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(90));
    product = Product.start();
  }

  @AfterAll
  static void stop() {
    product.close();
    Awaitility.reset();
  }

  @Test
  void aBacklogIsHandledByThreeProcessesWhichThenEnd() {
    long before = notifications();
    product.run().scaler().pause();
    product.reminders(product.people(200), 12_000, Instant.now());
    await().until(() -> product.lag("notification") >= 12_000);
    product.forgetSteps();

    product.run().scaler().resume();

    await().until(() -> notifications() - before == 12_000);
    await().until(() -> product.processes("notification") == 0);
    assertThat(product.steps())
        .filteredOn(step -> step.contains("notification"))
        .satisfiesExactly(
            step -> assertThat(step).contains("0 → 1"),
            step -> assertThat(step).contains("1 → 3"),
            step -> assertThat(step).contains("3 → 0"));
    assertThat(product.count("SELECT count(DISTINCT reminder_id) FROM notification"))
        .isEqualTo(notifications());
  }

  @Test
  void aGroupWithoutOffsetsOnATruncatedLogGoesBackToZero() throws Exception {
    await().until(() -> product.processes("notification") == 0);
    product.run().scaler().pause();
    product.reminders(product.people(1), 20, Instant.now());
    await().until(() -> product.lag("notification") >= 20);
    try (Admin admin = admin()) {
      admin
          .deleteRecords(
              IntStream.range(0, Topic.REMINDERS_DUE.partitions())
                  .mapToObj(number -> new TopicPartition(TOPIC, number))
                  .collect(
                      Collectors.toMap(
                          partition -> partition, partition -> RecordsToDelete.beforeOffset(-1))))
          .all()
          .get();
      admin.deleteConsumerGroups(List.of(ConsumerGroup.NOTIFICATION_DUE.wireName())).all().get();
    }
    await().until(() -> product.lag("notification") >= 20);

    product.run().scaler().resume();

    await().until(() -> product.processes("notification") > 0);
    await().until(() -> product.lag("notification") == 0 && product.processes("notification") == 0);
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", product.run().kafka().bootstrapServers()));
  }

  private static long notifications() {
    return product.count("SELECT count(*) FROM notification");
  }
}
