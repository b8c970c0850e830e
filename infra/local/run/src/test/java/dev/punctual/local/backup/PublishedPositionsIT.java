package dev.punctual.local.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.local.servers.TestServers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishedPositionsIT {
  @BeforeEach
  void emptyTopics() {
    TestServers.recreateTopics(Map.of("positions-a", 2, "positions-b", 1));
  }

  @Test
  void theHighestOfAllPartitionsCounts() throws Exception {
    send("positions-a", 0, "7");
    send("positions-a", 1, "41");
    send("positions-a", 1, "42");
    send("positions-b", 0, "12");
    assertThat(highest("positions-a", "positions-b")).isEqualTo(42);
  }

  @Test
  void emptyTopicsMissingTopicsAndStrangeHeadersAreNothing() throws Exception {
    assertThat(highest("positions-a", "positions-missing")).isZero();
    send("positions-a", 0, "9");
    send("positions-a", 0, null);
    send("positions-a", 0, "many");
    assertThat(highest("positions-a")).isEqualTo(9);
  }

  private static long highest(String... topics) {
    return PublishedPositions.highest(TestServers.bootstrapServers(), List.of(topics));
  }

  private static void send(String topic, int partition, String position) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", TestServers.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      ProducerRecord<String, String> record = new ProducerRecord<>(topic, partition, "k", "v");
      if (position != null) {
        record.headers().add("position", position.getBytes(StandardCharsets.UTF_8));
      }
      producer.send(record).get();
    }
  }
}
