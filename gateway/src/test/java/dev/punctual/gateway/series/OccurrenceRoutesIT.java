package dev.punctual.gateway.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.Rows;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.store.Sql;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The three scopes of an edit, over HTTP and the real database. */
class OccurrenceRoutesIT {
  private static final String SERIES = "/api/v1/series";
  private static final String TASKS = "/api/v1/tasks/";

  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();
  private final Rows rows = new Rows(gateway.database(), ada.user());

  @Test
  void aSpanListsWhatIsToComeInParts() {
    String path = fridays();

    Answer first = span(path, "2040-03-01", "2040-04-01", "&limit=2");
    Answer rest =
        span(path, "2040-03-01", "2040-04-01", "&limit=9&cursor=" + first.text("nextCursor"));

    assertThat(locals(first)).containsExactly("2040-03-02T14:00:00", "2040-03-09T14:00:00");
    assertThat(locals(rest))
        .containsExactly("2040-03-16T14:00:00", "2040-03-23T14:00:00", "2040-03-30T14:00:00");
    assertThat(rest.field("nextCursor")).isNull();
    assertThat(items(first).getFirst())
        .isEqualTo(json("2040-03-02T14:00:00", "2040-03-02T19:00:00Z", "none", null));
    // The end is exclusive, the begin is not.
    assertThat(
            locals(
                ada.get(path + "/occurrences?from=2040-03-02T19:00:00Z&to=2040-03-09T19:00:00Z")))
        .containsExactly("2040-03-02T14:00:00");
    assertThat(span(path, "2040-03-01", "2040-04-01", "&limit=201").status()).isEqualTo(400);
  }

  @Test
  void oneThatIsMovedIsMadeNowAndTheOthersStay() {
    String path = fridays("\"reminders\":[{\"before\":\"PT15M\"}]");

    Answer moved = at(path, "2040-03-09T14:00", "this", "{\"start\":\"2040-03-12T10:00\"}");

    assertThat(moved.status()).isEqualTo(200);
    Map<?, ?> task = object(moved.field("task"));
    assertThat(task.get("occurrence")).isEqualTo("2040-03-09T14:00:00");
    assertThat(object(task.get("due")).get("at")).isEqualTo("2040-03-12T14:00:00Z");
    assertThat(task.get("title")).isEqualTo("Team sync");
    assertThat(object(moved.field("series")).get("version")).isEqualTo(1L);
    UUID id = UUID.fromString(String.valueOf(task.get("id")));
    assertThat(rows.events(id)).containsExactly("task.instance_created");
    assertThat(rows.changes(moved.header("Change-Id"), id))
        .containsExactly("task person false true");
    assertThat(rows.timer("overdue", id).orElseThrow().dueAt()).isEqualTo("2040-03-12T14:00:00Z");
    assertThat(object(items(ada.get("/api/v1/reminders?taskId=" + id)).getFirst()).get("fireAt"))
        .isEqualTo("2040-03-12T13:45:00Z");
    Answer listed = span(path, "2040-03-01", "2040-03-20", "");
    assertThat(locals(listed))
        .containsExactly("2040-03-02T14:00:00", "2040-03-09T14:00:00", "2040-03-16T14:00:00");
    assertThat(items(listed).get(1).get("at")).isEqualTo("2040-03-12T14:00:00Z");

    Answer again = at(path, "2040-03-09T14:00", "this", "{\"start\":\"2040-03-12T10:00\"}");
    assertThat(object(again.field("task")).get("version")).isEqualTo(1L);
  }

  @Test
  void oneThatIsSkippedIsARowAndCanBeTakenBack() {
    String path = fridays();

    Answer skipped = at(path, "2040-03-02T14:00", "this", "{\"status\":\"skipped\"}");
    assertThat(object(skipped.field("task")).get("status")).isEqualTo("skipped");

    Answer back = at(path, "2040-03-02T14:00", "this", "{\"status\":\"pending\"}");
    assertThat(object(back.field("task")).get("status")).isEqualTo("pending");
    assertThat(object(back.field("task")).get("version")).isEqualTo(2L);
  }

  @Test
  void oneThatIsDeletedIsLeftOutAndItsTaskGoesToTheTrash() {
    String path = fridays();
    String task =
        String.valueOf(object(at(path, "2040-03-02T14:00", "this", "{}").field("task")).get("id"));

    Answer deleted = ada.delete(path + "/occurrences/2040-03-02T14:00");

    assertThat(deleted.status()).isEqualTo(204);
    assertThat(ada.get(TASKS + task).status()).isEqualTo(404);
    Answer series = ada.get(path);
    assertThat(series.field("exdates")).isEqualTo(List.of("2040-03-02T14:00:00"));
    assertThat(series.text("nextAt")).isEqualTo("2040-03-09T19:00:00Z");
    assertThat(rows.changes(deleted.header("Change-Id"), id(path)))
        .containsExactly("series person true true");
    assertThat(rows.changes(deleted.header("Change-Id"), UUID.fromString(task)))
        .containsExactly("task person true false");
    assertThat(ada.delete(path + "/occurrences/2040-03-02T14:00").status()).isEqualTo(404);
  }

  @Test
  void deletingTheOnlyOneThatIsToComeCompletesTheSeries() {
    String path = create("{\"title\":\"t\",\"start\":\"2040-03-02T14:00\"}");

    assertThat(ada.delete(path + "/occurrences/2040-03-02T14:00:00").status()).isEqualTo(204);

    assertThat(ada.get(path).text("status")).isEqualTo("completed");
    assertThat(rows.timer("series", id(path))).isEmpty();
  }

  @Test
  void followingSplitsAndSavedTwiceChangesNothingTheSecondTime() {
    String path = fridays("\"exdates\":[\"2040-03-23T14:00\"]");

    Answer split = at(path, "2040-03-16T14:00", "following", "{\"title\":\"Sync\"}");

    Map<?, ?> rest = object(split.field("series"));
    assertThat(split.status()).isEqualTo(200);
    assertThat(rest.get("title")).isEqualTo("Sync");
    assertThat(rest.get("start")).isEqualTo("2040-03-16T14:00:00");
    assertThat(rest.get("rule")).isEqualTo("FREQ=WEEKLY;BYDAY=FR");
    assertThat(rest.get("exdates")).isEqualTo(List.of("2040-03-23T14:00"));
    assertThat(rest.get("status")).isEqualTo("pending");
    Answer before = ada.get(path);
    assertThat(before.text("title")).isEqualTo("Team sync");
    assertThat(before.text("rule")).isEqualTo("FREQ=WEEKLY;BYDAY=FR;UNTIL=20400309T140000");
    assertThat(before.text("summary")).endsWith(", until March 9, 2040");
    assertThat(before.field("exdates")).isEqualTo(List.of());
    UUID id = UUID.fromString(String.valueOf(rest.get("id")));
    assertThat(rows.timer("series", id).orElseThrow().dueAt())
        .isEqualTo(Instant.parse("2040-03-16T18:00:00Z"));
    assertThat(rows.changes(split.header("Change-Id"), id(path)))
        .containsExactly("series person true true");
    assertThat(rows.changes(split.header("Change-Id"), id))
        .containsExactly("series person false true");

    Answer again = at(path, "2040-03-16T14:00", "following", "{\"title\":\"Sync\"}");

    assertThat(again.field("series")).isEqualTo(split.field("series"));
    assertThat(ada.get(path).json()).isEqualTo(before.json());
    assertThat(items(ada.get(SERIES))).hasSize(2);
    assertThat(rows.changes(again.header("Change-Id"), id)).isEmpty();

    Answer moved = at(path, "2040-03-16T14:00", "following", "{\"start\":\"2040-03-16T15:00\"}");
    assertThat(object(moved.field("series")).get("id")).isEqualTo(rest.get("id"));
    assertThat(object(moved.field("series")).get("start")).isEqualTo("2040-03-16T15:00:00");
    assertThat(object(moved.field("series")).get("exdates"))
        .isEqualTo(List.of("2040-03-23T15:00:00"));
  }

  @Test
  void followingSavedTwiceIsAnsweredAlikeOnceItsFirstOccurrenceIsOver() {
    String path = fridays("\"exdates\":[]");
    String edit = "{\"start\":\"2040-03-16T15:00\",\"title\":\"Sync\"}";
    Answer split = at(path, "2040-03-16T14:00", "following", edit);
    UUID rest = UUID.fromString(String.valueOf(object(split.field("series")).get("id")));
    // As the function leaves it when an occurrence was passed over: decided, and without a task.
    gateway
        .database()
        .database()
        .write(
            connection ->
                assertThat(
                        Sql.update(
                            connection,
                            "UPDATE series SET last_occurrence = '2040-03-16T15:00:00',"
                                + " next_occurrence = '2040-03-23T15:00:00'"
                                + " WHERE user_id = ? AND id = ?",
                            ada.user(),
                            rest))
                    .isEqualTo(1));

    Answer again = at(path, "2040-03-16T14:00", "following", edit);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.field("series")).isEqualTo(split.field("series"));
    assertThat(rows.changes(again.header("Change-Id"), rest)).isEmpty();
  }

  @Test
  void followingTheFirstIsAll() {
    String path = fridays();

    Answer edited = at(path, "2040-03-02T14:00", "following", "{\"start\":\"2040-03-02T16:30\"}");

    assertThat(object(edited.field("series")).get("id")).isEqualTo(id(path).toString());
    assertThat(ada.get(path).text("start")).isEqualTo("2040-03-02T16:30:00");
    assertThat(items(ada.get(SERIES))).hasSize(1);
  }

  @Test
  void followingCountsOnWhereTheRuleCounts() {
    String path =
        create("{\"title\":\"t\",\"start\":\"2040-03-02T14:00\",\"rule\":\"FREQ=DAILY;COUNT=5\"}");

    Answer split = at(path, "2040-03-05T14:00", "following", "{\"start\":\"2040-03-05T15:00\"}");

    assertThat(ada.get(path).text("rule")).isEqualTo("FREQ=DAILY;COUNT=3");
    assertThat(object(split.field("series")).get("rule")).isEqualTo("FREQ=DAILY;COUNT=2");
    assertThat(
            locals(
                span(
                    SERIES + "/" + object(split.field("series")).get("id"),
                    "2040-03-01",
                    "2040-04-01",
                    "")))
        .containsExactly("2040-03-05T15:00:00", "2040-03-06T15:00:00");
  }

  @Test
  void followingTakesTheOpenTaskWithIt() {
    String path = fridays();
    Answer made = at(path, "2040-03-16T14:00", "this", "{}");
    UUID task = UUID.fromString(String.valueOf(object(made.field("task")).get("id")));

    Answer split =
        at(
            path,
            "2040-03-16T14:00",
            "following",
            "{\"title\":\"Sync\",\"start\":\"2040-03-16T15:00\"}");

    Answer moved = ada.get(TASKS + task);
    assertThat(moved.text("title")).isEqualTo("Sync");
    assertThat(moved.text("seriesId")).isEqualTo(object(split.field("series")).get("id"));
    assertThat(moved.text("occurrence")).isEqualTo("2040-03-16T15:00:00");
    assertThat(object(moved.field("due")).get("local")).isEqualTo("2040-03-16T15:00");
    assertThat(moved.field("version")).isEqualTo(2L);
    assertThat(split.field("task")).isEqualTo(moved.json());
    assertThat(rows.changes(split.header("Change-Id"), task))
        .containsExactly("task person true true");
  }

  @Test
  void allMovesEveryOccurrenceByAsMuchAndWhatIsOpenWithThem() {
    String path = create("{\"title\":\"t\",\"start\":\"2040-03-02\",\"rule\":\"FREQ=WEEKLY\"}");
    Answer made = at(path, "2040-03-09", "this", "{}");
    String task = String.valueOf(object(made.field("task")).get("id"));

    Answer edited = at(path, "2040-03-16", "all", "{\"start\":\"2040-03-17\",\"tags\":[\"work\"]}");

    assertThat(edited.status()).isEqualTo(200);
    assertThat(ada.get(path).text("start")).isEqualTo("2040-03-03");
    assertThat(ada.get(path).text("summary")).isEqualTo("every week on Saturday");
    assertThat(object(ada.get(TASKS + task).field("due")).get("date")).isEqualTo("2040-03-10");
    assertThat(ada.get(TASKS + task).field("tags")).isEqualTo(List.of("work"));
    assertThat(locals(span(path, "2040-03-01", "2040-03-20", "")))
        .containsExactly("2040-03-03", "2040-03-10", "2040-03-17");
  }

  @Test
  void neighboursThatMoveOntoEachOthersDaysKeepTheirOrder() {
    String path = create("{\"title\":\"t\",\"start\":\"2040-03-02\",\"rule\":\"FREQ=DAILY\"}");
    at(path, "2040-03-05", "this", "{\"title\":\"one\"}");
    at(path, "2040-03-06", "this", "{\"title\":\"two\"}");
    at(path, "2040-03-07", "this", "{\"title\":\"three\",\"start\":\"2040-03-20\"}");

    assertThat(at(path, "2040-03-02", "all", "{\"start\":\"2040-03-03\"}").status()).isEqualTo(200);

    assertThat(items(span(path, "2040-03-05", "2040-03-09", "")))
        .filteredOn(item -> item.get("task") != null)
        .extracting(item -> item.get("local") + " " + object(item.get("task")).get("title"))
        .containsExactly("2040-03-06 one", "2040-03-07 two", "2040-03-08 three");
    assertThat(items(span(path, "2040-03-08", "2040-03-09", "")))
        .extracting(item -> String.valueOf(item.get("at")))
        .containsExactly("2040-03-20T04:00:00Z");
  }

  @Test
  void aMoveThatTheRuleDoesNotFollowIsRefused() {
    String path = fridays();

    Answer refused = at(path, "2040-03-16T14:00", "all", "{\"start\":\"2040-03-17T14:00\"}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("code")).isEqualTo("not-an-occurrence");

    Answer withRule =
        at(
            path,
            "2040-03-16T14:00",
            "all",
            "{\"start\":\"2040-03-17T14:00\",\"rule\":\"FREQ=WEEKLY;BYDAY=SA\"}");
    assertThat(withRule.status()).isEqualTo(200);
    assertThat(ada.get(path).text("nextAt")).isEqualTo("2040-03-03T19:00:00Z");
  }

  @Test
  void deletingFollowingEndsTheSeriesBeforeAndTrashesWhatIsOpen() {
    String path = fridays();
    Answer made = at(path, "2040-03-16T14:00", "this", "{}");
    String task = String.valueOf(object(made.field("task")).get("id"));

    assertThat(ada.delete(path + "/occurrences/2040-03-16T14:00?scope=following").status())
        .isEqualTo(204);

    assertThat(ada.get(path).text("rule")).endsWith(";UNTIL=20400309T140000");
    assertThat(ada.get(TASKS + task).status()).isEqualTo(404);
    assertThat(ada.delete(path + "/occurrences/2040-03-23T14:00?scope=following").status())
        .isEqualTo(404);
  }

  @Test
  void deletingAllDeletesTheSeriesAndTrashesWhatIsOpen() {
    String path = fridays();
    Answer made = at(path, "2040-03-16T14:00", "this", "{}");
    String task = String.valueOf(object(made.field("task")).get("id"));

    assertThat(ada.delete(path + "/occurrences/2040-03-02T14:00?scope=all").status())
        .isEqualTo(204);

    assertThat(ada.get(path).status()).isEqualTo(404);
    assertThat(ada.get(TASKS + task).status()).isEqualTo(404);
  }

  @Test
  void whatIsNoOccurrenceIsNotThere() {
    String path = fridays();

    assertThat(at(path, "2040-03-03T14:00", "this", "{}").status()).isEqualTo(404);
    assertThat(at(path, "2040-03-03T14:00", "following", "{}").status()).isEqualTo(404);
    assertThat(at(path, "2040-03-03T14:00", "all", "{}").status()).isEqualTo(404);
    assertThat(at(path, "friday", "this", "{}").text("code")).isEqualTo("invalid-occurrence");
    assertThat(at(path, "2040-03-02T14:00", "some", "{}").status()).isEqualTo(400);
    assertThat(at(path, "2040-03-02T14:00", "this", "{\"rule\":\"FREQ=DAILY\"}").text("code"))
        .isEqualTo("unknown-field");
    assertThat(
            ada.send(
                    "PATCH",
                    path + "/occurrences/2040-03-02T14:00",
                    "{\"title\":\"x\"}",
                    "If-Match",
                    "\"9\"")
                .status())
        .isEqualTo(412);
  }

  @Test
  void completingOneOccurrenceLeavesTheSeries() {
    String path = fridays();
    Answer series = ada.get(path);
    String task =
        String.valueOf(object(at(path, "2040-03-02T14:00", "this", "{}").field("task")).get("id"));

    assertThat(ada.post(TASKS + task + "/complete", null).text("status")).isEqualTo("completed");

    assertThat(ada.get(path).json()).isEqualTo(series.json());
    assertThat(locals(span(path, "2040-03-01", "2040-03-10", "")))
        .containsExactly("2040-03-02T14:00:00", "2040-03-09T14:00:00");
  }

  @Test
  void aPatchOfTheTitleKeepsDueAndRule() {
    String path = fridays();
    Answer made = at(path, "2040-03-02T14:00", "this", "{}");
    Map<?, ?> task = object(made.field("task"));

    Answer titled = ada.patch(TASKS + task.get("id"), "{\"title\":\"New\"}");
    assertThat(titled.field("due")).isEqualTo(task.get("due"));
    assertThat(at(path, "2040-03-09T14:00", "all", "{\"title\":\"New\"}").status()).isEqualTo(200);

    assertThat(ada.get(path).text("rule")).isEqualTo("FREQ=WEEKLY;BYDAY=FR");
    assertThat(ada.get(path).text("start")).isEqualTo("2040-03-02T14:00");
    assertThat(ada.get(path).text("nextAt")).isEqualTo("2040-03-02T19:00:00Z");
    assertThat(rows.timer("series", id(path)).orElseThrow().revision()).isEqualTo(1);
  }

  private String fridays(String... more) {
    return create(
        "{\"title\":\"Team sync\",\"start\":\"2040-03-02T14:00\",\"rule\":\"FREQ=WEEKLY;BYDAY=FR\""
            + (more.length == 0 ? "" : "," + String.join(",", more))
            + "}");
  }

  private String create(String draft) {
    Answer created = ada.post(SERIES, draft);
    assertThat(created.status()).isEqualTo(201);
    return SERIES + "/" + created.id();
  }

  private Answer at(String path, String local, String scope, String patch) {
    return ada.patch(path + "/occurrences/" + local + "?scope=" + scope, patch);
  }

  private Answer span(String path, String from, String to, String more) {
    return ada.get(
        path + "/occurrences?from=" + from + "T00:00:00Z&to=" + to + "T00:00:00Z" + more);
  }

  private static UUID id(String path) {
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }

  private static List<Map<?, ?>> items(Answer answer) {
    return ((List<?>) Objects.requireNonNull(answer.field("items")))
        .stream().<Map<?, ?>>map(OccurrenceRoutesIT::object).toList();
  }

  private static List<String> locals(Answer answer) {
    return items(answer).stream().map(item -> String.valueOf(item.get("local"))).toList();
  }

  private static Map<?, ?> object(@Nullable Object tree) {
    return (Map<?, ?>) Objects.requireNonNull(tree);
  }

  private static Map<String, @Nullable Object> json(
      String local, String at, String shift, @Nullable Object task) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("local", local);
    json.put("at", at);
    json.put("zoneShift", shift);
    json.put("task", task);
    return json;
  }
}
