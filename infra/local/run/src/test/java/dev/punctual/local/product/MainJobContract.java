package dev.punctual.local.product;

import static java.time.temporal.ChronoUnit.MINUTES;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.local.product.LiveUpdates.Update;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Punctual is for, end to end, with either set of adapters. */
abstract class MainJobContract {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static final String WAITING = "SELECT count(*) FROM outbox WHERE published_at IS NULL";

  static Product product;
  static Client client;

  static void begin(Product started) {
    product = started;
    client = Client.signIn(product.run());
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void aClickWakesNobody() {
    product.forgetSteps();
    for (int i = 0; i < 100; i++) {
      Object task = client.post("tasks", Map.of("title", "task " + i)).get("id");
      client.patch("tasks/" + task, Map.of("priority", "high"));
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> product.count(WAITING) == 0);

    await()
        .atMost(Duration.ofSeconds(60))
        .during(Duration.ofSeconds(2))
        .until(() -> product.processes("recurring") + product.processes("notification") == 0);
    assertThat(product.steps()).isEmpty();
  }

  @Test
  void aReminderArrivesOnTheStreamAlthoughItsFunctionWasAtZero() {
    await().atMost(Duration.ofSeconds(30)).until(() -> product.processes("notification") == 0);
    product.forgetSteps();
    try (LiveUpdates live = LiveUpdates.of(() -> client)) {
      Object task = client.post("tasks", Map.of("title", "Call the dentist")).get("id");
      client.post(
          "reminders",
          Map.of(
              "taskId", task, "at", Instant.now().plusSeconds(2).truncatedTo(SECONDS).toString()));

      await().atMost(Duration.ofSeconds(30)).until(() -> told(live) == 1);

      Map<String, Object> notification =
          Client.map(live.ofType("notification.created").getFirst().data().get("notification"));
      assertThat(notification.get("title")).isEqualTo("Call the dentist");
      assertThat(notification.get("taskId")).isEqualTo(task);
      assertThat(client.items("notifications?limit=1")).containsExactly(notification);
      assertThat(live.all()).extracting(Update::position).isSorted().doesNotHaveDuplicates();
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> product.processes("notification") == 0);
    assertThat(product.steps()).anySatisfy(step -> assertThat(step).contains("notification 0 → 1"));
    assertThat(product.steps()).anySatisfy(step -> assertThat(step).contains("notification 1 → 0"));
  }

  @Test
  void aSeriesMakesItsTaskAndItsFunctionGoesBackToZero() {
    await().atMost(Duration.ofSeconds(30)).until(() -> product.processes("recurring") == 0);
    product.forgetSteps();
    String start = LocalDateTime.now(NEW_YORK).plusSeconds(3).truncatedTo(SECONDS).toString();

    Map<String, Object> series =
        client.post("series", series(start, "FREQ=DAILY;COUNT=1", "create"));

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> client.get("series/" + series.get("id")).get("status").equals("completed"));
    assertThat(tasksOf(series))
        .singleElement()
        .satisfies(
            task -> {
              assertThat(task.get("title")).isEqualTo("Team sync");
              assertThat(task.get("tags")).isEqualTo(List.of("work"));
              assertThat(task.get("priority")).isEqualTo("high");
              assertThat(task.get("status")).isEqualTo("pending");
              assertThat(Client.map(task.get("due")).get("zone")).isEqualTo("America/New_York");
            });
    await().atMost(Duration.ofSeconds(30)).until(() -> product.processes("recurring") == 0);
    assertThat(product.steps()).anySatisfy(step -> assertThat(step).contains("recurring 0 → 1"));
    assertThat(product.steps()).anySatisfy(step -> assertThat(step).contains("recurring 1 → 0"));
  }

  @Test
  @Tag("long")
  void threeTasksAppearEachAtItsMinuteOrAreSkippedWhileOneIsOpen() {
    LocalDateTime first = LocalDateTime.now(NEW_YORK).plusMinutes(1).truncatedTo(MINUTES);
    Map<String, Object> created =
        client.post("series", series(first.toString(), "FREQ=MINUTELY;COUNT=3", "create"));
    Map<String, Object> skipping =
        client.post("series", series(first.toString(), "FREQ=MINUTELY;COUNT=3", "skip"));

    for (Map<String, Object> series : List.of(created, skipping)) {
      await()
          .atMost(Duration.ofMinutes(5))
          .until(() -> client.get("series/" + series.get("id")).get("status").equals("completed"));
    }

    assertThat(tasksOf(created)).extracting(task -> task.get("status")).containsOnly("pending");
    assertThat(tasksOf(skipping))
        .extracting(task -> task.get("status"))
        .containsExactlyInAnyOrder("pending", "skipped", "skipped");
    for (Map<String, Object> task : tasksOf(created)) {
      Instant due = Instant.parse((String) Client.map(task.get("due")).get("at"));
      assertThat(Instant.parse((String) task.get("createdAt"))).isBetween(due, due.plusSeconds(20));
    }
  }

  private static int told(LiveUpdates live) {
    return live.ofType("notification.created").size();
  }

  private static Map<String, Object> series(String start, String rule, String ifPending) {
    return Map.of(
        "title",
        "Team sync",
        "start",
        start,
        "zone",
        "America/New_York",
        "rule",
        rule,
        "tags",
        List.of("work"),
        "priority",
        "high",
        "ifPending",
        ifPending);
  }

  private static List<Map<String, Object>> tasksOf(Map<String, Object> series) {
    List<Map<String, Object>> tasks = new ArrayList<>();
    for (Map<String, Object> task : client.items("tasks?limit=200")) {
      if (series.get("id").equals(task.get("seriesId"))) {
        tasks.add(task);
      }
    }
    return tasks;
  }
}
