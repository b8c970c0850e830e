package dev.punctual.local.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.local.EmbeddedRun;
import dev.punctual.local.process.ManagedProcess;
import dev.punctual.local.product.LiveUpdates.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Processes are killed and servers taken away under load: nothing is lost, nothing doubled. */
class OutagesIT {
  private static final Duration OUTAGE = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static Product product;
  private static EmbeddedRun run;
  private static Client client;

  @BeforeAll
  static void start() {
    Awaitility.setDefaultTimeout(PATIENCE);
    // A quick machine writes more during an outage than a person may in a minute.
    product = Product.start(Map.of("PUNCTUAL_REQUESTS_PER_MINUTE", "0"));
    run = product.run();
    client = Client.signIn(run);
  }

  @AfterAll
  static void stop() {
    product.close();
    Awaitility.reset();
  }

  @Test
  void aFunctionThatIsKilledInTheMiddleLosesAndDoublesNothing() {
    long before = notifications();
    product.reminders(product.people(20), 2_000, Instant.now().plusSeconds(2));

    await().until(() -> notifications() > before);
    List<ManagedProcess> killed = run.scaler().processes("notification");
    killed.forEach(ManagedProcess::kill);
    assertThat(killed).isNotEmpty();

    await().until(() -> scheduled() == 0);
    assertThat(notifications() - before).isEqualTo(2_000);
    assertThat(product.count("SELECT count(DISTINCT reminder_id) FROM notification"))
        .isEqualTo(notifications());
    assertThat(deadLetters()).isZero();
  }

  @Test
  void aDatabaseThatIsAwayIsWaitedFor() {
    long before = notifications();
    List<UserId> people = product.people(20);
    product.reminders(people, 3_000, Instant.now().plusSeconds(3));
    await().until(() -> notifications() > before);

    run.postgres().stop();
    Instant back = Instant.now().plus(OUTAGE);
    await().until(() -> Instant.now().isAfter(back));
    run.postgres().startAgain();

    await().until(() -> scheduled() == 0);
    assertThat(notifications() - before).isEqualTo(3_000);
    assertThat(deadLetters()).isZero();
    await().until(() -> client.get("me").containsKey("id"));
  }

  @Test
  void whileKafkaIsAwayWritesSucceedAndTheirEventsFollowInOrder() {
    try (LiveUpdates live = LiveUpdates.of(() -> client)) {
      List<String> titles = new ArrayList<>();
      run.kafka().stop();
      Instant back = Instant.now().plus(OUTAGE);
      int number = 0;
      while (Instant.now().isBefore(back)) {
        String title = "while Kafka is away " + number++;
        client.post("tasks", Map.of("title", title));
        titles.add(title);
      }
      run.kafka().startAgain();
      client.post("tasks", Map.of("title", "Kafka is back"));
      titles.add("Kafka is back");

      await().until(() -> created(live).containsAll(titles));
      assertThat(created(live)).isEqualTo(titles);
      assertThat(live.all()).extracting(Update::position).isSorted().doesNotHaveDuplicates();
    }
  }

  private static List<String> created(LiveUpdates live) {
    return live.ofType("task.changed").stream()
        .map(update -> Client.map(update.data().get("task")))
        .map(task -> (String) task.get("title"))
        .toList();
  }

  private static long notifications() {
    return product.count("SELECT count(*) FROM notification");
  }

  private static long scheduled() {
    return product.count("SELECT count(*) FROM reminder WHERE status = 'scheduled'");
  }

  private static long deadLetters() {
    return product.count("SELECT count(*) FROM dead_letter");
  }
}
