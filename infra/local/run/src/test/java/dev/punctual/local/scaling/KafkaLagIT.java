package dev.punctual.local.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.local.servers.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaLagIT {
  private static final FunctionScaling ONE =
      new FunctionScaling("one", "lag-one", "group-one", 0, 3, 500, 0, Duration.ofSeconds(1));
  private static final FunctionScaling MISSING =
      new FunctionScaling("missing", "lag-none", "group-x", 0, 3, 500, 0, Duration.ofSeconds(1));

  private final Admin admin = Admin.create(Map.of("bootstrap.servers", servers()));
  private final KafkaLag lag = new KafkaLag(servers());

  @BeforeEach
  void emptyTopic() {
    TestServers.recreateTopics(Map.of("lag-one", 2));
  }

  @AfterEach
  void close() {
    lag.close();
    admin.close();
  }

  @Test
  void aGroupWithoutOffsetsHasTheWholeLogToRead() throws Exception {
    send(3, 2);
    assertThat(read()).containsEntry("one", new Lag(5, 2));
  }

  @Test
  void committedOffsetsCountAndATruncatedLogCountsFromItsCommittedEnd() throws Exception {
    send(3, 2);
    commit(0, 3);
    assertThat(read()).containsEntry("one", new Lag(2, 2));
    admin
        .deleteRecords(Map.of(new TopicPartition("lag-one", 1), RecordsToDelete.beforeOffset(2)))
        .all()
        .get();
    // KEDA counts the records that are gone, until the group commits its position.
    assertThat(read()).containsEntry("one", new Lag(2, 2));
    commit(1, 2);
    assertThat(read()).containsEntry("one", new Lag(0, 2));
  }

  @Test
  void aMissingTopicIsUnknownAndDisturbsNoOther() throws Exception {
    send(1, 0);
    assertThat(lag.read(List.of(ONE, MISSING))).containsOnlyKeys("one");
  }

  @Test
  void kafkaAwayIsUnknownAndItsReturnIsNoticed() throws Exception {
    send(1, 1);
    assertThat(read()).containsEntry("one", new Lag(2, 2));
    TestServers.kafka().stop();
    assertThat(read()).isEmpty();
    TestServers.kafka().startAgain();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(read()).containsEntry("one", new Lag(2, 2)));
  }

  private Map<String, Lag> read() {
    return lag.read(List.of(ONE));
  }

  private void commit(int partition, long offset) throws Exception {
    admin
        .alterConsumerGroupOffsets(
            "group-one",
            Map.of(new TopicPartition("lag-one", partition), new OffsetAndMetadata(offset)))
        .all()
        .get();
  }

  private static void send(int... countByPartition) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers()),
            new StringSerializer(),
            new StringSerializer())) {
      for (int partition = 0; partition < countByPartition.length; partition++) {
        for (int i = 0; i < countByPartition[partition]; i++) {
          producer.send(new ProducerRecord<>("lag-one", partition, "k", "v")).get();
        }
      }
    }
  }

  private static String servers() {
    return TestServers.bootstrapServers();
  }
}
