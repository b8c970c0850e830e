package dev.punctual.gateway.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.event.CloudEvents;
import dev.punctual.gateway.dapr.WithoutDapr;
import dev.punctual.runtime.kafka.KafkaAccess;
import dev.punctual.runtime.secrets.SecretMissing;
import dev.punctual.runtime.secrets.Secrets;
import dev.punctual.store.OutboxRow;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's own producer, idempotent: within a partition the broker takes a batch only after the ones
 * before it. An attempt that is given up closes the producer, so that none of its records is sent
 * afterwards.
 */
@Singleton
@WithoutDapr
final class KafkaPublisher implements Publisher {
  /** How long publishing may fail until it has failed (DESIGN §2). */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final KafkaAccess access;
  private final Secrets secrets;
  private @Nullable Producer<String, byte[]> producer;

  KafkaPublisher(KafkaAccess access, Secrets secrets) {
    this.access = access;
    this.secrets = secrets;
  }

  @Override
  public void publish(List<OutboxRow> rows) throws PublishingFailed {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      Producer<String, byte[]> open = open();
      List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
      for (OutboxRow row : rows) {
        Future<RecordMetadata> future = open.send(record(row));
        if (future.isDone()) {
          // Refused at once, after all that Kafka's absence may cost: nothing may follow it.
          RecordMetadata refusal = future.get();
          assert refusal != null;
        }
        sent.add(future);
      }
      for (Future<RecordMetadata> future : sent) {
        RecordMetadata metadata =
            future.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        assert metadata.topic() != null;
      }
    } catch (ExecutionException e) {
      release();
      throw new PublishingFailed(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException | KafkaException | SecretMissing | UncheckedIOException e) {
      release();
      throw new PublishingFailed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      release();
      throw new PublishingFailed(e);
    }
  }

  @Override
  public int mostOfOneKey() {
    return Relay.BATCH;
  }

  @Override
  public List<List<OutboxRow>> portions(List<OutboxRow> rows) {
    return List.of(rows);
  }

  @Override
  public synchronized void release() {
    Producer<String, byte[]> open = producer;
    producer = null;
    if (open != null) {
      open.close(Duration.ZERO);
    }
  }

  private synchronized Producer<String, byte[]> open() {
    Producer<String, byte[]> open = producer;
    if (open == null) {
      open = create();
      producer = open;
    }
    return open;
  }

  private Producer<String, byte[]> create() {
    Map<String, Object> properties = access.properties(secrets);
    properties.put(ProducerConfig.CLIENT_ID_CONFIG, "punctual-relay");
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    // Never expires a batch by itself while another of its partition goes on.
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 120_000);
    return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
  }

  private static ProducerRecord<String, byte[]> record(OutboxRow row) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            row.topic(), row.attributes().key(), CloudEvents.encode(row.attributes(), row.data()));
    record.headers().add("content-type", CloudEvents.CONTENT_TYPE.getBytes(UTF_8));
    record.headers().add(POSITION_HEADER, Long.toString(row.position()).getBytes(UTF_8));
    return record;
  }
}
