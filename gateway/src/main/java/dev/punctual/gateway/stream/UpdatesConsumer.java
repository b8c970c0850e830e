package dev.punctual.gateway.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Topic;
import dev.punctual.contracts.event.CloudEvents;
import dev.punctual.contracts.event.Envelope;
import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.trace.Traces;
import dev.punctual.runtime.kafka.KafkaAccess;
import dev.punctual.runtime.secrets.Secrets;
import dev.punctual.runtime.trace.Span;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all of task-updates from now on, without a group: every gateway tells its own streams. When
 * it lost its place, streams are closed, and their readers replay from the outbox what was missed.
 */
@Singleton
final class UpdatesConsumer {
  private static final Logger LOG = LoggerFactory.getLogger(UpdatesConsumer.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final long RETRY_MILLIS = 1_000;

  private final KafkaAccess access;
  private final Secrets secrets;
  private final Streams streams;
  private final Traces traces;
  private final Thread thread = Thread.ofPlatform().name("updates").unstarted(this::run);
  private volatile boolean stopping;

  UpdatesConsumer(KafkaAccess access, Secrets secrets, Streams streams, Traces traces) {
    this.access = access;
    this.secrets = secrets;
    this.streams = streams;
    this.traces = traces;
  }

  @EventListener
  void start(ServerStartupEvent event) {
    thread.start();
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    thread.join(Duration.ofSeconds(3));
  }

  @Scheduled(fixedDelay = "15s", initialDelay = "15s")
  void heartbeat() {
    streams.heartbeat();
  }

  private void run() {
    while (!stopping) {
      try (Consumer<String, byte[]> consumer = create()) {
        consume(consumer);
      } catch (RuntimeException e) {
        LOG.warn("streams wait for Kafka: {}", e.getMessage());
        pause();
      }
      // Whatever was told meanwhile is in the outbox.
      streams.closeAll();
    }
  }

  private void consume(Consumer<String, byte[]> consumer) {
    List<TopicPartition> partitions =
        IntStream.range(0, Topic.TASK_UPDATES.partitions())
            .mapToObj(number -> new TopicPartition(Topic.TASK_UPDATES.wireName(), number))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    for (TopicPartition partition : partitions) {
      LOG.debug("{} from {}", partition, consumer.position(partition));
    }
    // Streams that were opened before this moment may have missed something.
    streams.closeAll();
    while (!stopping) {
      try {
        consumer.poll(POLL).forEach(this::tell);
      } catch (InvalidOffsetException e) {
        LOG.warn("task-updates has moved on without us: {}", e.getMessage());
        return;
      }
    }
  }

  private void tell(ConsumerRecord<String, byte[]> record) {
    Header position = record.headers().lastHeader("position");
    if (position == null || record.key() == null) {
      LOG.warn("an update without key or position at offset {}", record.offset());
      return;
    }
    try {
      UserId user = new UserId(UUID.fromString(record.key()));
      // Most people have no stream open here: look before decoding.
      if (streams.concern(user)
          && CloudEvents.decode(record.value()) instanceof CloudEvents.Known(Envelope event)) {
        Instant start = Instant.now();
        streams.dispatch(
            user,
            new Update(
                Long.parseLong(new String(position.value(), UTF_8)),
                event.type().wireName(),
                Json.write(event.data())));
        traces.message(event.traceparent(), Span.Kind.CONSUMER, record.topic(), "process", start);
      }
    } catch (IllegalArgumentException e) {
      LOG.warn("an update that is none at offset {}: {}", record.offset(), e.getMessage());
    }
  }

  private Consumer<String, byte[]> create() {
    Map<String, Object> properties = access.properties(secrets);
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "punctual-updates");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private void pause() {
    try {
      Thread.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }
}
