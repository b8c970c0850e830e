package dev.punctual.local.product;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.Id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a person does between the claim and the handling wins. */
class RacesIT {
  private static Product product;
  private static Client client;

  @BeforeAll
  static void start() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    product = Product.start();
    client = Client.signIn(product.run());
  }

  @AfterAll
  static void stop() {
    product.close();
    Awaitility.reset();
  }

  @AfterEach
  void goOn() {
    product.run().scaler().resume();
  }

  @Test
  void anEditAPauseAndACancelBetweenClaimAndHandlingWin() {
    standStill();
    String start = local(LocalDateTime.now(ZoneOffset.UTC).plusSeconds(2));
    Object edited = series("edited", start);
    Object paused = series("paused", start);
    Object cancelled = series("cancelled", start);
    Object left = series("left alone", start);
    await().until(() -> product.count("SELECT count(*) FROM timer WHERE kind = 'series'") == 0);

    String later = local(LocalDateTime.now(ZoneOffset.UTC).plusSeconds(5));
    client.patch("series/" + edited, Map.of("start", later));
    client.act("series/" + paused + "/pause");
    client.act("series/" + cancelled + "/cancel");
    product.run().scaler().resume();

    await().until(() -> titles().contains("edited"));
    await().until(() -> product.lag("recurring") == 0);
    assertThat(titles()).containsExactlyInAnyOrder("left alone", "edited");
    assertThat(occurrences("edited")).containsExactly(later);
    assertThat(client.get("series/" + edited).get("nextAt"))
        .isEqualTo(local(LocalDateTime.parse(later).plusDays(1)) + "Z");
    assertThat(client.get("series/" + paused).get("status")).isEqualTo("paused");
    assertThat(client.get("series/" + cancelled).get("status")).isEqualTo("cancelled");
    assertThat(client.get("series/" + left).get("status")).isEqualTo("active");
  }

  @Test
  void aReminderOfATaskThatWasCompletedInBetweenIsSuppressed() {
    standStill();
    Object task = client.post("tasks", Map.of("title", "done in time")).get("id");
    Object reminder =
        client
            .post(
                "reminders",
                Map.of(
                    "taskId",
                    task,
                    "at",
                    Instant.now().plusSeconds(2).truncatedTo(SECONDS).toString()))
            .get("id");
    await().until(() -> product.count("SELECT count(*) FROM timer WHERE kind = 'reminder'") == 0);
    client.act("tasks/" + task + "/complete");
    product.run().scaler().resume();

    await().until(() -> !status(reminder).equals("scheduled"));
    assertThat(status(reminder)).isEqualTo("suppressed");
    assertThat(client.items("notifications")).isEmpty();
  }

  @Test
  void whatIsDueOfAPersonWhoHasLeftMeanwhileHasNoEffect() {
    standStill();
    UserId person = product.people(1).getFirst();
    Client leaving = Client.of(product, person);
    String start = local(LocalDateTime.now(ZoneOffset.UTC).plusSeconds(2));
    Object series = series(leaving, "left behind", start);
    Object task = leaving.post("tasks", Map.of("title", "left behind")).get("id");
    leaving.post("reminders", Map.of("taskId", task, "at", start + "Z"));
    String theirs = " WHERE user_id = '" + person + "'";
    await().until(() -> product.count("SELECT count(*) FROM timer" + theirs) == 0);
    await().until(() -> product.lag("recurring") > 0 && product.lag("notification") > 0);

    leaving.leave();
    product.run().scaler().resume();

    await().until(() -> product.lag("recurring") == 0 && product.lag("notification") == 0);
    assertThat(series).isNotNull();
    for (String table :
        List.of("account", "series", "task", "reminder", "notification", "outbox")) {
      String whose = table.equals("account") ? theirs.replace("user_id", "id") : theirs;
      assertThat(product.count("SELECT count(*) FROM " + table + whose)).as(table).isZero();
    }
    assertThat(product.count("SELECT count(*) FROM dead_letter")).isZero();
  }

  /** No function handles anything, also none that an earlier test has woken. */
  private static void standStill() {
    product.run().scaler().pause();
    product.run().scaler().stopFunctions();
  }

  private static Object series(String title, String start) {
    return series(client, title, start);
  }

  private static Object series(Client whose, String title, String start) {
    return whose
        .post("series", Map.of("title", title, "start", start, "zone", "UTC", "rule", "FREQ=DAILY"))
        .get("id");
  }

  private static List<Object> titles() {
    return client.items("tasks").stream()
        .filter(task -> task.get("seriesId") != null)
        .map(task -> task.get("title"))
        .toList();
  }

  /** With its seconds, also when there are none. */
  private static String local(LocalDateTime time) {
    return ISO_LOCAL_DATE_TIME.format(time.truncatedTo(SECONDS));
  }

  private static List<Object> occurrences(String title) {
    return client.items("tasks").stream()
        .filter(task -> title.equals(task.get("title")))
        .map(task -> task.get("occurrence"))
        .toList();
  }

  @Test
  void aSeriesThatWasPausedGoesOnWithTheFirstOccurrenceAfterNow() {
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(SECONDS);
    // Ten days that lie in the past were never promised, and neither is what a pause covers.
    Object resumed = series("resumed", local(now.minusDays(10).plusSeconds(4)));
    client.act("series/" + resumed + "/pause");
    client.act("series/" + resumed + "/resume");

    await().until(() -> !occurrences("resumed").isEmpty());
    assertThat(occurrences("resumed")).containsExactly(local(now.plusSeconds(4)));
  }

  private static Object status(Object reminder) {
    return client.items("reminders").stream()
        .filter(item -> item.get("id").equals(reminder))
        .map(item -> item.get("status"))
        .findFirst()
        .orElseThrow();
  }
}
