package dev.punctual.gateway.insight;

import dev.punctual.contracts.ConsumerGroup;
import dev.punctual.runtime.kafka.KafkaAccess;
import dev.punctual.runtime.secrets.SecretMissing;
import dev.punctual.runtime.secrets.Secrets;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many records wait for each consumer group, as KEDA counts them: without a committed offset
 * the whole log. An answer is kept for a second, also that there was none.
 */
@Singleton
final class KafkaLag {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaLag.class);
  private static final Duration DEADLINE = Duration.ofMillis(500);
  private static final Duration KEPT = Duration.ofSeconds(1);

  private final KafkaAccess access;
  private final Secrets secrets;
  private @Nullable Admin admin;
  private Map<ConsumerGroup, Long> answer = Map.of();
  private @Nullable Long askedAt;

  KafkaLag(KafkaAccess access, Secrets secrets) {
    this.access = access;
    this.secrets = secrets;
  }

  /** By group; empty when Kafka does not answer within half a second. */
  synchronized Map<ConsumerGroup, Long> byGroup() {
    Long last = askedAt;
    if (last == null || System.nanoTime() - last > KEPT.toNanos()) {
      answer = ask();
      askedAt = System.nanoTime();
    }
    return answer;
  }

  @PreDestroy
  synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
      admin = null;
    }
  }

  private Map<ConsumerGroup, Long> ask() {
    try {
      return count(client());
    } catch (ExecutionException
        | TimeoutException
        | KafkaException
        | SecretMissing
        | UncheckedIOException e) {
      LOG.debug("no lag: {}", e.getMessage());
      // The next one asks for the password anew: it may have been changed.
      close();
      return Map.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Map.of();
    }
  }

  private Admin client() {
    Admin open = admin;
    if (open == null) {
      Map<String, Object> properties = access.properties(secrets);
      properties.put("client.id", "gateway-insight");
      properties.put("request.timeout.ms", (int) DEADLINE.toMillis());
      properties.put("default.api.timeout.ms", (int) DEADLINE.toMillis());
      open = Admin.create(properties);
      admin = open;
    }
    return open;
  }

  private static Map<ConsumerGroup, Long> count(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<TopicPartition> partitions =
        Arrays.stream(ConsumerGroup.values()).flatMap(group -> partitions(group).stream()).toList();
    Map<String, ListConsumerGroupOffsetsSpec> groups = new HashMap<>();
    for (ConsumerGroup group : ConsumerGroup.values()) {
      groups.put(
          group.wireName(), new ListConsumerGroupOffsetsSpec().topicPartitions(partitions(group)));
    }
    // All three are on their way before the first is waited for: one deadline for all.
    var committed = admin.listConsumerGroupOffsets(groups).all();
    ListOffsetsResult earliest = admin.listOffsets(at(partitions, OffsetSpec.earliest()));
    ListOffsetsResult latest = admin.listOffsets(at(partitions, OffsetSpec.latest()));
    KafkaFuture.allOf(committed, earliest.all(), latest.all())
        .get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    Map<ConsumerGroup, Long> lag = new EnumMap<>(ConsumerGroup.class);
    for (ConsumerGroup group : ConsumerGroup.values()) {
      lag.put(
          group,
          waiting(
              partitions(group),
              committed.get().getOrDefault(group.wireName(), Map.of()),
              earliest.all().get(),
              latest.all().get()));
    }
    return Map.copyOf(lag);
  }

  private static long waiting(
      List<TopicPartition> partitions,
      Map<TopicPartition, OffsetAndMetadata> committed,
      Map<TopicPartition, ListOffsetsResultInfo> earliest,
      Map<TopicPartition, ListOffsetsResultInfo> latest) {
    long waiting = 0;
    for (TopicPartition partition : partitions) {
      OffsetAndMetadata offset = committed.get(partition);
      long first = offset(earliest, partition);
      long from = offset == null ? first : Math.max(first, offset.offset());
      waiting += Math.max(0, offset(latest, partition) - from);
    }
    return waiting;
  }

  private static long offset(
      Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
    return Objects.requireNonNull(offsets.get(partition)).offset();
  }

  private static List<TopicPartition> partitions(ConsumerGroup group) {
    return IntStream.range(0, group.topic().partitions())
        .mapToObj(number -> new TopicPartition(group.topic().wireName(), number))
        .toList();
  }

  private static Map<TopicPartition, OffsetSpec> at(
      List<TopicPartition> partitions, OffsetSpec spec) {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition, spec));
    return wanted;
  }
}
