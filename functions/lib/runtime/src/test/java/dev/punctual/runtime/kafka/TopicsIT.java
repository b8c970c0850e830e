package dev.punctual.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.Topic;
import dev.punctual.local.servers.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicsIT {
  private final Admin admin =
      Admin.create(
          KafkaAccess.plaintext(TestServers.bootstrapServers()).properties(name -> "none"));

  @BeforeEach
  void deleteTopics() throws Exception {
    List<String> present =
        admin.listTopics().names().get().stream().filter(Topics.names()::contains).toList();
    admin.deleteTopics(present).all().get();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> admin.listTopics().names().get().stream().noneMatch(present::contains));
  }

  @AfterEach
  void close() {
    admin.close();
  }

  @Test
  void whatIsMissingIsCreatedAndTheSecondTimeNothingIsDone() throws Exception {
    assertThat(topics().bring()).hasSize(Topic.values().length);

    // What was changed a moment ago may still be answered as it was.
    await().atMost(Duration.ofSeconds(60)).until(() -> topics().bring().isEmpty());
    for (Topic topic : Topic.values()) {
      assertThat(partitions(topic)).as("partitions of %s", topic).isEqualTo(topic.partitions());
    }
  }

  @Test
  void whatIsTooSmallOrSetOtherwiseIsBroughtToTheContract() throws Exception {
    String name = Topic.RECURRING_DUE.wireName();
    admin
        .createTopics(
            List.of(new NewTopic(name, 1, (short) 1).configs(Map.of("retention.ms", "1000"))))
        .all()
        .get();

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> admin.listTopics().names().get().contains(name));

    assertThat(topics().bring())
        .contains("added partitions to " + name)
        .anySatisfy(line -> assertThat(line).contains("retention.ms").contains(name));

    await().atMost(Duration.ofSeconds(60)).until(() -> partitions(Topic.RECURRING_DUE) == 3);
    await().atMost(Duration.ofSeconds(60)).until(() -> topics().bring().isEmpty());
  }

  @Test
  void aBrokerAsWeStartItGivesNoReasonToWarn() {
    assertThat(topics().warnings()).isEmpty();
  }

  @Test
  void moreInSyncThanCopiesIsRefused() {
    assertThatThrownBy(() -> new Topics(admin, 1, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  private Topics topics() {
    return new Topics(admin, 1, 1);
  }

  private int partitions(Topic topic) throws InterruptedException, ExecutionException {
    return admin
        .describeTopics(List.of(topic.wireName()))
        .allTopicNames()
        .get()
        .get(topic.wireName())
        .partitions()
        .size();
  }
}
