package dev.punctual.gateway.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.Rows;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrashIT {
  private static final String TASKS = "/api/v1/tasks";
  private static final String TRASH = "/api/v1/trash";

  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();
  private final Rows rows = new Rows(gateway.database(), ada.user());

  @Test
  void whatIsRestoredIsAsItWasWithItsTimersAndTheRemindersThatAreToCome() {
    Answer task = task("{\"title\":\"t\",\"due\":{\"local\":\"2040-11-27T14:00\"}}");
    UUID toCome = reminder(task.id(), "2040-01-01T00:00:00Z");
    UUID passed = reminder(task.id(), "2040-02-01T00:00:00Z");
    UUID takenBack = reminder(task.id(), "2040-03-01T00:00:00Z");
    ada.delete("/api/v1/reminders/" + takenBack);
    delete(task.id());
    database("UPDATE reminder SET fire_at = now() - interval '1 hour' WHERE id = ?", passed);
    assertThat(rows.timer("reminder", toCome)).isEmpty();

    Answer back = ada.post(TRASH + "/" + task.id() + "/restore", null);

    assertThat(back.status()).isEqualTo(200);
    assertThat(back.header("ETag")).isEqualTo("\"2\"");
    assertThat(same(ada.get(TASKS + "/" + task.id()))).isEqualTo(same(task));
    assertThat(rows.timer("overdue", task.id()))
        .contains(new Rows.TimerRow(Instant.parse("2040-11-27T19:00:00Z"), 2));
    assertThat(rows.timer("reminder", toCome)).isPresent();
    assertThat(rows.timer("reminder", passed)).isEmpty();
    assertThat(rows.timer("reminder", takenBack)).isEmpty();
    assertThat(rows.events(task.id())).endsWith("task.created", "task.changed");
    assertThat(rows.changes(back.header("Change-Id"), task.id()))
        .containsExactly("task person false true");
    assertThat(items()).isEmpty();
  }

  @Test
  void theTrashRunsFromWhatWasDeletedLast() {
    UUID first = task("{\"title\":\"a\"}").id();
    UUID second = task("{\"title\":\"b\"}").id();
    delete(second);
    delete(first);

    Answer page = ada.get(TRASH + "?limit=1");
    Answer next = ada.get(TRASH + "?limit=1&cursor=" + page.text("nextCursor"));

    assertThat(titles(page)).containsExactly("a");
    assertThat(titles(next)).containsExactly("b");
    assertThat(next.field("nextCursor")).isNull();
  }

  @Test
  void whatIsDeletedForGoodLeavesNothing() {
    UUID task = task("{\"title\":\"t\"}").id();
    UUID other = task("{\"title\":\"u\"}").id();
    UUID reminder = reminder(task, "2040-01-01T00:00:00Z");
    delete(task);
    delete(other);

    assertThat(ada.delete(TRASH + "/" + task).status()).isEqualTo(204);

    for (String table : List.of("task", "reminder")) {
      assertThat(
              gateway
                  .database()
                  .count(
                      "SELECT count(*) FROM " + table + " WHERE id = ANY (?)",
                      List.of(task, reminder)))
          .isZero();
    }
    assertThat(
            gateway
                .database()
                .count(
                    "SELECT count(*) FROM change WHERE subject_id = ANY (?)",
                    List.of(task, reminder)))
        .isZero();
    assertThat(ada.delete(TRASH + "/" + task).status()).isEqualTo(404);
    assertThat(titles(ada.get(TRASH))).containsExactly("u");
  }

  @Test
  void theTrashIsEmptiedAndWhatIsNotInItStays() {
    delete(task("{\"title\":\"a\"}").id());
    delete(task("{\"title\":\"b\"}").id());
    UUID kept = task("{\"title\":\"c\"}").id();

    assertThat(ada.delete(TRASH).field("deleted")).isEqualTo(2L);

    assertThat(items()).isEmpty();
    assertThat(ada.get(TASKS + "/" + kept).status()).isEqualTo(200);
    assertThat(ada.delete(TRASH + "/" + kept).status()).isEqualTo(404);
    assertThat(ada.post(TRASH + "/" + kept + "/restore", null).status()).isEqualTo(404);
  }

  @Test
  void anOccurrenceThatIsGoneForGoodIsNotMadeAgain() {
    UUID series =
        ada.post(
                "/api/v1/series",
                "{\"title\":\"s\",\"start\":\"2040-01-02T09:00\",\"rule\":\"FREQ=DAILY\"}")
            .id();
    Answer made =
        ada.patch(
            "/api/v1/series/" + series + "/occurrences/2040-01-03T09:00", "{\"title\":\"u\"}");
    UUID task = UUID.fromString(made.text("task.id"));
    delete(task);
    assertThat(ada.get("/api/v1/series/" + series).field("exdates")).isEqualTo(List.of());

    assertThat(ada.delete(TRASH + "/" + task).status()).isEqualTo(204);

    assertThat(ada.get("/api/v1/series/" + series).field("exdates"))
        .isEqualTo(List.of("2040-01-03T09:00:00"));
  }

  @Test
  void aSeriesThatRepeatsFromCompletionWaitsForWhatIsBack() {
    UUID series =
        ada.post(
                "/api/v1/series",
                "{\"title\":\"s\",\"start\":\"2040-01-02T09:00\",\"rule\":\"FREQ=DAILY\","
                    + "\"repeat\":\"completion\"}")
            .id();
    UUID task =
        UUID.fromString(
            ada.patch(
                    "/api/v1/series/" + series + "/occurrences/2040-01-02T09:00",
                    "{\"title\":\"u\"}")
                .text("task.id"));
    assertThat(ada.get("/api/v1/series/" + series).field("nextAt")).isNull();
    delete(task);
    assertThat(ada.get("/api/v1/series/" + series).field("nextAt")).isNotNull();

    assertThat(ada.post(TRASH + "/" + task + "/restore", null).status()).isEqualTo(200);

    assertThat(ada.get("/api/v1/series/" + series).field("nextAt")).isNull();
    assertThat(rows.timer("series", series)).isEmpty();
  }

  @Test
  void aTrashThatHasChangedIsNotTouched() {
    UUID task = task("{\"title\":\"t\"}").id();
    delete(task);

    for (String[] write : new String[][] {{"POST", "/restore"}, {"DELETE", ""}}) {
      Answer refused = ada.send(write[0], TRASH + "/" + task + write[1], null, "If-Match", "\"9\"");
      assertThat(refused.status()).isEqualTo(412);
      assertThat(refused.text("current.title")).isEqualTo("t");
    }
  }

  private Answer task(String body) {
    return ada.post(TASKS, body);
  }

  private UUID reminder(UUID task, String at) {
    return ada.post("/api/v1/reminders", "{\"taskId\":\"" + task + "\",\"at\":\"" + at + "\"}")
        .id();
  }

  private void delete(UUID task) {
    assertThat(ada.delete(TASKS + "/" + task).status()).isEqualTo(204);
  }

  private List<?> items() {
    return (List<?>) ada.get(TRASH).json().get("items");
  }

  private static List<String> titles(Answer page) {
    return ((List<?>) page.json().get("items"))
        .stream()
            .map(item -> (Map<?, ?>) ((Map<?, ?>) item).get("task"))
            .map(task -> String.valueOf(task.get("title")))
            .toList();
  }

  private static Map<String, Object> same(Answer task) {
    Map<String, Object> fields = task.json();
    List.of("updatedAt", "version").forEach(fields::remove);
    return fields;
  }

  private void database(String sql, Object... arguments) {
    gateway.database().database().write(connection -> Sql.execute(connection, sql, arguments));
  }
}
