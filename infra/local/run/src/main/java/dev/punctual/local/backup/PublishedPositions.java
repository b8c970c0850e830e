package dev.punctual.local.backup;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The positions that events in Kafka carry: some may be newer than any database that is left. */
public final class PublishedPositions {
  /** DESIGN §2: a decimal UTF-8 string. */
  private static final String HEADER = "position";

  /** Positions grow with offsets, up to repeats; a few records at the end need not be ours. */
  private static final int RECORDS_PER_PARTITION = 100;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private PublishedPositions() {}

  /** The highest position at the ends of these topics' partitions; 0 when there is none. */
  public static long highest(String bootstrapServers, Collection<String> topics) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "enable.auto.commit",
            false,
            "auto.offset.reset",
            "earliest",
            "enable.metrics.push",
            false,
            "default.api.timeout.ms",
            Math.toIntExact(PATIENCE.toMillis()));
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      consumer
          .listTopics()
          .forEach(
              (topic, infos) -> {
                if (topics.contains(topic)) {
                  for (PartitionInfo info : infos) {
                    partitions.add(new TopicPartition(topic, info.partition()));
                  }
                }
              });
      consumer.assign(partitions);
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      for (TopicPartition partition : partitions) {
        long from = ends.getOrDefault(partition, 0L) - RECORDS_PER_PARTITION;
        consumer.seek(partition, Math.max(begins.getOrDefault(partition, 0L), from));
      }
      return read(consumer, ends);
    }
  }

  private static long read(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    Instant until = Instant.now().plus(PATIENCE);
    long highest = 0;
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      if (Instant.now().isAfter(until)) {
        throw new BackupException("Kafka does not answer: the positions in it are unknown.");
      }
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
        highest = Math.max(highest, position(record));
      }
    }
    return highest;
  }

  private static long position(ConsumerRecord<byte[], byte[]> record) {
    Header header = record.headers().lastHeader(HEADER);
    if (header == null || header.value() == null) {
      return 0;
    }
    String text = new String(header.value(), StandardCharsets.UTF_8);
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }
}
