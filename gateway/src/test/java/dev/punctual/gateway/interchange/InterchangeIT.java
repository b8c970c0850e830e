package dev.punctual.gateway.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.Rows;
import dev.punctual.gateway.RunningGateway;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InterchangeIT {
  private static final String EXPORT = "/api/v1/export.ics";
  private static final List<String> OF_ITS_OWN =
      List.of("id", "taskId", "seriesId", "updatedAt", "createdAt", "version");

  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();
  private final Caller bob = gateway.person();

  @Test
  void whatPunctualMadeComesBackWhole() {
    everything(ada);
    Answer file = ada.get(EXPORT);
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).startsWith("text/calendar");
    assertThat(file.header("Content-Disposition")).contains("punctual.ics");

    Answer report = bring(bob, file.response().body(), "");

    assertThat(report.status()).as(report.toString()).isEqualTo(200);
    assertThat(report.field("losses")).isEqualTo(List.of());
    assertThat(report.json())
        .containsAllEntriesOf(
            Map.of("tasks", 4L, "series", 3L, "occurrences", 2L, "unchanged", 0L, "leftOut", 0L));
    for (String things : List.of("tasks", "series", "reminders")) {
      assertThat(things(bob, things)).as(things).isEqualTo(things(ada, things));
    }
    assertThat(bob.get(EXPORT).response().body().lines().filter(InterchangeIT::isSaid).sorted())
        .isEqualTo(file.response().body().lines().filter(InterchangeIT::isSaid).sorted().toList());
  }

  @Test
  void theSameFileTwiceChangesNothing() {
    everything(ada);
    String file = ada.get(EXPORT).response().body();
    bring(bob, file, "");

    for (Caller caller : List.of(ada, bob)) {
      Object before = List.of(things(caller, "tasks"), things(caller, "series"));
      Answer again = bring(caller, file, "");
      assertThat(again.json())
          .containsAllEntriesOf(
              Map.of(
                  "tasks", 0L, "series", 0L, "occurrences", 0L, "reminders", 0L, "unchanged", 9L));
      assertThat(List.of(things(caller, "tasks"), things(caller, "series"))).isEqualTo(before);
    }
  }

  @Test
  void aDryRunTellsTheSameAndWritesNothing() {
    everything(ada);
    String file = ada.get(EXPORT).response().body();

    Answer dry = bring(bob, file, "?dryRun=true");

    assertThat(dry.field("dryRun")).isEqualTo(true);
    assertThat(dry.header("Change-Id")).isEmpty();
    assertThat(things(bob, "tasks")).isEmpty();
    assertThat(things(bob, "series")).isEmpty();
    Map<String, Object> expected = new TreeMap<>(dry.json());
    expected.put("dryRun", false);
    assertThat(new TreeMap<>(bring(bob, file, "").json())).isEqualTo(expected);
  }

  @Test
  void anImportIsOneChangeWithTimersAndEvents() {
    Answer report =
        bring(
            ada,
            calendar(
                "BEGIN:VTODO\nUID:1\nSUMMARY:t\nDUE;TZID=America/New_York:20400302T140000\n"
                    + "END:VTODO\nBEGIN:VTODO\nUID:2\nSUMMARY:s\nDTSTART:20400302T140000\n"
                    + "RRULE:FREQ=WEEKLY\nEND:VTODO\n"),
            "");
    UUID task = UUID.fromString(String.valueOf(list(ada, "tasks").getFirst().get("id")));
    UUID series = UUID.fromString(String.valueOf(list(ada, "series").getFirst().get("id")));
    Rows rows = new Rows(gateway.database(), ada.user());

    assertThat(rows.changes(report.header("Change-Id"), task))
        .containsExactly("task import false true");
    assertThat(rows.changes(report.header("Change-Id"), series))
        .containsExactly("series import false true");
    assertThat(rows.timer("overdue", task)).isPresent();
    assertThat(rows.timer("series", series)).isPresent();
    assertThat(rows.events(task)).containsExactly("task.created", "task.changed");
    assertThat(rows.events(series)).containsExactly("recurring.scheduled", "series.changed");
  }

  @Test
  void whatOthersMadeIsKeptAsFarAsItGoesAndTheRestIsTold() {
    Answer report =
        bring(
            ada,
            calendar(
                """
                BEGIN:VTODO
                UID:override-first
                RECURRENCE-ID;TZID=W. Europe Standard Time:20400309T140000
                SUMMARY:Moved
                DUE;TZID=W. Europe Standard Time:20400310T150000
                END:VTODO
                BEGIN:VTODO
                UID:override-first
                SUMMARY:Weekly
                DTSTART;TZID=W. Europe Standard Time:20400302T140000
                RRULE:FREQ=WEEKLY
                EXDATE:20400316T130000Z
                BEGIN:VALARM
                ACTION:AUDIO
                TRIGGER:-PT15M
                END:VALARM
                END:VTODO
                BEGIN:VTODO
                UID:mars
                SUMMARY:Mars
                DUE;TZID=Mars/Olympus:20400101T100000
                LOCATION:Crater
                ATTENDEE:mailto:x@example.net
                PRIORITY:3
                END:VTODO
                BEGIN:VTODO
                UID:rule
                SUMMARY:Too often
                DTSTART:20400101T100000
                RRULE:FREQ=SECONDLY
                END:VTODO
                BEGIN:VTODO
                END:VTODO
                BEGIN:VEVENT
                UID:e
                SUMMARY:A meeting
                END:VEVENT
                """),
            "");

    assertThat(report.json())
        .as(report.toString())
        .containsAllEntriesOf(Map.of("tasks", 3L, "series", 1L, "occurrences", 1L, "leftOut", 1L));
    assertThat(losses(report))
        .contains(
            "Mars DUE;TZID Mars/Olympus",
            "Mars LOCATION Crater",
            "Mars ATTENDEE mailto:x@example.net",
            "Mars PRIORITY 3",
            " SUMMARY ",
            " VEVENT 1 of them")
        .anyMatch(loss -> loss.startsWith("Too often RRULE"));
    Map<String, Object> series = list(ada, "series").getFirst();
    assertThat(series).containsEntry("exdates", List.of("2040-03-16T14:00:00"));
    assertThat(series.get("reminders")).asString().contains("before=PT15M");
    assertThat(list(ada, "tasks"))
        .anySatisfy(
            task ->
                assertThat(task)
                    .containsEntry("title", "Moved")
                    .containsEntry("occurrence", "2040-03-09T14:00:00")
                    .containsEntry("seriesId", series.get("id")))
        .anySatisfy(
            task ->
                assertThat(task)
                    .containsEntry("title", "Mars")
                    .containsEntry("notes", "Location: Crater")
                    .containsEntry("priority", "high"));
  }

  @Test
  void aFileThatIsBrokenAtItsEndWritesNothing() {
    String broken =
        "BEGIN:VCALENDAR\n" + "BEGIN:VTODO\nSUMMARY:t\nEND:VTODO\n".repeat(500) + "BEGIN:VTODO\n";

    assertThat(bring(ada, broken, "").text("code")).isEqualTo("not-a-calendar");
    assertThat(bring(ada, "", "").status()).isEqualTo(400);
    assertThat(bring(ada, "{}", "").text("code")).isEqualTo("not-a-calendar");
    assertThat(
            ada.exchange(
                    "POST",
                    "/api/v1/import",
                    BodyPublishers.ofString("title"),
                    "Content-Type",
                    "text/csv")
                .text("code"))
        .isEqualTo("unsupported-media-type");
    assertThat(list(ada, "tasks")).isEmpty();
  }

  @Test
  void tooManyComponentsAreRefusedAndTooManyBytes() {
    String bomb = calendar("BEGIN:VTODO\nEND:VTODO\n".repeat(Blocks.MAX_BLOCKS + 1));
    assertThat(bring(ada, bomb, "").text("code")).isEqualTo("too-many");

    byte[] chunk = new byte[1 << 20];
    Answer large =
        ada.exchange(
            "POST",
            "/api/v1/import",
            BodyPublishers.ofByteArrays(IntStream.range(0, 100).mapToObj(i -> chunk).toList()),
            "Content-Type",
            "text/calendar");
    assertThat(large.status()).isEqualTo(413);
    assertThat(list(ada, "tasks")).isEmpty();
  }

  @Test
  void twoThousandTasksComeInPortions() {
    String file =
        calendar(
            IntStream.range(0, 2_050)
                .mapToObj(i -> "BEGIN:VTODO\nUID:" + i + "\nSUMMARY:t" + i + "\nEND:VTODO\n")
                .collect(Collectors.joining()));

    assertThat(bring(ada, file, "").field("tasks")).isEqualTo(2_050L);
    assertThat(bring(ada, file, "").field("unchanged")).isEqualTo(2_050L);
    assertThat(ada.get(EXPORT).response().body().lines().filter("BEGIN:VTODO"::equals))
        .hasSize(2_050);
  }

  @Test
  void aFeedIsReadWithItsSecretUntilItIsRevoked() {
    ada.post("/api/v1/tasks", "{\"title\":\"In the feed\"}");
    Answer created = ada.post("/api/v1/feeds", "{\"name\":\"Phone\"}");
    String path = created.text("path");

    assertThat(created.status()).isEqualTo(201);
    Answer read = gateway.stranger().get(path);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.header("Content-Type")).startsWith("text/calendar");
    assertThat(read.response().body()).contains("SUMMARY:In the feed");
    assertThat(list(ada, "feeds").getFirst())
        .containsEntry("name", "Phone")
        .containsEntry("path", null);
    assertThat(list(ada, "feeds").getFirst().get("lastReadAt")).isNotNull();

    assertThat(gateway.stranger().get(path + "x").status()).isEqualTo(401);
    assertThat(gateway.stranger().get("/api/v1/feeds/x/calendar.ics").status()).isEqualTo(404);
    assertThat(gateway.stranger().delete(path).status()).isEqualTo(401);
    assertThat(gateway.stranger().get(EXPORT).status()).isEqualTo(401);

    assertThat(ada.delete("/api/v1/feeds/" + created.text("id")).status()).isEqualTo(204);
    assertThat(gateway.stranger().get(path).status()).isEqualTo(404);
  }

  static void everything(Caller caller) {
    post(caller, "tasks", "{\"title\":\"Bare\"}");
    String timed =
        post(
                caller,
                "tasks",
                "{\"title\":\"Timed, with; marks\\\\\",\"notes\":\"one\\ntwo\",\"priority\":\"high\","
                    + "\"tags\":[\"a,b\",\"work\"],\"status\":\"active\","
                    + "\"due\":{\"local\":\"2040-03-02T14:00\",\"zone\":\"Europe/Berlin\"}}")
            .text("id");
    for (String when :
        List.of(
            "\"before\":\"P1M\"", "\"after\":\"PT2H\"", "\"at\":\"2040-01-01T00:00:00.123456Z\"")) {
      post(caller, "reminders", "{\"taskId\":\"" + timed + "\"," + when + "}");
    }
    String snoozed =
        post(caller, "reminders", "{\"taskId\":\"" + timed + "\",\"before\":\"P1D\"}").text("id");
    post(caller, "reminders/" + snoozed + "/snooze", "{\"until\":\"2039-01-01T00:00:00Z\"}");
    String dated =
        post(caller, "tasks", "{\"title\":\"Dated\",\"due\":{\"date\":\"2040-03-02\"}}").text("id");
    post(caller, "reminders", "{\"taskId\":\"" + dated + "\",\"before\":\"P1D\"}");
    post(caller, "tasks", "{\"title\":\"Done\",\"status\":\"completed\"}");
    String series =
        post(
                caller,
                "series",
                "{\"title\":\"Rent\",\"start\":\"2040-01-31T09:00\",\"zone\":\"Europe/Berlin\","
                    + "\"rule\":\"FREQ=MONTHLY;SKIP=BACKWARD\",\"lead\":\"P2D\","
                    + "\"exdates\":[\"2040-04-30T09:00:00\"],\"rdates\":[\"2040-02-02T10:00:00\"],"
                    + "\"ifPending\":\"create\",\"onMissed\":\"all\","
                    + "\"reminders\":[{\"before\":\"P1M\"},{\"before\":\"PT15M\"}]}")
            .text("id");
    String occurrences = "series/" + series + "/occurrences/";
    caller.patch(
        "/api/v1/" + occurrences + "2040-02-29T09:00:00?scope=this",
        "{\"start\":\"2040-03-01T08:00\",\"title\":\"Rent, late\"}");
    caller.patch(
        "/api/v1/" + occurrences + "2040-03-31T09:00:00?scope=this", "{\"status\":\"skipped\"}");
    post(
        caller,
        "series",
        "{\"title\":\"Water\",\"start\":\"2040-01-01\",\"rule\":\"FREQ=DAILY;INTERVAL=3\","
            + "\"repeat\":\"completion\",\"reminders\":[{\"before\":\"P1D\"}]}");
    String paused =
        post(caller, "series", "{\"title\":\"Once\",\"start\":\"2040-01-01T10:00\"}").text("id");
    post(caller, "series/" + paused + "/pause", null);
  }

  private static Answer post(Caller caller, String path, @Nullable String body) {
    Answer answer = caller.post("/api/v1/" + path, body);
    assertThat(answer.status()).as(answer.toString()).isLessThan(300);
    return answer;
  }

  private static String calendar(String components) {
    return "BEGIN:VCALENDAR\nVERSION:2.0\n" + components + "END:VCALENDAR\n";
  }

  private static Answer bring(Caller caller, String file, String query) {
    return caller.exchange(
        "POST",
        "/api/v1/import" + query,
        BodyPublishers.ofByteArray(file.getBytes(UTF_8)),
        "Content-Type",
        "text/calendar");
  }

  /** What is said of things, in an order that does not depend on when they were made. */
  static List<String> things(Caller caller, String things) {
    return list(caller, things).stream()
        .map(
            thing -> {
              Map<String, Object> said = new TreeMap<>(thing);
              OF_ITS_OWN.forEach(said::remove);
              said.replaceAll(
                  (name, value) -> "completedAt".equals(name) && value != null ? "then" : value);
              return said.toString();
            })
        .sorted()
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Caller caller, String things) {
    return (List<Map<String, Object>>)
        Objects.requireNonNull(caller.get("/api/v1/" + things + "?limit=200").field("items"));
  }

  @SuppressWarnings("unchecked")
  private static List<String> losses(Answer report) {
    return ((List<Map<String, Object>>) Objects.requireNonNull(report.field("losses")))
        .stream()
            .map(loss -> loss.get("item") + " " + loss.get("property") + " " + loss.get("value"))
            .toList();
  }

  /** All but when it was written. */
  private static boolean isSaid(String line) {
    return !line.startsWith("DTSTAMP") && !line.startsWith("LAST-MODIFIED");
  }
}
