package dev.punctual.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.Topic;
import dev.punctual.contracts.event.CloudEvents;
import dev.punctual.contracts.event.Envelope;
import dev.punctual.local.servers.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic on the real broker, new and empty, with what a test does to it. */
public final class RecordsOnATopic implements AutoCloseable {
  private final Topic topic;
  private final Admin admin =
      Admin.create(Map.of("bootstrap.servers", TestServers.bootstrapServers()));
  private final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(
          Map.of(
              "bootstrap.servers", TestServers.bootstrapServers(), "acks", "all", "linger.ms", 1),
          new ByteArraySerializer(),
          new ByteArraySerializer());

  public RecordsOnATopic(Topic topic) {
    this.topic = topic;
    TestServers.recreateTopics(Map.of(topic.wireName(), topic.partitions()));
  }

  /** Sends events with their keys, and waits until the broker has them. */
  public void send(List<Envelope> events) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (Envelope event : events) {
      sent.add(
          producer.send(
              new ProducerRecord<>(
                  topic.wireName(),
                  event.data().key().toString().getBytes(UTF_8),
                  CloudEvents.encode(event))));
    }
    await(sent);
  }

  /** Sends a value as it is. */
  public void sendRaw(byte[] value) {
    await(List.of(producer.send(new ProducerRecord<>(topic.wireName(), 0, null, value))));
  }

  /** Deletes all records that are there; offsets go on. */
  public void truncate() {
    Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
    for (int partition = 0; partition < topic.partitions(); partition++) {
      all.put(new TopicPartition(topic.wireName(), partition), RecordsToDelete.beforeOffset(-1));
    }
    get(admin.deleteRecords(all).all());
  }

  /** Lets a group, which must have no member, begin again. */
  public void rewind(String group) {
    Map<TopicPartition, OffsetAndMetadata> first = new HashMap<>();
    for (TopicPartition partition : committed(group).keySet()) {
      first.put(partition, new OffsetAndMetadata(0));
    }
    get(admin.alterConsumerGroupOffsets(group, first).all());
  }

  /** Forgets a group's offsets. */
  public void forget(String group) {
    try {
      admin.deleteConsumerGroups(List.of(group)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw new IllegalStateException(e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** As KEDA counts it: what is not committed; without an offset, everything from 0 on. */
  public long lag(String group) {
    Map<TopicPartition, OffsetAndMetadata> committed = committed(group);
    long lag = 0;
    for (int number = 0; number < topic.partitions(); number++) {
      TopicPartition partition = new TopicPartition(topic.wireName(), number);
      long end =
          get(admin.listOffsets(Map.of(partition, OffsetSpec.latest())).all())
              .get(partition)
              .offset();
      OffsetAndMetadata offset = committed.get(partition);
      lag += end - (offset == null ? 0 : offset.offset());
    }
    return lag;
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
    admin.close(Duration.ofSeconds(5));
  }

  private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
    Map<TopicPartition, OffsetAndMetadata> all =
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    return all.entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .filter(entry -> entry.getKey().topic().equals(topic.wireName()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static void await(List<Future<RecordMetadata>> sent) {
    sent.forEach(RecordsOnATopic::get);
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static <T> T get(KafkaFuture<T> future) {
    return get((Future<T>) future.toCompletionStage().toCompletableFuture());
  }
}
