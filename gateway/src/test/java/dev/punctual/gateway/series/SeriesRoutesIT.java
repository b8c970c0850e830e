package dev.punctual.gateway.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.Rows;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeriesRoutesIT {
  private static final String SERIES = "/api/v1/series";
  private static final String FRIDAYS =
      "{\"title\":\"Team sync\",\"start\":\"2040-03-02T14:00\",\"rule\":\"FREQ=WEEKLY;BYDAY=FR\"}";

  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();
  private final Rows rows = new Rows(gateway.database(), ada.user());

  @Test
  void remindersComeBeforeOrAfterTheDueAndNeverBoth() {
    String series = "{\"title\":\"t\",\"start\":\"2040-03-02T14:00\",\"reminders\":[%s]}";
    Answer made = ada.post(SERIES, series.formatted("{\"after\":\"PT1H\"},{\"before\":\"PT15M\"}"));

    assertThat(told(made.field("reminders"), "before")).containsExactly("PT15M", "null");
    assertThat(told(made.field("reminders"), "after")).containsExactly("null", "PT1H");
    assertThat(ada.get(SERIES + "/" + made.id()).json()).isEqualTo(made.json());
    // The task of an occurrence has both.
    Answer edited =
        ada.patch(SERIES + "/" + made.id() + "/occurrences/2040-03-02T14:00", "{\"title\":\"u\"}");
    assertThat(edited.status()).isEqualTo(200);
    assertThat(told(ada.get("/api/v1/reminders").field("items"), "fireAt"))
        .containsExactlyInAnyOrder("2040-03-02T18:45:00Z", "2040-03-02T20:00:00Z");
    for (String wrong : List.of("{}", "{\"before\":\"P1D\",\"after\":\"P1D\"}")) {
      assertThat(ada.post(SERIES, series.formatted(wrong)).text("code"))
          .isEqualTo("ambiguous-time");
    }
    assertThat(ada.post(SERIES, series.formatted("{\"after\":\"soon\"}")).status()).isEqualTo(422);
  }

  @Test
  void aSeriesIsCreatedPausedResumedCancelledAndDeleted() {
    Answer created = ada.post(SERIES, FRIDAYS);
    UUID id = created.id();
    String path = SERIES + "/" + id;
    Instant first = Instant.parse("2040-03-02T19:00:00Z");

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("ETag")).isEqualTo("\"1\"");
    assertThat(created.text("status")).isEqualTo("pending");
    assertThat(created.text("nextAt")).isEqualTo(first.toString());
    assertThat(created.text("summary")).isEqualTo("every week on Friday at 14:00, New York time");
    assertThat(created.json())
        .containsAllEntriesOf(
            Map.of(
                "priority", "medium",
                "repeat", "schedule",
                "ifPending", "skip",
                "onMissed", "latest",
                "exdates", List.of(),
                "rdates", List.of(),
                "reminders", List.of(),
                "tags", List.of(),
                "notes", ""));
    assertThat(ada.get(path).json()).isEqualTo(created.json());
    assertThat(ada.get(SERIES).field("items")).isEqualTo(List.of(created.json()));
    assertThat(rows.timer("series", id)).contains(new Rows.TimerRow(first, 1));
    assertThat(rows.events(id)).containsExactly("recurring.scheduled", "series.changed");
    assertThat(rows.changes(created.header("Change-Id"), id))
        .containsExactly("series person false true");

    Answer paused = ada.post(path + "/pause", null);
    assertThat(paused.text("status")).isEqualTo("paused");
    assertThat(paused.field("nextAt")).isNull();
    assertThat(rows.timer("series", id)).isEmpty();
    assertThat(rows.events(id)).endsWith("recurring.cancelled", "series.changed");

    Answer resumed = ada.post(path + "/resume", null);
    assertThat(resumed.text("status")).isEqualTo("pending");
    assertThat(rows.timer("series", id)).contains(new Rows.TimerRow(first, 3));
    assertThat(rows.events(id)).endsWith("recurring.scheduled", "series.changed");

    Answer cancelled = ada.post(path + "/cancel", null);
    assertThat(cancelled.text("status")).isEqualTo("cancelled");
    assertThat(rows.timer("series", id)).isEmpty();
    assertThat(ada.post(path + "/resume", null).text("code")).isEqualTo("wrong-state");

    assertThat(ada.delete(path).status()).isEqualTo(204);
    assertThat(rows.events(id)).endsWith("recurring.cancelled", "series.changed");
    assertThat(ada.get(path).status()).isEqualTo(404);
  }

  @Test
  void anEditOfTheRuleMovesTheTimerAndOneOfTheTitleDoesNot() {
    Answer created = ada.post(SERIES, FRIDAYS);
    UUID id = created.id();

    Answer titled = ada.patch(SERIES + "/" + id, "{\"title\":\"Sync\",\"tags\":[\"Work\"]}");
    assertThat(titled.field("version")).isEqualTo(2L);
    assertThat(titled.text("rule")).isEqualTo("FREQ=WEEKLY;BYDAY=FR");
    assertThat(rows.timer("series", id).orElseThrow().revision()).isEqualTo(1);

    Answer ruled = ada.patch(SERIES + "/" + id, "{\"rule\":\"FREQ=DAILY\",\"lead\":\"PT1H\"}");
    assertThat(ruled.text("title")).isEqualTo("Sync");
    assertThat(rows.timer("series", id))
        .contains(new Rows.TimerRow(Instant.parse("2040-03-02T18:00:00Z"), 2));
    assertThat(ada.send("PATCH", SERIES + "/" + id, "{}", "If-Match", "\"1\"").status())
        .isEqualTo(412);
  }

  @Test
  void aLeadThatReachesBackFiresAtOnce() {
    Answer created =
        ada.post(
            SERIES,
            "{\"title\":\"t\",\"start\":\"2026-01-05\",\"rule\":\"FREQ=DAILY\",\"lead\":\"P30D\"}");

    Instant nextAt = Instant.parse(created.text("nextAt"));
    assertThat(nextAt).isAfter(Instant.now());
    // The timekeeper may have claimed it by now.
    rows.timer("series", created.id())
        .ifPresent(timer -> assertThat(timer.dueAt()).isBefore(Instant.now()));
  }

  @Test
  void seriesWithoutAZoneFollowThePersonAndOthersStay() {
    UUID following = ada.post(SERIES, FRIDAYS).id();
    UUID staying = ada.post(SERIES, FRIDAYS.replace("{", "{\"zone\":\"America/New_York\",")).id();

    Answer me = ada.patch("/api/v1/me", "{\"zone\":\"Europe/Berlin\"}");

    assertThat(me.text("zone")).isEqualTo("Europe/Berlin");
    assertThat(ada.get(SERIES + "/" + following).text("nextAt")).isEqualTo("2040-03-02T13:00:00Z");
    assertThat(ada.get(SERIES + "/" + following).text("summary")).contains("Berlin");
    assertThat(rows.timer("series", following))
        .contains(new Rows.TimerRow(Instant.parse("2040-03-02T13:00:00Z"), 2));
    assertThat(rows.changes(me.header("Change-Id"), following)).hasSize(1);
    assertThat(rows.timer("series", staying))
        .contains(new Rows.TimerRow(Instant.parse("2040-03-02T19:00:00Z"), 1));
  }

  @Test
  void aDeletedSeriesLeavesItsTasks() {
    UUID id = ada.post(SERIES, FRIDAYS).id();
    String task = ada.post("/api/v1/tasks", "{\"title\":\"t\"}").text("id");
    gateway
        .database()
        .database()
        .write(
            connection ->
                assertThat(
                        Sql.update(
                            connection,
                            "UPDATE task SET series_id = ?, occurrence = '2040-03-02T14:00:00',"
                                + " occurrence_key = '0123456789abcdef' WHERE user_id = ?",
                            id,
                            ada.user()))
                    .isEqualTo(1));

    ada.delete(SERIES + "/" + id);

    assertThat(ada.get("/api/v1/tasks/" + task).text("seriesId")).isEqualTo(id.toString());
  }

  @Test
  void aPreviewShowsWhatZonesDoToARule() {
    Answer preview =
        ada.post(
            "/api/v1/recurrence/preview",
            "{\"start\":\"2026-03-07T02:30\",\"rule\":\"FREQ=DAILY;COUNT=3\",\"count\":2}");

    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.field("occurrences"))
        .isEqualTo(
            List.of(
                Map.of(
                    "local", "2026-03-07T02:30:00",
                    "at", "2026-03-07T07:30:00Z",
                    "zoneShift", "none"),
                Map.of(
                    "local", "2026-03-08T02:30:00",
                    "at", "2026-03-08T07:30:00Z",
                    "zoneShift", "gap")));
    assertThat(preview.field("truncated")).isEqualTo(true);
    Answer rest =
        ada.post(
            "/api/v1/recurrence/preview",
            "{\"start\":\"2026-03-07T02:30\",\"rule\":\"FREQ=DAILY;COUNT=3\","
                + "\"after\":\"2026-03-08T02:30:00\"}");
    assertThat((List<?>) rest.field("occurrences")).hasSize(1);
    assertThat(rest.field("truncated")).isEqualTo(false);
  }

  private static List<String> told(@Nullable Object items, String field) {
    return ((List<?>) Objects.requireNonNull(items))
        .stream().map(each -> String.valueOf(((Map<?, ?>) each).get(field))).toList();
  }
}
