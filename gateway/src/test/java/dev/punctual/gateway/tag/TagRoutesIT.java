package dev.punctual.gateway.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.Rows;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.store.Sql;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import dev.punctual.store.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagRoutesIT {
  private static final String TAGS = "/api/v1/tags";

  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();
  private final Rows rows = new Rows(gateway.database(), ada.user());

  @Test
  void tagsAreListedWithTheirCounts() {
    UUID done = task("a", "\"work\",\"Zoo\"");
    task("b", "\"work\"");
    ada.post("/api/v1/tasks/" + done + "/complete", null);
    task("gone", "\"élan\"");
    ada.delete("/api/v1/tasks/" + first("gone"));

    assertThat(tags())
        .containsExactly(tag("élan", null, 0, 0), tag("work", null, 1, 2), tag("zoo", null, 0, 1));
    assertThat(ada.get(TAGS).field("nextCursor")).isNull();
  }

  @Test
  void aTagIsRenamedWhereverItIs() {
    UUID task = task("a", "\"x\",\"work\",\"y\"");
    UUID trashed = task("b", "\"work\"");
    ada.delete("/api/v1/tasks/" + trashed);
    UUID series = series("\"work\"");
    ada.patch(TAGS + "/work", "{\"colour\":\"#1E90FF\"}");

    Answer renamed = ada.patch(TAGS + "/work", "{\"name\":\" Office \"}");

    assertThat(renamed.status()).as(renamed.toString()).isEqualTo(200);
    assertThat(renamed.json()).isEqualTo(tag("office", "#1e90ff", 1, 1));
    assertThat(ada.get("/api/v1/tasks/" + task).field("tags"))
        .isEqualTo(List.of("x", "office", "y"));
    assertThat(ada.get("/api/v1/tasks/" + task).field("version")).isEqualTo(2L);
    assertThat(ada.get("/api/v1/series/" + series).field("tags")).isEqualTo(List.of("office"));
    assertThat(ada.get("/api/v1/series/" + series).field("version")).isEqualTo(2L);
    assertThat(
            gateway
                .database()
                .count(
                    "SELECT count(*) FROM task WHERE user_id = ? AND tags = '{office}'",
                    ada.user()))
        .isEqualTo(1);
    assertThat(rows.events(task)).endsWith("task.updated", "task.changed");
    assertThat(rows.events(series)).endsWith("recurring.scheduled", "series.changed");
    assertThat(rows.changes(renamed.header("Change-Id"), task))
        .containsExactly("task person true true");
    assertThat(tags()).noneMatch(tag -> "work".equals(tag.get("name")));
    assertThat(ada.patch(TAGS + "/work", "{\"name\":\"x\"}").status()).isEqualTo(404);
  }

  @Test
  void twoTagsBecomeOneOnlyWhenThatIsSaid() {
    UUID both = task("a", "\"home\",\"house\"");
    UUID one = task("b", "\"home\"");
    ada.patch(TAGS + "/house", "{\"colour\":\"#000000\"}");

    Answer refused = ada.patch(TAGS + "/home", "{\"name\":\"house\"}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("name-taken");

    Answer merged = ada.patch(TAGS + "/home", "{\"name\":\"house\",\"merge\":true}");
    assertThat(merged.json()).isEqualTo(tag("house", "#000000", 2, 2));
    assertThat(ada.get("/api/v1/tasks/" + both).field("tags")).isEqualTo(List.of("house"));
    assertThat(ada.get("/api/v1/tasks/" + one).field("tags")).isEqualTo(List.of("house"));
    assertThat(tags()).hasSize(1);
  }

  @Test
  void aTagIsTakenAwayFromAllThatHasIt() {
    UUID task = task("a", "\"x\",\"old\"");
    UUID series = series("\"old\"");

    Answer deleted = ada.delete(TAGS + "/old");

    assertThat(deleted.status()).isEqualTo(204);
    assertThat(ada.get("/api/v1/tasks/" + task).field("tags")).isEqualTo(List.of("x"));
    assertThat(ada.get("/api/v1/series/" + series).field("tags")).isEqualTo(List.of());
    assertThat(rows.changes(deleted.header("Change-Id"), task)).hasSize(1);
    assertThat(ada.delete(TAGS + "/old").status()).isEqualTo(404);
  }

  @Test
  void aColourIsSixDigitsOrNone() {
    task("a", "\"x\"");

    assertThat(ada.patch(TAGS + "/x", "{\"colour\":\"red\"}").text("code"))
        .isEqualTo("invalid-value");
    assertThat(ada.patch(TAGS + "/x", "{\"colour\":\"#aabbcc\"}").text("colour"))
        .isEqualTo("#aabbcc");
    assertThat(ada.patch(TAGS + "/x", "{\"colour\":null}").field("colour")).isNull();
    assertThat(ada.patch(TAGS + "/x", "{\"name\":null}").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two%20words", "a%2Fb", "c%2B%2B", "%C3%BC", "50%25", "a%3Fb"})
  void anyTagIsNamedInAPath(String encoded) {
    task("a", "\"two words\",\"a/b\",\"c++\",\"ü\",\"50%\",\"a?b\"");

    assertThat(ada.patch(TAGS + "/" + encoded, "{\"colour\":\"#aabbcc\"}").status()).isEqualTo(200);
    assertThat(tags()).filteredOn(tag -> "#aabbcc".equals(tag.get("colour"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%00", "%20", "nothing"})
  void whatCanBeNoTagIsAbsent(String encoded) {
    assertThat(ada.delete(TAGS + "/" + encoded).status()).isEqualTo(404);
  }

  @Test
  void thousandsOfTasksAreRetaggedInOneWrite() {
    List<TaskRow> many = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      many.add(TestDatabase.task(ada.user(), "task " + i));
    }
    gateway
        .database()
        .database()
        .write(
            connection -> {
              TaskRows.insert(connection, many);
              Sql.execute(
                  connection, "UPDATE task SET tags = '{many}' WHERE user_id = ?", ada.user());
            });

    Answer renamed = ada.patch(TAGS + "/many", "{\"name\":\"all\"}");

    assertThat(renamed.status()).as(renamed.toString()).isEqualTo(200);
    assertThat(renamed.field("all")).isEqualTo(2_000L);
  }

  private UUID task(String title, String tags) {
    return ada.post("/api/v1/tasks", "{\"title\":\"" + title + "\",\"tags\":[" + tags + "]}").id();
  }

  private UUID series(String tags) {
    return ada.post(
            "/api/v1/series",
            "{\"title\":\"s\",\"start\":\"2040-01-01\",\"rule\":\"FREQ=DAILY\",\"tags\":["
                + tags
                + "]}")
        .id();
  }

  private String first(String word) {
    List<?> items = (List<?>) ada.get("/api/v1/tasks?q=" + word).field("items");
    return String.valueOf(((Map<?, ?>) items.getFirst()).get("id"));
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> tags() {
    return (List<Map<String, Object>>) ada.get(TAGS).json().get("items");
  }

  private static Map<String, Object> tag(
      String name, @Nullable String colour, long open, long all) {
    Map<String, Object> tag = new HashMap<>();
    tag.put("name", name);
    tag.put("colour", colour);
    tag.put("open", open);
    tag.put("all", all);
    return tag;
  }
}
