package dev.punctual.gateway.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Topic;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.event.CloudEvents;
import dev.punctual.contracts.event.UpdateEvent.TaskChanged;
import dev.punctual.gateway.config.DatabaseConfig;
import dev.punctual.gateway.wake.DatabaseChannel;
import dev.punctual.local.servers.TestServers;
import dev.punctual.store.Outbox;
import dev.punctual.store.OutboxRow;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the relay does with either publisher, on real Kafka. */
abstract class RelayContract {
  final TestDatabase test = TestDatabase.fresh();
  final List<UserId> people = IntStream.range(0, 5).mapToObj(i -> test.person()).toList();
  private final List<Relay> relays = new ArrayList<>();
  final Map<UserId, List<String>> appended = new HashMap<>();
  private int number;

  @BeforeEach
  void newTopic() {
    TestServers.recreateTopics(
        Map.of(Topic.TASK_UPDATES.wireName(), Topic.TASK_UPDATES.partitions()));
  }

  @AfterEach
  void stop() throws InterruptedException {
    for (Relay relay : relays) {
      relay.stop();
    }
  }

  @Test
  void eachEventArrivesInOrderWithItsPosition() {
    append(2_500);
    start(publisher());
    append(500);

    await().atMost(Duration.ofSeconds(30)).until(() -> waiting() == 0);

    assertThat(told(read())).isEqualTo(appended);
  }

  @Test
  void aLeaderThatDiesBetweenPublishAndMarkIsSucceededWithoutGapOrDouble() {
    CountDownLatch published = new CountDownLatch(1);
    CountDownLatch forEver = new CountDownLatch(1);
    Publisher dying = dyingAfterPublishing(published, forEver);
    append(1_500);
    start(dying);
    await().until(() -> published.getCount() == 0);
    append(1_500);

    // The first one still holds its lease, as a process that was killed does.
    start(publisher());
    await().atMost(Duration.ofSeconds(40)).until(() -> waiting() == 0);
    // What a deposed leader still does must change nothing.
    forEver.countDown();
    append(10);
    await().atMost(Duration.ofSeconds(40)).until(() -> waiting() == 0);

    List<ConsumerRecord<String, byte[]>> records = read();
    assertThat(records).as("repeats are expected").hasSizeGreaterThan(3_010);
    assertThat(told(records)).isEqualTo(appended);
  }

  @Test
  void whileKafkaIsAwayEventsWaitAndFollowInOrder() {
    start(publisher());
    append(100);
    await().atMost(Duration.ofSeconds(60)).until(() -> waiting() == 0);
    TestServers.kafka().stop();
    try {
      append(700);
      assertThat(waiting()).isEqualTo(700);
    } finally {
      TestServers.kafka().startAgain();
    }
    append(100);

    await().atMost(Duration.ofSeconds(60)).until(() -> waiting() == 0);

    assertThat(told(read())).isEqualTo(appended);
  }

  /** A publisher as another gateway would have it. */
  abstract Publisher publisher();

  final void start(Publisher publisher) {
    Relay relay =
        new Relay(
            test.database(),
            publisher,
            new DatabaseChannel(
                new DatabaseConfig(test.url(), TestDatabase.PRODUCT.user()),
                name -> TestDatabase.PRODUCT.password()));
    relays.add(relay);
    relay.start(null);
  }

  /** Publishes its first batch and is then never heard of again, until {@code end}. */
  private Publisher dyingAfterPublishing(CountDownLatch published, CountDownLatch end) {
    Publisher kafka = publisher();
    return new Publisher() {
      @Override
      public void publish(List<OutboxRow> rows) throws PublishingFailed {
        kafka.publish(rows);
        published.countDown();
        try {
          end.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }

      @Override
      public List<List<OutboxRow>> portions(List<OutboxRow> rows) {
        return kafka.portions(rows);
      }

      @Override
      public int mostOfOneKey() {
        return kafka.mostOfOneKey();
      }

      @Override
      public void release() {
        kafka.release();
      }
    };
  }

  final void append(int count) {
    for (int i = 0; i < count; i++) {
      append(people.get(number % people.size()));
    }
  }

  final void append(UserId user) {
    String title = "event " + number++;
    TaskRow row = TestDatabase.task(user, title);
    test.database()
        .write(
            connection ->
                Outbox.append(
                    connection,
                    "/punctual/test",
                    TestDatabase.NOW,
                    null,
                    List.of(new TaskChanged(user, row.task().id(), row.task()))));
    appended.computeIfAbsent(user, who -> new ArrayList<>()).add(title);
  }

  final long waiting() {
    return test.count("SELECT count(*) FROM outbox WHERE published_at IS NULL");
  }

  /** What each person's stream would be told: a position that is not above the last is dropped. */
  static Map<UserId, List<String>> told(List<ConsumerRecord<String, byte[]>> records) {
    Map<UserId, Long> last = new HashMap<>();
    Map<Long, String> ids = new HashMap<>();
    Map<UserId, List<String>> told = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      var event = ((CloudEvents.Known) CloudEvents.decode(record.value())).envelope();
      UserId user = event.data().userId();
      long position =
          Long.parseLong(new String(record.headers().lastHeader("position").value(), UTF_8));
      assertThat(ids.putIfAbsent(position, event.id().toString()))
          .as("a repeat keeps id and position")
          .isIn(null, event.id().toString());
      if (position > last.getOrDefault(user, 0L)) {
        last.put(user, position);
        told.computeIfAbsent(user, who -> new ArrayList<>())
            .add(((TaskChanged) event.data()).task().title());
      }
    }
    return told;
  }

  static List<ConsumerRecord<String, byte[]>> read() {
    Map<String, Object> properties =
        Map.of(
            "bootstrap.servers",
            TestServers.bootstrapServers(),
            "client.id",
            "test-" + Uuid7.next());
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, Topic.TASK_UPDATES.partitions())
              .mapToObj(i -> new TopicPartition(Topic.TASK_UPDATES.wireName(), i))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long end = consumer.endOffsets(partitions).values().stream().mapToLong(n -> n).sum();
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      while (records.size() < end) {
        consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
      }
      return records;
    }
  }
}
