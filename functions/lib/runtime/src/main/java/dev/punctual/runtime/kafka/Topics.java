package dev.punctual.runtime.kafka;

import dev.punctual.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * The topics of the contract on a broker. They are brought to what they should be; records, and
 * partitions that are more than asked for, stay.
 */
public final class Topics {
  /** Kafka deletes whole segments only: one must end well before its records are to go. */
  private static final Duration LONGEST_SEGMENT = Duration.ofHours(12);

  private static final Duration OFFSETS_RETENTION = Duration.ofDays(30);

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final Admin admin;
  private final short replication;
  private final int minInsync;

  /**
   * @param replication copies of each partition when a topic is made, from 1
   * @param minInsync copies that must have a record before it counts as written, from 1
   */
  public Topics(Admin admin, int replication, int minInsync) {
    if (minInsync < 1 || replication < minInsync || replication > Short.MAX_VALUE) {
      throw new IllegalArgumentException(
          "of "
              + replication
              + " copies "
              + minInsync
              + " cannot be in sync: 1 ≤ minimum ≤ copies");
    }
    this.admin = admin;
    this.replication = (short) replication;
    this.minInsync = minInsync;
  }

  /** The names of all of them. */
  public static List<String> names() {
    return Arrays.stream(Topic.values()).map(Topic::wireName).toList();
  }

  /**
   * Creates those that are missing, and brings partitions and settings of the others to the
   * contract.
   *
   * @return what was done, a line for each; empty: everything was as it should be
   * @throws KafkaException when the broker refuses or does not answer
   */
  public List<String> bring() {
    try {
      List<String> done = new ArrayList<>(create());
      done.addAll(onceKnown(this::addPartitions));
      done.addAll(onceKnown(this::set));
      return done;
    } catch (ExecutionException e) {
      throw new KafkaException("the topics cannot be brought to the contract", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  /** What the broker lacks of what we count on, a sentence for each. */
  public List<String> warnings() {
    try {
      Collection<Node> nodes = admin.describeCluster().nodes().get();
      ConfigResource broker =
          new ConfigResource(
              ConfigResource.Type.BROKER, Integer.toString(nodes.iterator().next().id()));
      return warnings(
          admin.describeConfigs(List.of(broker)).all().get().values().iterator().next());
    } catch (ExecutionException e) {
      return List.of("The broker does not tell its settings: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  private interface Step {
    List<String> take() throws ExecutionException, InterruptedException;
  }

  /** A topic that was just made is not known to every broker at once. */
  private static List<String> onceKnown(Step step) throws ExecutionException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return step.take();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
            || System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(LOOK_AGAIN);
      }
    }
  }

  private List<String> create() throws ExecutionException, InterruptedException {
    Collection<String> present = admin.listTopics().names().get();
    List<Topic> missing =
        Arrays.stream(Topic.values()).filter(topic -> !present.contains(topic.wireName())).toList();
    Map<String, KafkaFuture<Void>> created =
        admin.createTopics(missing.stream().map(this::settings).toList()).values();
    List<String> done = new ArrayList<>();
    for (Map.Entry<String, KafkaFuture<Void>> topic : created.entrySet()) {
      if (isNews(topic.getValue(), TopicExistsException.class)) {
        done.add("created " + topic.getKey());
      }
    }
    return done;
  }

  private List<String> addPartitions() throws ExecutionException, InterruptedException {
    Map<String, TopicDescription> described = admin.describeTopics(names()).allTopicNames().get();
    Map<String, NewPartitions> more = new HashMap<>();
    for (Topic topic : Topic.values()) {
      TopicDescription description = described.get(topic.wireName());
      if (description != null && description.partitions().size() < topic.partitions()) {
        more.put(topic.wireName(), NewPartitions.increaseTo(topic.partitions()));
      }
    }
    List<String> done = new ArrayList<>();
    for (Map.Entry<String, KafkaFuture<Void>> topic :
        admin.createPartitions(more).values().entrySet()) {
      if (isNews(topic.getValue(), InvalidPartitionsException.class)) {
        done.add("added partitions to " + topic.getKey());
      }
    }
    return done;
  }

  /** False: it was so already, which a broker that answered before had not heard yet. */
  private static boolean isNews(KafkaFuture<Void> change, Class<? extends ApiException> already)
      throws ExecutionException, InterruptedException {
    try {
      Void unused = change.get();
      return true;
    } catch (ExecutionException e) {
      if (already.isInstance(e.getCause())) {
        return false;
      }
      throw e;
    }
  }

  private List<String> set() throws ExecutionException, InterruptedException {
    List<ConfigResource> resources =
        names().stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    Map<ConfigResource, Config> present = admin.describeConfigs(resources).all().get();
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    List<String> done = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.wireName());
      List<AlterConfigOp> different = new ArrayList<>();
      configs(topic)
          .forEach(
              (name, value) -> {
                if (!value.equals(value(present.get(resource), name))) {
                  different.add(new AlterConfigOp(new ConfigEntry(name, value), OpType.SET));
                  done.add("set " + name + " of " + topic.wireName() + " to " + value);
                }
              });
      if (!different.isEmpty()) {
        changes.put(resource, different);
      }
    }
    admin.incrementalAlterConfigs(changes).all().get();
    return done;
  }

  private NewTopic settings(Topic topic) {
    return new NewTopic(topic.wireName(), topic.partitions(), replication).configs(configs(topic));
  }

  private Map<String, String> configs(Topic topic) {
    Duration segment = topic.retention().dividedBy(4);
    if (segment.compareTo(LONGEST_SEGMENT) > 0) {
      segment = LONGEST_SEGMENT;
    }
    return Map.of(
        "retention.ms", Long.toString(topic.retention().toMillis()),
        "segment.ms", Long.toString(segment.toMillis()),
        "min.insync.replicas", Integer.toString(minInsync));
  }

  private static List<String> warnings(Config broker) {
    List<String> warnings = new ArrayList<>();
    if (!value(broker, "group.initial.rebalance.delay.ms").equals("0")) {
      warnings.add(
          "group.initial.rebalance.delay.ms is not 0: each start of a function from zero takes that"
              + " much longer.");
    }
    if (number(value(broker, "offsets.retention.minutes")) < OFFSETS_RETENTION.toMinutes()) {
      warnings.add(
          "offsets.retention.minutes is below 30 days: a function that was not needed for that long"
              + " reads its topic from the beginning, and skips what it has handled.");
    }
    if (!value(broker, "auto.create.topics.enable").equals("false")) {
      warnings.add(
          "auto.create.topics.enable is not false: a misspelt topic would be made, not refused.");
    }
    return warnings;
  }

  private static String value(@Nullable Config config, String name) {
    ConfigEntry entry = config == null ? null : config.get(name);
    return entry == null || entry.value() == null ? "" : entry.value();
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
