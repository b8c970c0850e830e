package dev.punctual.runtime;

import dev.punctual.contracts.ConsumerGroup;
import dev.punctual.runtime.secrets.Secrets;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Consumers as functions need them. */
final class KafkaConsumers {
  /** A batch has at most so many records. */
  static final int MAX_RECORDS = 500;

  private KafkaConsumers() {}

  static Consumer<byte[], byte[]> create(
      RuntimeConfig config, Secrets secrets, ConsumerGroup group) {
    Map<String, Object> properties = config.kafka().properties(secrets);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group.wireName());
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "punctual-" + config.function());
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // As in the scaler's trigger: an idle group would otherwise never reach zero.
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_RECORDS);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    // A member that was killed keeps its partitions no longer than this.
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
    // A member learns by its heartbeat that others have come: until then they wait for it.
    properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 500);
    // A request that is held for want of records holds all others to that broker, and at the start
    // the first one may go out before all partitions have a position: half a second in one of five.
    properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
