package dev.punctual.local;

import dev.punctual.contracts.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;

/** The topics of the contract, which exist before anything consumes. */
final class Topics {
  private static final Duration LONGEST_SEGMENT = Duration.ofHours(12);

  private Topics() {}

  static List<String> names() {
    return Arrays.stream(Topic.values()).map(Topic::wireName).toList();
  }

  /** Creates those that are missing; what exists keeps its records. */
  static void create(String bootstrapServers) {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", bootstrapServers, "enable.metrics.push", false))) {
      Set<String> present = admin.listTopics().names().get();
      admin
          .createTopics(
              Arrays.stream(Topic.values())
                  .filter(topic -> !present.contains(topic.wireName()))
                  .map(Topics::settings)
                  .toList())
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new KafkaException("the topics cannot be created", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while creating the topics", e);
    }
  }

  /** Kafka deletes whole segments only: one must end well before its records are to go. */
  private static NewTopic settings(Topic topic) {
    Duration segment = topic.retention().dividedBy(4);
    if (segment.compareTo(LONGEST_SEGMENT) > 0) {
      segment = LONGEST_SEGMENT;
    }
    return new NewTopic(topic.wireName(), topic.partitions(), (short) 1)
        .configs(
            Map.of(
                "retention.ms", Long.toString(topic.retention().toMillis()),
                "segment.ms", Long.toString(segment.toMillis())));
  }
}
