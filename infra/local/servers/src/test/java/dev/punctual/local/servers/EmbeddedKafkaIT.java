package dev.punctual.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.local.servers.ServerException.Reason;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
  @TempDir Path temp;

  @Test
  void keepsRecordsAndPortWhenItIsStoppedAndStartedAgain() throws Exception {
    EmbeddedKafka kafka = TestServers.kafka();
    TestServers.recreateTopics(Map.of("kept", 2));
    String servers = kafka.bootstrapServers();
    try (KafkaProducer<String, String> producer = producer(servers)) {
      producer.send(new ProducerRecord<>("kept", 1, "k", "before")).get();
      kafka.stop();
      assertThat(kafka.isRunning()).isFalse();
      kafka.startAgain();
      producer.send(new ProducerRecord<>("kept", 1, "k", "after")).get();
    }
    assertThat(kafka.bootstrapServers()).isEqualTo(servers);
    assertThat(read(servers, "kept", 1)).containsExactly("before", "after");
  }

  @Test
  void recreatingATopicEmptiesIt() throws Exception {
    TestServers.recreateTopics(Map.of("emptied", 1));
    String servers = TestServers.bootstrapServers();
    try (KafkaProducer<String, String> producer = producer(servers)) {
      producer.send(new ProducerRecord<>("emptied", 0, "k", "old")).get();
      TestServers.recreateTopics(Map.of("emptied", 1));
      producer.send(new ProducerRecord<>("emptied", 0, "k", "new")).get();
    }
    assertThat(read(servers, "emptied", 0)).containsExactly("new");
  }

  @Test
  void findsItsDataAfterAnotherStartOnTheSameFolder() throws Exception {
    EmbeddedKafka.Settings settings =
        new EmbeddedKafka.Settings(temp, "127.0.0.1", 0, true, Map.of());
    int port;
    try (EmbeddedKafka first = EmbeddedKafka.start(settings)) {
      port = first.port();
    }
    try (EmbeddedKafka second = EmbeddedKafka.start(settings)) {
      assertThat(second.port()).isEqualTo(port);
    }
  }

  @Test
  void refusesAPortInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      EmbeddedKafka.Settings settings =
          new EmbeddedKafka.Settings(temp, "127.0.0.1", taken.getLocalPort(), true, Map.of());
      assertThatThrownBy(() -> EmbeddedKafka.start(settings))
          .isInstanceOfSatisfying(
              ServerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.PORT_IN_USE));
    }
  }

  private static KafkaProducer<String, String> producer(String servers) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", servers), new StringSerializer(), new StringSerializer());
  }

  private static List<String> read(String servers, String topic, int partition) {
    Map<String, Object> config = new HashMap<>(Map.of("bootstrap.servers", servers));
    config.put("auto.offset.reset", "earliest");
    config.put("enable.auto.commit", "false");
    TopicPartition assigned = new TopicPartition(topic, partition);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(assigned));
      long end = consumer.endOffsets(List.of(assigned)).get(assigned);
      List<String> values = new java.util.ArrayList<>();
      while (consumer.position(assigned) < end) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
          values.add(record.value());
        }
      }
      return values;
    }
  }
}
