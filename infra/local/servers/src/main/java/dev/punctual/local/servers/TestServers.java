package dev.punctual.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka and one PostgreSQL for all tests of a JVM: started on first use in a temporary folder,
 * stopped and deleted when the JVM ends. Tests may stop them and start them again, and leave them
 * running.
 */
public final class TestServers {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private static @Nullable TestFolder folder;
  private static @Nullable EmbeddedKafka kafka;
  private static @Nullable EmbeddedPostgres postgres;
  private static @Nullable Admin admin;

  private TestServers() {}

  public static synchronized EmbeddedKafka kafka() {
    EmbeddedKafka running = kafka;
    if (running == null) {
      running =
          EmbeddedKafka.start(
              new EmbeddedKafka.Settings(
                  folder().resolve("kafka"), "127.0.0.1", 0, false, Map.of()));
      kafka = running;
    }
    return running;
  }

  public static synchronized EmbeddedPostgres postgres() {
    EmbeddedPostgres running = postgres;
    if (running == null) {
      running =
          EmbeddedPostgres.start(
              new EmbeddedPostgres.Settings(
                  folder().resolve("postgres"), 0, false, "punctual", false));
      postgres = running;
    }
    return running;
  }

  /** The JDBC URL of a new, empty database; user and password are those of the server. */
  public static String freshDatabase() {
    String name = "test_" + DATABASES.incrementAndGet();
    postgres().createDatabase(name);
    return postgres().jdbcUrl(name);
  }

  public static String databaseUser() {
    return postgres().user();
  }

  public static String databasePassword() {
    return postgres().password();
  }

  public static String bootstrapServers() {
    return kafka().bootstrapServers();
  }

  /** Deletes the topics of these names with their records, and creates them; all are writable. */
  public static synchronized void recreateTopics(Map<String, Integer> partitionsByTopic) {
    Set<String> names = partitionsByTopic.keySet();
    delete(names);
    Instant end = Instant.now().plus(PATIENCE);
    // What is deleted stays in the way for a moment.
    while (!tryCreate(partitionsByTopic)) {
      pause(end);
    }
    while (!areWritable(names)) {
      pause(end);
    }
  }

  private static void delete(Set<String> names) {
    try {
      Set<String> present = admin().listTopics().names().get();
      Set<String> doomed =
          names.stream().filter(present::contains).collect(Collectors.toUnmodifiableSet());
      admin().deleteTopics(doomed).all().get();
    } catch (ExecutionException e) {
      throw new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static boolean tryCreate(Map<String, Integer> partitionsByTopic) {
    try {
      admin()
          .createTopics(
              partitionsByTopic.entrySet().stream()
                  .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), (short) 1))
                  .toList())
          .all()
          .get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static boolean areWritable(Set<String> names) {
    try {
      return admin().describeTopics(names).allTopicNames().get().values().stream()
          .map(TopicDescription::partitions)
          .allMatch(all -> all.stream().allMatch(partition -> partition.leader() != null));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static void pause(Instant end) {
    if (Instant.now().isAfter(end)) {
      throw new IllegalStateException("the topics were not there after " + PATIENCE);
    }
    try {
      Thread.sleep(Duration.ofMillis(20));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted", e);
  }

  private static Admin admin() {
    Admin client = admin;
    if (client == null) {
      client = Admin.create(Map.of("bootstrap.servers", kafka().bootstrapServers()));
      admin = client;
    }
    return client;
  }

  private static synchronized Path folder() {
    TestFolder current = folder;
    if (current == null) {
      try {
        current = TestFolder.create(Path.of(System.getProperty("java.io.tmpdir")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      folder = current;
      Runtime.getRuntime().addShutdownHook(new Thread(TestServers::end, "end-test-servers"));
    }
    return current.path();
  }

  /** Not synchronized: a thread that is starting a server must not hold up the JVM's end. */
  private static void end() {
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
    if (postgres != null) {
      postgres.close();
    }
    if (kafka != null) {
      kafka.close();
    }
    if (folder != null) {
      folder.delete();
    }
  }
}
