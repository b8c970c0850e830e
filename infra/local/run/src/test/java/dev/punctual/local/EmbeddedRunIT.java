package dev.punctual.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.Topic;
import dev.punctual.local.process.ManagedProcess;
import dev.punctual.runtime.kafka.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run in this process, as the end-to-end tests use it; gateway and functions stand in. */
class EmbeddedRunIT {
  @TempDir static Path temp;

  private static final List<String> STEPS = new CopyOnWriteArrayList<>();
  private static EmbeddedRun run;

  @BeforeAll
  static void start() {
    RunSettings settings = RunSettings.forTests(Path.of("../../.."), temp);
    run =
        EmbeddedRun.start(
            settings
                .withPrograms(new StandIns())
                .withSupervised(true)
                .withOut(STEPS::add)
                .withScaling(
                    settings.scaling().stream()
                        .map(function -> function.withCooldownPeriod(Duration.ofSeconds(1)))
                        .toList()));
  }

  @AfterAll
  static void stop() {
    List<ManagedProcess> gateways = run.gateways().stream().map(Gateway::process).toList();
    run.close();
    assertThat(gateways).isNotEmpty().noneMatch(ManagedProcess::isAlive);
  }

  @Test
  void theTopicsOfTheContractExist() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
      Map<String, TopicDescription> topics =
          admin.describeTopics(Topics.names()).allTopicNames().get();
      for (Topic topic : Topic.values()) {
        assertThat(topics.get(topic.wireName()).partitions()).hasSize(topic.partitions());
      }
      Set<String> all = admin.listTopics().names().get();
      assertThat(all).containsExactlyInAnyOrderElementsOf(Topics.names());
    }
  }

  @Test
  void aRecordWakesItsFunctionOnlyAndItGoesBackToZero() throws Exception {
    send(Topic.RECURRING_DUE, "work");
    await().until(() -> run.scaler().processes("recurring").size() == 1);
    assertThat(run.scaler().processes("notification")).isEmpty();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> run.scaler().processes("recurring").isEmpty());
    assertThat(STEPS).contains("recurring 0 → 1 (lag 1)", "recurring 1 → 0 (idle for 1 s)");
  }

  @Test
  void aFunctionThatDiesOnItsRecordIsStartedAgainAndAgain() throws Exception {
    send(Topic.REMINDERS_DUE, "die");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> STEPS.stream().filter(step -> step.contains("ended with status 3")).count() >= 3);
    run.scaler().pause();
    run.scaler().stopFunctions();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
      admin.deleteTopics(List.of(Topic.REMINDERS_DUE.wireName())).all().get();
    }
    Servers.createTopics(servers());
    run.scaler().resume();
  }

  @Test
  void aSecondGatewayAnswersBesideTheFirst() {
    Gateway second = run.startGateway(0);
    assertThat(second.url()).isNotEqualTo(run.gatewayUrl());
    assertThat(second.process().isAlive()).isTrue();
    assertThat(run.gateways()).contains(second);
    second.process().stop(Duration.ofSeconds(5)).join();
  }

  @Test
  void aPostgresThatEndsByItselfIsStartedAgain() {
    ProcessHandle server =
        ProcessHandle.current()
            .children()
            .filter(child -> child.info().command().orElse("").endsWith("/bin/postgres"))
            .findFirst()
            .orElseThrow();
    server.destroyForcibly();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                STEPS.contains("PostgreSQL ended by itself; starts again")
                    && run.postgres().isRunning());
  }

  @Test
  void functionsAreFoundByTheirPids() throws Exception {
    run.scaler().resume();
    send(Topic.RECURRING_DUE, "work");
    await().atMost(Duration.ofSeconds(60)).until(() -> !run.functions().isEmpty());
    assertThat(run.functions())
        .extracting(ManagedProcess::pid)
        .allSatisfy(pid -> assertThat(ProcessHandle.of(pid)).isPresent());
  }

  private static void send(Topic topic, String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic.wireName(), "k", value)).get();
    }
  }

  private static String servers() {
    return run.kafka().bootstrapServers();
  }
}
