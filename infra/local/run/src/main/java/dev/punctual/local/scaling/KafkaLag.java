package dev.punctual.local.scaling;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Lag as KEDA's Kafka scaler computes it, with one client for all functions. */
public final class KafkaLag implements LagSource {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Admin admin;

  /** Partitions by topic; a topic whose offsets cannot be read is looked up anew. */
  private final Map<String, Integer> partitions = new HashMap<>();

  public KafkaLag(String bootstrapServers) {
    int patience = Math.toIntExact(PATIENCE.toMillis());
    admin =
        Admin.create(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "client.id",
                "punctual-scaler",
                "default.api.timeout.ms",
                patience,
                "request.timeout.ms",
                patience,
                "reconnect.backoff.max.ms",
                500,
                "enable.metrics.push",
                false));
  }

  @Override
  public Map<String, Lag> read(Collection<FunctionScaling> functions) {
    lookUpTopics(functions);
    Map<String, List<TopicPartition>> read = new HashMap<>();
    for (FunctionScaling function : functions) {
      Integer count = partitions.get(function.topic());
      if (count != null) {
        read.put(
            function.name(),
            IntStream.range(0, count)
                .mapToObj(partition -> new TopicPartition(function.topic(), partition))
                .toList());
      }
    }
    if (read.isEmpty()) {
      return Map.of();
    }
    ListOffsetsResult ends =
        admin.listOffsets(
            read.values().stream()
                .flatMap(List::stream)
                .distinct()
                .collect(Collectors.toMap(partition -> partition, any -> OffsetSpec.latest())));
    ListConsumerGroupOffsetsResult committed =
        admin.listConsumerGroupOffsets(
            functions.stream()
                .filter(function -> read.containsKey(function.name()))
                .collect(
                    Collectors.toMap(
                        FunctionScaling::consumerGroup,
                        function ->
                            new ListConsumerGroupOffsetsSpec()
                                .topicPartitions(read.get(function.name())))));
    Map<String, Lag> lags = new HashMap<>();
    for (FunctionScaling function : functions) {
      List<TopicPartition> all = read.get(function.name());
      if (all != null) {
        Lag lag = lag(function, all, ends, committed);
        if (lag != null) {
          lags.put(function.name(), lag);
        }
      }
    }
    return lags;
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }

  private void lookUpTopics(Collection<FunctionScaling> functions) {
    List<String> unknown =
        functions.stream()
            .map(FunctionScaling::topic)
            .filter(topic -> !partitions.containsKey(topic))
            .distinct()
            .toList();
    if (unknown.isEmpty()) {
      return;
    }
    admin
        .describeTopics(unknown)
        .topicNameValues()
        .forEach(
            (topic, future) -> {
              var description = get(future);
              if (description != null) {
                partitions.put(topic, description.partitions().size());
              }
            });
  }

  private @Nullable Lag lag(
      FunctionScaling function,
      List<TopicPartition> all,
      ListOffsetsResult ends,
      ListConsumerGroupOffsetsResult committed) {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        get(committed.partitionsToOffsetAndMetadata(function.consumerGroup()));
    long records = 0;
    for (TopicPartition partition : all) {
      var end = get(ends.partitionResult(partition));
      if (end == null || offsets == null) {
        partitions.remove(function.topic());
        return null;
      }
      OffsetAndMetadata offset = offsets.get(partition);
      records += Math.max(0, end.offset() - (offset == null ? 0 : offset.offset()));
    }
    return new Lag(records, all.size());
  }

  /** Null when Kafka cannot say: it is away, or knows no such topic or group now. */
  private static <T> @Nullable T get(KafkaFuture<T> future) {
    try {
      return future.get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
