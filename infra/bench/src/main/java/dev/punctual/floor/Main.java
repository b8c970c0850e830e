package dev.punctual.floor;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The least that a consumer with exactly one effect per record does: join its group, poll, insert a
 * row under the record's own key, commit, commit the offset. kafka-clients and pgjdbc, nothing
 * else; the database is reached while the group is joined. Nothing runs faster on these two
 * libraries.
 */
public final class Main {
  public static final String TOPIC = "bench-floor";

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    FutureTask<Connection> connecting = new FutureTask<>(Main::connect);
    Thread.ofPlatform().daemon().start(connecting);
    KafkaConsumer<byte[], byte[]> consumer = consumer();
    Thread main = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(consumer, main)));
    consumer.subscribe(List.of(TOPIC));
    try {
      while (true) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofSeconds(1));
        if (!records.isEmpty()) {
          save(connecting.get(), records);
          consumer.commitSync(next(records));
        }
      }
    } catch (WakeupException e) {
      consumer.close();
    }
  }

  private static Connection connect() throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            System.getenv("PUNCTUAL_DATABASE_URL"),
            System.getenv("PUNCTUAL_DATABASE_USER"),
            System.getenv("PUNCTUAL_SECRET_DATABASE_PASSWORD"));
    connection.setAutoCommit(false);
    return connection;
  }

  private static KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("bootstrap.servers", System.getenv("PUNCTUAL_KAFKA_BOOTSTRAP_SERVERS"));
    properties.put("group.id", TOPIC);
    properties.put("enable.auto.commit", false);
    properties.put("auto.offset.reset", "earliest");
    properties.put("metric.reporters", "");
    properties.put("enable.metrics.push", false);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static void save(Connection connection, ConsumerRecords<byte[], byte[]> records)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO bench_floor (partition_number, record_offset, value) VALUES (?, ?, ?)"
                + " ON CONFLICT DO NOTHING")) {
      for (ConsumerRecord<byte[], byte[]> record : records) {
        insert.setInt(1, record.partition());
        insert.setLong(2, record.offset());
        insert.setBytes(3, record.value());
        insert.addBatch();
      }
      int[] unused = insert.executeBatch();
    }
    connection.commit();
  }

  /**
   * Without the leader's epoch: it would be validated at the next start, behind a fetch that waits
   * half a second for records of the other partitions.
   */
  private static Map<TopicPartition, OffsetAndMetadata> next(
      ConsumerRecords<byte[], byte[]> records) {
    Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      next.put(
          new TopicPartition(record.topic(), record.partition()),
          new OffsetAndMetadata(record.offset() + 1));
    }
    return next;
  }

  private static void end(KafkaConsumer<byte[], byte[]> consumer, Thread main) {
    consumer.wakeup();
    try {
      main.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
