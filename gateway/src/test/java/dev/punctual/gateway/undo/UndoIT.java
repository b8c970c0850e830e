package dev.punctual.gateway.undo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.Rows;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.store.Sql;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each change, undone and done again: everything is as it was before, then as it was after. */
class UndoIT {
  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();
  private final Things things = new Things(gateway, ada);
  private final Rows rows = new Rows(gateway.database(), ada.user());

  @Test
  void aTaskThatWasCreated() {
    thereAndBack(
        () -> ada.post("/api/v1/tasks", "{\"title\":\"t\",\"due\":{\"date\":\"2040-01-01\"}}"));
  }

  @Test
  void aTaskThatWasEditedTakesItsRemindersAlong() {
    UUID task = things.task("{\"title\":\"t\",\"due\":{\"local\":\"2040-01-01T10:00\"}}");
    things.reminder(task, "\"before\":\"PT1H\"");
    UUID snoozed = things.reminder(task, "\"before\":\"P1D\"");
    ada.post("/api/v1/reminders/" + snoozed + "/snooze", "{\"until\":\"2039-06-01T00:00:00Z\"}");

    thereAndBack(
        () ->
            ada.patch(
                "/api/v1/tasks/" + task,
                "{\"title\":\"u\",\"due\":{\"local\":\"2040-02-01T10:00\"},\"tags\":[\"x\"]}"));
  }

  @Test
  void aDueThatWasTakenAway() {
    UUID task = things.task("{\"title\":\"t\",\"due\":{\"local\":\"2040-01-01T10:00\"}}");
    things.reminder(task, "\"before\":\"PT1H\"");

    thereAndBack(() -> ada.patch("/api/v1/tasks/" + task, "{\"due\":null}"));
  }

  @Test
  void aTaskThatWasCompletedReopenedOrCancelled() {
    UUID task = things.task("{\"title\":\"t\",\"due\":{\"local\":\"2040-01-01T10:00\"}}");
    things.reminder(task, "\"before\":\"PT1H\"");
    String path = "/api/v1/tasks/" + task;

    thereAndBack(() -> ada.post(path + "/complete", null));
    thereAndBack(() -> ada.post(path + "/reopen", null));
    thereAndBack(
        () -> ada.patch(path, "{\"status\":\"cancelled\",\"due\":{\"date\":\"2041-01-01\"}}"));
  }

  @Test
  void aTaskThatWasDeletedComesBackWithItsReminders() {
    UUID task = things.task("{\"title\":\"t\",\"due\":{\"local\":\"2040-01-01T10:00\"}}");
    things.reminder(task, "\"before\":\"PT1H\"");

    thereAndBack(() -> ada.delete("/api/v1/tasks/" + task));
    assertThat(rows.events(task)).contains("task.deleted", "task.created");
  }

  @Test
  void manyTasksThatWereChangedAtOnce() {
    for (int i = 0; i < 3; i++) {
      UUID task = things.task("{\"title\":\"t\",\"due\":{\"local\":\"2040-01-01T10:00\"}}");
      things.reminder(task, "\"before\":\"PT1H\"");
    }
    List<String> ids =
        things.all().keySet().stream()
            .filter(name -> name.startsWith("tasks "))
            .map(name -> "\"" + name.substring(6) + "\"")
            .toList();

    for (String action : List.of("complete", "delete")) {
      thereAndBack(
          () ->
              ada.post(
                  "/api/v1/tasks/bulk",
                  "{\"action\":\"" + action + "\",\"expected\":3,\"ids\":" + ids + "}"));
    }
  }

  @Test
  void aReminderThatWasMadeSnoozedOrTakenBack() {
    UUID task = things.task("{\"title\":\"t\"}");
    String path = "/api/v1/reminders/" + things.reminder(task, "\"at\":\"2040-01-01T00:00:00Z\"");

    thereAndBack(() -> ada.post(path + "/snooze", "{\"until\":\"2041-01-01T00:00:00Z\"}"));
    thereAndBack(() -> ada.delete(path));
    Answer made =
        ada.post(
            "/api/v1/reminders", "{\"taskId\":\"" + task + "\",\"at\":\"2042-01-01T00:00:00Z\"}");
    assertThat(undo(made).status()).isEqualTo(200);
    assertThat(rows.timer("reminder", made.id())).as("cancelled, and still there").isEmpty();
    assertThat(undo(made).text("code")).isEqualTo("nothing-to-undo");
  }

  @Test
  void aSeriesThatWasCreatedEditedPausedResumedCancelledOrDeleted() {
    thereAndBack(() -> ada.post("/api/v1/series", daily()));
    String path = "/api/v1/series/" + things.series(daily());
    thereAndBack(() -> ada.patch(path, "{\"title\":\"other\"}"));
    thereAndBack(
        () -> ada.patch(path, "{\"rule\":\"FREQ=WEEKLY\",\"start\":\"2041-01-05T08:00\"}"));
    thereAndBack(() -> ada.post(path + "/pause", null));
    thereAndBack(() -> ada.patch(path, "{\"rule\":\"FREQ=MONTHLY\"}"));
    thereAndBack(() -> ada.post(path + "/resume", null));
    thereAndBack(() -> ada.post(path + "/cancel", null));
    thereAndBack(() -> ada.delete(path));
  }

  @Test
  void oneOccurrenceThatWasEditedOrDeleted() {
    String path = "/api/v1/series/" + things.series(daily()) + "/occurrences/";

    thereAndBack(() -> ada.patch(path + "2040-01-04T09:00", "{\"title\":\"made\"}"));
    thereAndBack(() -> ada.delete(path + "2040-01-05T09:00"));
    assertThat(ada.patch(path + "2040-01-06T09:00", "{\"title\":\"first\"}").status())
        .isEqualTo(200);
    thereAndBack(() -> ada.patch(path + "2040-01-06T09:00", "{\"status\":\"skipped\"}"));
    thereAndBack(() -> ada.delete(path + "2040-01-06T09:00"));
  }

  @Test
  void thoseThatFollowWereEditedOrDeleted() {
    String path = "/api/v1/series/" + things.series(daily()) + "/occurrences/";
    ada.patch(path + "2040-01-04T09:00", "{\"notes\":\"before\"}");
    ada.patch(path + "2040-01-08T09:00", "{\"notes\":\"after\"}");

    thereAndBack(
        () ->
            ada.patch(
                path + "2040-01-06T09:00?scope=following",
                "{\"title\":\"u\",\"start\":\"2040-01-06T10:00\"}"));
    thereAndBack(() -> ada.delete(path + "2040-01-04T09:00?scope=following"));
  }

  @Test
  void allWereMovedOrDeleted() {
    String path = "/api/v1/series/" + things.series(daily()) + "/occurrences/";
    for (int day = 4; day < 8; day++) {
      ada.patch(path + "2040-01-0" + day + "T09:00", "{\"notes\":\"n\"}");
    }

    thereAndBack(
        () -> ada.patch(path + "2040-01-04T09:00?scope=all", "{\"start\":\"2040-01-05T09:00\"}"));
    thereAndBack(() -> ada.delete(path + "2040-01-04T09:00?scope=all"));
  }

  @Test
  void aSeriesThatRepeatsFromCompletionWaitsAgainForWhatIsOpenAgain() {
    UUID series =
        things.series(
            "{\"title\":\"s\",\"start\":\"2040-01-02T09:00\",\"rule\":\"FREQ=DAILY\","
                + "\"repeat\":\"completion\"}");
    String path = "/api/v1/series/" + series + "/occurrences/2040-01-02T09:00";
    String task = ada.patch(path, "{\"title\":\"made\"}").text("task.id");
    assertThat(rows.timer("series", series)).isEmpty();

    Answer done = ada.post("/api/v1/tasks/" + task + "/complete", null);
    assertThat(rows.timer("series", series)).isPresent();

    assertThat(undo(done).status()).isEqualTo(200);
    assertThat(rows.timer("series", series)).isEmpty();
    assertThat(ada.get("/api/v1/series/" + series).field("nextAt")).isNull();
    thereAndBack(() -> ada.delete(path));
  }

  @Test
  void aFileThatWasImported() {
    String todo =
        "BEGIN:VTODO\r\nUID:%s\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:t\r\n%sEND:VTODO\r\n";
    String file =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//EN\r\n"
            + todo.formatted("1", "DUE:20400101T000000Z\r\n")
            + todo.formatted("2", "DTSTART:20400101T000000Z\r\nRRULE:FREQ=DAILY\r\n")
            + "END:VCALENDAR\r\n";

    thereAndBack(() -> ada.send("POST", "/api/v1/import", file, "Content-Type", "text/calendar"));
  }

  @Test
  void aFileThatWasSavedInPortions() {
    StringBuilder file =
        new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//EN\r\n");
    for (int i = 0; i < 250; i++) {
      file.append("BEGIN:VTODO\r\nUID:").append(i);
      file.append("\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:t\r\nEND:VTODO\r\n");
    }
    file.append("END:VCALENDAR\r\n");
    Answer brought =
        ada.send("POST", "/api/v1/import", file.toString(), "Content-Type", "text/calendar");

    Answer undone = undo(brought);

    assertThat(undone.field("tasks")).isEqualTo(250L);
    assertThat(things.all()).isEmpty();
    assertThat(undo(undone).field("tasks")).isEqualTo(250L);
  }

  @Test
  void whatTouchedTooManyThingsIsLeft() {
    UUID change = UUID.randomUUID();
    execute(
        "INSERT INTO change (user_id, id, kind, subject_id, actor, at, after)"
            + " SELECT ?, ?, 'task', uuidv7(), 'import', now(), '{}' FROM generate_series(1, ?)",
        ada.user(),
        change,
        Undo.MAX_THINGS + 1);

    assertThat(ada.post("/api/v1/changes/" + change + "/undo", null).text("code"))
        .isEqualTo("not-undoable");
  }

  @Test
  void whatWasChangedInOtherFieldsStays() {
    UUID task = things.task("{\"title\":\"a\",\"notes\":\"n\"}");
    String path = "/api/v1/tasks/" + task;
    Answer edit = ada.patch(path, "{\"title\":\"b\"}");
    ada.patch(path, "{\"notes\":\"m\"}");

    assertThat(undo(edit).status()).isEqualTo(200);

    assertThat(ada.get(path).text("title")).isEqualTo("a");
    assertThat(ada.get(path).text("notes")).isEqualTo("m");
  }

  @Test
  void aConflictIsExplainedAndNothingIsHalfDone() {
    UUID series = things.series(daily());
    String path = "/api/v1/series/" + series + "/occurrences/";
    String task = ada.patch(path + "2040-01-04T09:00", "{\"notes\":\"n\"}").text("task.id");
    Answer edit = ada.patch(path + "2040-01-04T09:00?scope=all", "{\"title\":\"new\"}");
    ada.patch("/api/v1/tasks/" + task, "{\"title\":\"newer\"}");
    Map<String, Object> before = things.all();

    Answer refused = undo(edit);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("undo-conflict");
    assertThat((List<?>) refused.field("errors"))
        .singleElement()
        .satisfies(
            error ->
                assertThat(((Map<?, ?>) error).get("field")).isEqualTo("tasks/" + task + ".title"));
    assertThat(things.all()).isEqualTo(before);
  }

  @Test
  void aSeriesThatWasPausedSinceIsNotUnmade() {
    Answer made = ada.post("/api/v1/series", daily());
    ada.post("/api/v1/series/" + made.id() + "/pause", null);

    assertThat(undo(made).toString()).contains("undo-conflict", "series/" + made.id() + ".status");
  }

  @Test
  void aSplitWhoseSecondHalfHasGoneOnIsNotJoinedAgain() {
    String path = "/api/v1/series/" + things.series(daily()) + "/occurrences/";
    Answer split = ada.patch(path + "2040-01-06T09:00?scope=following", "{\"title\":\"u\"}");
    String rest = split.text("series.id");
    ada.patch("/api/v1/series/" + rest + "/occurrences/2040-01-09T09:00", "{\"notes\":\"n\"}");

    Answer refused = undo(split);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.toString()).contains("series/" + rest + ".occurrences");
  }

  @Test
  void aSeriesThatHasGoneOnSinceGoesOnFromThere() {
    UUID series = things.series(daily());
    Answer edit = ada.patch("/api/v1/series/" + series, "{\"rule\":\"FREQ=WEEKLY\"}");
    // As the function leaves it when it has made the first two.
    execute(
        "UPDATE series SET last_occurrence = '2040-01-09T09:00:00',"
            + " next_occurrence = '2040-01-16T09:00:00', next_at = '2040-01-16T14:00:00Z',"
            + " timer_at = '2040-01-16T14:00:00Z', status = 'active', revision = 5, version = 5"
            + " WHERE id = ?",
        series);

    assertThat(undo(edit).status()).isEqualTo(200);

    assertThat(ada.get("/api/v1/series/" + series).text("nextAt"))
        .isEqualTo("2040-01-10T14:00:00Z");
    assertThat(rows.timer("series", series))
        .hasValueSatisfying(timer -> assertThat(timer.revision()).isGreaterThan(5));
  }

  @Test
  void tagsComeBackWithAllThatHadThem() {
    things.task("{\"title\":\"one\",\"tags\":[\"work\",\"urgent\"]}");
    things.task("{\"title\":\"two\",\"tags\":[\"work\"]}");
    things.series("{\"title\":\"s\",\"start\":\"2040-01-01\",\"tags\":[\"work\"]}");

    thereAndBack(() -> ada.patch("/api/v1/tags/work", "{\"colour\":\"#1e90ff\"}"));
    thereAndBack(() -> ada.patch("/api/v1/tags/work", "{\"name\":\"job\"}"));
    thereAndBack(() -> ada.patch("/api/v1/tags/job", "{\"name\":\"urgent\",\"merge\":true}"));
    thereAndBack(() -> ada.delete("/api/v1/tags/urgent"));
  }

  @Test
  void aTagWhoseNameIsTakenMeanwhileStandsInTheWay() {
    things.task("{\"title\":\"one\",\"tags\":[\"work\"]}");
    Answer renamed = ada.patch("/api/v1/tags/work", "{\"name\":\"job\"}");
    things.task("{\"title\":\"two\",\"tags\":[\"work\"]}");
    Map<String, Object> before = things.all();

    assertThat(undo(renamed).text("code")).isEqualTo("undo-conflict");
    assertThat(things.all()).isEqualTo(before);
  }

  @Test
  void savedFiltersComeBack() {
    thereAndBack(() -> ada.post("/api/v1/filters", "{\"name\":\"Late\",\"q\":\"is:overdue\"}"));
    String filter =
        String.valueOf(
            ((Map<?, ?>) ((List<?>) ada.get("/api/v1/filters").json().get("items")).getFirst())
                .get("id"));
    thereAndBack(() -> ada.patch("/api/v1/filters/" + filter, "{\"q\":\"is:open\"}"));
    thereAndBack(() -> ada.delete("/api/v1/filters/" + filter));
  }

  @Test
  void whatCannotBeUndoneSaysSo() {
    Answer channel =
        ada.post("/api/v1/channels", "{\"kind\":\"webhook\",\"target\":\"https://example.net/\"}");
    Answer feed = ada.post("/api/v1/feeds", "{}");
    Answer task = ada.post("/api/v1/tasks", "{\"title\":\"t\"}");
    execute("UPDATE change SET at = now() - interval '31 days' WHERE subject_id = ?", task.id());

    assertThat(undo(channel).text("code")).isEqualTo("not-undoable");
    assertThat(undo(feed).text("code")).isEqualTo("not-undoable");
    assertThat(undo(task).text("code")).isEqualTo("change-too-old");
    assertThat(undo(task).status()).isEqualTo(409);
    assertThat(ada.post("/api/v1/changes/" + UUID.randomUUID() + "/undo", null).status())
        .isEqualTo(404);
  }

  /** Does something, undoes it, undoes that, and undoes that again. */
  private void thereAndBack(Change change) {
    Map<String, Object> before = things.all();
    Answer done = change.make();
    assertThat(done.status()).as(done.toString()).isBetween(200, 204);
    Map<String, Object> after = things.all();
    assertThat(after).isNotEqualTo(before);

    Answer undone = undo(done);
    assertThat(undone.status()).as(undone.toString()).isEqualTo(200);
    assertThat(things.all()).isEqualTo(before);
    Answer again = undo(undone);
    assertThat(again.status()).as(again.toString()).isEqualTo(200);
    assertThat(things.all()).isEqualTo(after);
    assertThat(undo(again).status()).isEqualTo(200);
    assertThat(things.all()).isEqualTo(before);
    assertThat(undo(done).text("code")).isIn("nothing-to-undo");
    // Left done, for what follows.
    assertThat(change.make().status()).isBetween(200, 204);
  }

  private interface Change {
    Answer make();
  }

  private Answer undo(Answer change) {
    return ada.post("/api/v1/changes/" + change.header("Change-Id") + "/undo", null);
  }

  private void execute(String sql, Object... arguments) {
    gateway.database().database().write(connection -> Sql.execute(connection, sql, arguments));
  }

  private static String daily() {
    return "{\"title\":\"s\",\"start\":\"2040-01-02T09:00\",\"rule\":\"FREQ=DAILY\","
        + "\"reminders\":[{\"before\":\"PT15M\"}]}";
  }
}
