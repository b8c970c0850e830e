package dev.punctual.gateway.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.Rows;
import dev.punctual.gateway.RunningGateway;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskRoutesIT {
  private static final String TASKS = "/api/v1/tasks";

  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();
  private final Rows rows = new Rows(gateway.database(), ada.user());

  @Test
  void aTaskIsCreatedReadEditedCompletedReopenedAndDeleted() {
    Answer created =
        create(
            "{\"title\":\" Report \",\"tags\":[\"Work\"],\"priority\":\"high\",\"notes\":\"n\","
                + "\"due\":{\"local\":\"2040-11-27T14:00\"}}");
    UUID id = created.id();
    String path = TASKS + "/" + id;

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("Location")).isEqualTo(path);
    assertThat(created.header("ETag")).isEqualTo("\"1\"");
    assertThat(created.text("title")).isEqualTo("Report");
    assertThat(created.field("tags")).isEqualTo(List.of("work"));
    assertThat(created.text("due.zone")).isEqualTo("America/New_York");
    assertThat(created.text("due.at")).isEqualTo("2040-11-27T19:00:00Z");
    assertThat(ada.get(path).json()).isEqualTo(created.json());
    assertThat(rows.timer("overdue", id))
        .contains(new Rows.TimerRow(Instant.parse("2040-11-27T19:00:00Z"), 1));
    assertThat(rows.events(id)).containsExactly("task.created", "task.changed");
    assertThat(rows.changes(created.header("Change-Id"), id))
        .containsExactly("task person false true");

    Answer done = ada.post(path + "/complete", null);
    assertThat(done.text("status")).isEqualTo("completed");
    assertThat(done.field("completedAt")).isNotNull();
    assertThat(done.header("ETag")).isEqualTo("\"2\"");
    assertThat(rows.timer("overdue", id)).isEmpty();
    assertThat(rows.events(id)).endsWith("task.updated", "task.status_changed");

    Answer open = ada.post(path + "/reopen", null);
    assertThat(open.text("status")).isEqualTo("pending");
    assertThat(open.field("completedAt")).isNull();
    assertThat(rows.timer("overdue", id)).isPresent();

    Answer deleted = ada.delete(path);
    assertThat(deleted.status()).isEqualTo(204);
    assertThat(rows.changes(deleted.header("Change-Id"), id))
        .containsExactly("task person true false");
    assertThat(rows.timer("overdue", id)).isEmpty();
    assertThat(rows.events(id)).endsWith("task.deleted", "task.changed");
    assertThat(ada.get(path).status()).isEqualTo(404);
    assertThat(ada.delete(path).status()).isEqualTo(404);
    assertThat(ada.get(TASKS).field("items")).isEqualTo(List.of());
  }

  @Test
  void aMergePatchTouchesOnlyWhatItNames() {
    Answer before =
        create(
            "{\"title\":\"t\",\"notes\":\"n\",\"tags\":[\"a\"],\"priority\":\"low\","
                + "\"due\":{\"local\":\"2040-11-27T14:00\",\"zone\":\"Europe/Berlin\"}}");
    String path = TASKS + "/" + before.id();

    Answer after = ada.patch(path, "{\"title\":\"u\"}");

    assertThat(after.status()).isEqualTo(200);
    assertThat(without(after, "title", "updatedAt", "version"))
        .isEqualTo(without(before, "title", "updatedAt", "version"));
    assertThat(after.text("title")).isEqualTo("u");
    assertThat(ada.patch(path, "{\"due\":{\"zone\":\"UTC\"}}").text("due.at"))
        .isEqualTo("2040-11-27T14:00:00Z");
    assertThat(ada.patch(path, "{\"due\":{\"date\":\"2040-11-28\"}}").text("due.local"))
        .isEqualTo("null");
    assertThat(ada.patch(path, "{\"due\":{\"at\":\"2040-11-28T10:00:00Z\"}}").text("due.local"))
        .isEqualTo("2040-11-28T10:00");
    assertThat(ada.patch(path, "{\"due\":null,\"notes\":null}").field("due")).isNull();
    assertThat(rows.timer("overdue", before.id())).isEmpty();
    assertThat(ada.get(path).text("notes")).isEmpty();
    assertThat(ada.get(path).field("tags")).isEqualTo(List.of("a"));
  }

  @Test
  void theDueThatWasReadMayBeSentBack() {
    Answer task = create("{\"title\":\"t\",\"due\":{\"local\":\"2040-11-27T14:00\"}}");
    String due =
        "{\"due\":{\"local\":\"2040-11-27T14:00\",\"date\":null,\"zone\":\"America/New_York\","
            + "\"at\":\"2040-11-27T19:00:00Z\"}}";

    Answer same = ada.patch(TASKS + "/" + task.id(), due);

    assertThat(same.status()).isEqualTo(200);
    assertThat(same.json()).isEqualTo(task.json());
  }

  @Test
  void aStatusMayBePatchedByTheSameRules() {
    String path = TASKS + "/" + create("{\"title\":\"t\"}").id();

    assertThat(ada.patch(path, "{\"status\":\"active\"}").text("status")).isEqualTo("active");
    assertThat(ada.patch(path, "{\"status\":\"completed\"}").field("completedAt")).isNotNull();
    assertThat(ada.patch(path, "{\"status\":\"active\"}").text("code")).isEqualTo("wrong-state");
    assertThat(ada.patch(path, "{\"status\":\"cancelled\"}").text("status")).isEqualTo("cancelled");
    assertThat(ada.post(path + "/complete", null).status()).isEqualTo(409);
  }

  @Test
  void aWriteToAnotherVersionIsRefusedWithTheCurrentState() {
    Answer task = create("{\"title\":\"t\"}");
    String path = TASKS + "/" + task.id();

    for (String[] write :
        new String[][] {
          {"PATCH", path, "{\"title\":\"u\"}"},
          {"DELETE", path, null},
          {"POST", path + "/complete", null}
        }) {
      Answer refused = ada.send(write[0], write[1], write[2], "If-Match", "\"2\"");
      assertThat(refused.status()).isEqualTo(412);
      assertThat(refused.text("code")).isEqualTo("precondition-failed");
      assertThat(refused.field("current")).isEqualTo(task.json());
    }
    assertThat(ada.send("PATCH", path, "{\"title\":\"u\"}", "If-Match", "\"7\", \"1\"").status())
        .isEqualTo(200);
    assertThat(ada.send("PATCH", path, "{\"title\":\"v\"}", "If-Match", "*").status())
        .isEqualTo(200);
  }

  @Test
  void theListRunsFromTheNewestAndNeitherRepeatsNorMissesWhileItGrows() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.addFirst(create("{\"title\":\"t" + i + "\"}").text("id"));
    }

    Answer first = ada.get(TASKS + "?limit=2");
    create("{\"title\":\"newer\"}");
    Answer second = ada.get(TASKS + "?limit=2&cursor=" + first.text("nextCursor"));
    Answer third = ada.get(TASKS + "?limit=2&cursor=" + second.text("nextCursor"));

    List<String> seen = new ArrayList<>(ids(first));
    seen.addAll(ids(second));
    seen.addAll(ids(third));
    assertThat(seen).isEqualTo(made);
    assertThat(third.field("nextCursor")).isNull();
  }

  @Test
  void theListMayBeOfOneStatus() {
    create("{\"title\":\"open\"}");
    String done = create("{\"title\":\"done\"}").text("id");
    ada.post(TASKS + "/" + done + "/complete", null);

    assertThat(ids(ada.get(TASKS + "?status=completed"))).containsExactly(done);
    assertThat(ids(ada.get(TASKS))).hasSize(2);
  }

  @Test
  void aDateIsOverdueWhenItsDayEnds() {
    Answer task = create("{\"title\":\"t\",\"due\":{\"date\":\"2040-11-27\"}}");

    assertThat(task.text("due.at")).isEqualTo("2040-11-27T05:00:00Z");
    assertThat(rows.timer("overdue", task.id()))
        .contains(new Rows.TimerRow(Instant.parse("2040-11-28T05:00:00Z"), 1));
  }

  @Test
  void newTagsBecomeKnown() {
    create("{\"title\":\"t\",\"tags\":[\"b\",\"a\"]}");
    create("{\"title\":\"u\",\"tags\":[\"A\",\"c\"]}");

    assertThat(gateway.database().count("SELECT count(*) FROM tag WHERE user_id = ?", ada.user()))
        .isEqualTo(3);
  }

  private Answer create(String body) {
    return ada.post(TASKS, body);
  }

  private static List<String> ids(Answer list) {
    return ((List<?>) list.json().get("items"))
        .stream().map(item -> String.valueOf(((Map<?, ?>) item).get("id"))).toList();
  }

  private static Map<String, Object> without(Answer answer, String... names) {
    Map<String, Object> rest = answer.json();
    List.of(names).forEach(rest::remove);
    return rest;
  }
}
