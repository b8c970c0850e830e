package dev.punctual.gateway.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.Rows;
import dev.punctual.gateway.RunningGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkIT {
  private static final String TASKS = "/api/v1/tasks";
  private static final String BULK = TASKS + "/bulk";

  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();
  private final Rows rows = new Rows(gateway.database(), ada.user());

  @Test
  void whatIsFoundIsCompletedUnderOneChange() {
    List<UUID> work = List.of(create("a", "[\"work\"]"), create("b", "[\"work\"]"));
    UUID other = create("c", "[]");

    Answer done = ada.post(BULK, "{\"q\":\"tag:work\",\"action\":\"complete\",\"expected\":2}");

    assertThat(done.status()).as(done.toString()).isEqualTo(200);
    assertThat(done.json()).isEqualTo(Map.of("matched", 2L, "changed", 2L));
    for (UUID id : work) {
      assertThat(ada.get(TASKS + "/" + id).text("status")).isEqualTo("completed");
      assertThat(rows.changes(done.header("Change-Id"), id)).hasSize(1);
      assertThat(rows.events(id)).endsWith("task.updated", "task.status_changed");
    }
    assertThat(ada.get(TASKS + "/" + other).text("status")).isEqualTo("pending");
    assertThat(ada.post(BULK, "{\"q\":\"tag:work\",\"action\":\"complete\",\"expected\":2}").json())
        .isEqualTo(Map.of("matched", 2L, "changed", 0L));
  }

  @Test
  void overOneTaskTheExpectedCountIsSaid() {
    String two = ids(create("a", "[]"), create("b", "[]"));

    for (String expected : List.of("", ",\"expected\":3")) {
      for (String which : List.of("\"ids\":" + two, "\"q\":\"\"")) {
        Answer refused = ada.post(BULK, "{" + which + ",\"action\":\"delete\"" + expected + "}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("count-mismatch");
        assertThat(refused.field("current.count")).isEqualTo(2L);
      }
    }
    assertThat(ada.get(TASKS + "/count").field("count")).isEqualTo(2L);
    assertThat(ada.post(BULK, "{\"q\":\"title\",\"action\":\"delete\"}").status()).isEqualTo(200);
    assertThat(ada.post(BULK, "{\"q\":\"a\",\"action\":\"delete\"}").status()).isEqualTo(200);
  }

  @Test
  void oneThatDoesNotAllowItStopsAll() {
    UUID open = create("open", "[]");
    UUID given = create("given up", "[]");
    ada.patch(TASKS + "/" + given, "{\"status\":\"cancelled\"}");

    Answer refused =
        ada.post(BULK, "{\"ids\":" + ids(open, given) + ",\"action\":\"complete\",\"expected\":2}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("wrong-state");
    assertThat(refused.text("detail")).contains(given.toString());
    assertThat(ada.get(TASKS + "/" + open).field("version")).isEqualTo(1L);
  }

  @Test
  void oneThatIsNotThereOrSomebodyElsesStopsAll() {
    UUID mine = create("mine", "[]");
    Caller eve = gateway.person();
    UUID hers = eve.post(TASKS, "{\"title\":\"hers\"}").id();

    for (UUID absent : List.of(hers, UUID.randomUUID())) {
      Answer refused =
          ada.post(
              BULK, "{\"ids\":" + ids(mine, absent) + ",\"action\":\"delete\",\"expected\":2}");
      assertThat(refused.status()).isEqualTo(404);
    }
    assertThat(ada.get(TASKS + "/" + mine).status()).isEqualTo(200);
    assertThat(eve.get(TASKS + "/" + hers).status()).isEqualTo(200);
  }

  @Test
  void eachActionIsThatOfOneTask() {
    UUID id = create("t", "[\"a\"]");
    String path = TASKS + "/" + id;
    String reminder =
        ada.post("/api/v1/reminders", "{\"taskId\":\"" + id + "\",\"at\":\"2040-01-01T00:00:00Z\"}")
            .text("id");

    run(id, "\"action\":\"add-tag\",\"tag\":\" B \"");
    assertThat(ada.get(path).field("tags")).isEqualTo(List.of("a", "b"));
    run(id, "\"action\":\"remove-tag\",\"tag\":\"a\"");
    assertThat(ada.get(path).field("tags")).isEqualTo(List.of("b"));
    run(id, "\"action\":\"set-priority\",\"priority\":\"high\"");
    assertThat(ada.get(path).text("priority")).isEqualTo("high");
    run(id, "\"action\":\"move-due\",\"due\":{\"local\":\"2040-01-05T10:00\"}");
    assertThat(ada.get(path).text("due.at")).isEqualTo("2040-01-05T15:00:00Z");
    assertThat(rows.timer("overdue", id)).isPresent();
    run(id, "\"action\":\"complete\"");
    assertThat(rows.timer("overdue", id)).isEmpty();
    run(id, "\"action\":\"reopen\"");
    assertThat(ada.get(path).text("status")).isEqualTo("pending");
    run(id, "\"action\":\"move-due\"");
    assertThat(ada.get(path).field("due")).isNull();
    run(id, "\"action\":\"delete\"");
    assertThat(ada.get(path).status()).isEqualTo(404);
    assertThat(ada.get("/api/v1/reminders?status=cancelled").toString()).contains(reminder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"action\":\"complete\"}|ids|required",
        "{\"q\":\"(\",\"action\":\"complete\"}|q|query-syntax",
        "{\"q\":\"\",\"ids\":[\"00000000-0000-7000-8000-000000000001\"],\"action\":\"complete\"}|q|invalid-value",
        "{\"q\":\"\",\"action\":\"burn\"}|action|invalid-value",
        "{\"q\":\"\",\"action\":\"add-tag\"}|tag|required",
        "{\"q\":\"\",\"action\":\"add-tag\",\"tag\":\" \"}|tag|empty",
        "{\"q\":\"\",\"action\":\"set-priority\"}|priority|required",
      })
  void whatIsNotUnderstoodNamesItsField(String body, String field, String code) {
    Answer refused = ada.post(BULK, body);

    assertThat(refused.text("code")).isEqualTo(code);
    assertThat(((Map<?, ?>) ((List<?>) refused.field("errors")).getFirst()).get("field"))
        .isEqualTo(field);
  }

  @Test
  void moreThanAThousandIdsAreRefused() {
    List<UUID> many = new ArrayList<>();
    for (int i = 0; i < 1_001; i++) {
      many.add(new UUID(7, i));
    }

    Answer refused =
        ada.post(
            BULK,
            "{\"ids\":"
                + ids(many.toArray(UUID[]::new))
                + ",\"action\":\"delete\",\"expected\":1}");

    assertThat(refused.text("code")).isEqualTo("too-many");
  }

  @Test
  void aSeriesThatCountsFromCompletionGoesOnOnceItsLastOpenTaskIsDone() {
    String series =
        ada.post(
                "/api/v1/series",
                "{\"title\":\"water\",\"start\":\"2040-01-01\",\"rule\":\"FREQ=DAILY;INTERVAL=3\","
                    + "\"repeat\":\"completion\"}")
            .text("id");
    String path = "/api/v1/series/" + series + "/occurrences/2040-01-01";
    ada.patch(path + "?scope=this", "{\"notes\":\"touched\"}");
    assertThat(ada.get(TASKS + "?q=is:recurring").toString()).contains("water");
    assertThat(ada.get("/api/v1/series/" + series).field("nextAt")).isNull();

    Answer done = ada.post(BULK, "{\"q\":\"is:recurring\",\"action\":\"complete\"}");

    assertThat(done.status()).as(done.toString()).isEqualTo(200);
    assertThat(ada.get("/api/v1/series/" + series).field("nextAt")).isNotNull();
  }

  private void run(UUID id, String action) {
    Answer done = ada.post(BULK, "{\"ids\":" + ids(id) + "," + action + "}");
    assertThat(done.status()).as(done.toString()).isEqualTo(200);
    assertThat(done.field("changed")).isEqualTo(1L);
  }

  private UUID create(String title, String tags) {
    return ada.post(TASKS, "{\"title\":\"" + title + "\",\"tags\":" + tags + "}").id();
  }

  private static String ids(UUID... ids) {
    return List.of(ids).stream()
        .map(id -> "\"" + id + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }
}
