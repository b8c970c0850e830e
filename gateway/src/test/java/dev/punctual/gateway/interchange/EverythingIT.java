package dev.punctual.gateway.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Everything that is kept of a person, out and in again. */
class EverythingIT {
  private static final String EXPORT = "/api/v1/export.json";
  private static final List<String> PREFERENCES =
      List.of("zone", "locale", "weekStart", "workingHours", "evening");

  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();
  private final Caller bob = gateway.person();

  @Test
  void everythingComesBackWhole() {
    everything(ada);
    Answer file = ada.get(EXPORT);
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).startsWith("application/json");
    assertThat(file.header("Content-Disposition")).contains("punctual.json");

    Answer report = bring(bob, file.response().body());

    assertThat(report.status()).as(report.toString()).isEqualTo(200);
    assertThat(report.field("losses")).isEqualTo(List.of());
    assertThat(report.json()).containsAllEntriesOf(Map.of("unchanged", 0L, "leftOut", 0L));
    for (String things : List.of("tasks", "series", "reminders", "tags", "filters")) {
      assertThat(InterchangeIT.things(ada, things)).as(things).isNotEmpty();
      assertThat(InterchangeIT.things(bob, things))
          .as(things)
          .isEqualTo(InterchangeIT.things(ada, things));
    }
    assertThat(trash(bob)).isEqualTo(trash(ada)).hasSize(1);
    Map<String, Object> adas = new TreeMap<>(ada.get("/api/v1/me").json());
    Map<String, Object> bobs = new TreeMap<>(bob.get("/api/v1/me").json());
    adas.keySet().retainAll(PREFERENCES);
    bobs.keySet().retainAll(PREFERENCES);
    assertThat(bobs).isEqualTo(adas).containsEntry("zone", "Asia/Tokyo");
  }

  @Test
  void theSameFileAgainChangesNothing() {
    everything(ada);
    String file = ada.get(EXPORT).response().body();
    bring(bob, file);

    for (Caller caller : List.of(ada, bob)) {
      List<List<String>> before = all(caller);
      Answer again = bring(caller, file);
      assertThat(again.json())
          .as(again.toString())
          .containsAllEntriesOf(
              Map.of("tasks", 0L, "series", 0L, "occurrences", 0L, "reminders", 0L, "leftOut", 0L));
      assertThat(all(caller)).isEqualTo(before);
    }
  }

  @Test
  void itTellsOfEverythingAndOfNoSecret() {
    everything(ada);
    ada.post("/api/v1/chat", "{\"message\":\"help\"}");
    String feed = ada.post("/api/v1/feeds", "{\"name\":\"Phone\"}").text("path");
    Answer channel =
        ada.post("/api/v1/channels", "{\"kind\":\"webhook\",\"target\":\"https://example.net/\"}");
    Answer token = ada.post("/api/v1/me/tokens", "{\"name\":\"script\",\"scope\":\"read\"}");
    assertThat(channel.text("secret")).hasSizeGreaterThan(20);
    assertThat(token.text("secret")).hasSizeGreaterThan(20);

    Answer file = ada.get(EXPORT);

    Map<String, Object> all = file.json();
    Set<String> fields = new LinkedHashSet<>(List.of("format", "version", "exportedAt", "profile"));
    fields.addAll(List.of("series", "tasks"));
    for (EverythingPart part : EverythingPart.values()) {
      fields.add(part.field());
    }
    assertThat(all.keySet()).isEqualTo(fields);
    for (String list :
        List.of("series", "tasks", "tags", "filters", "channels", "feeds", "tokens", "sessions")) {
      assertThat((List<?>) all.get(list)).as(list).isNotEmpty();
    }
    assertThat((List<?>) all.get("conversations")).isNotEmpty();
    assertThat((List<?>) all.get("reminderSteps")).isNotEmpty();
    assertThat((List<?>) all.get("history")).hasSizeGreaterThan(5);
    assertThat(file.response().body())
        .doesNotContain(channel.text("secret"), token.text("secret"), feed.split("/", -1)[4])
        .doesNotContainIgnoringCase("hash");
  }

  @Test
  void aFileOfManyPagesIsWhole() {
    String tasks =
        "BEGIN:VCALENDAR\n"
            + "BEGIN:VTODO\nSUMMARY:t%\nEND:VTODO\n".repeat(450).replace("%", "")
            + "END:VCALENDAR\n";
    ada.exchange(
        "POST",
        "/api/v1/import",
        BodyPublishers.ofString(numbered(tasks)),
        "Content-Type",
        "text/calendar");

    Map<String, Object> all = ada.get(EXPORT).json();

    assertThat((List<?>) all.get("tasks")).hasSize(450);
    assertThat(((List<?>) all.get("history")).stream().distinct()).hasSize(450);
  }

  @Test
  void whatIsNoneOfOursWritesNothingAndSaysWhere() {
    everything(ada);
    String file = ada.get(EXPORT).response().body();

    Answer number = bring(bob, file.replaceFirst("\"title\":\"Bare\"", "\"title\":7"));
    assertThat(number.text("code")).isEqualTo("invalid-value");
    assertThat(number.text("errors")).containsPattern("field=tasks\\[\\d+]\\.task\\.title,");
    Answer cut = bring(bob, file.substring(0, file.length() - 3));
    assertThat(cut.text("code")).isEqualTo("not-json");
    assertThat(bring(bob, "{\"tasks\":[]}").text("errors")).contains("field=format");
    assertThat(bring(bob, "[]").status()).isEqualTo(400);
    assertThat(bring(bob, "{\"format\":\"punctual\",\"tasks\":[" + "[".repeat(50)).status())
        .isEqualTo(400);
    String wide = "{\"format\":\"punctual\",\"tasks\":[[" + "{},".repeat(200_000) + "{}]]}";
    assertThat(bring(bob, wide).status()).isEqualTo(400);
    assertThat(all(bob).stream().flatMap(List::stream)).isEmpty();
  }

  @Test
  void whatDoesNotFitIsLeftOutAndTold() {
    String told =
        Json.write(
            Map.of(
                "format",
                "punctual",
                "profile",
                Map.of("zone", "Mars/Olympus"),
                "tags",
                List.of(Map.of("name", "work", "colour", "blue")),
                "filters",
                List.of(Map.of("name", "broken", "q", "tag:"))));

    Answer report = bring(bob, told);

    assertThat(report.status()).isEqualTo(200);
    assertThat(report.field("lossesInAll")).isEqualTo(3L);
    assertThat(bob.get("/api/v1/me").text("zone")).isEqualTo("America/New_York");
  }

  private static void everything(Caller caller) {
    assertThat(
            caller
                .patch(
                    "/api/v1/me",
                    "{\"zone\":\"Asia/Tokyo\",\"locale\":\"de-CH\",\"weekStart\":\"sunday\","
                        + "\"workingHours\":{\"from\":\"08:00\",\"to\":\"16:30\"},"
                        + "\"evening\":\"19:00\"}")
                .status())
        .isEqualTo(200);
    InterchangeIT.everything(caller);
    assertThat(caller.patch("/api/v1/tags/work", "{\"colour\":\"#1e90ff\"}").status())
        .isEqualTo(200);
    caller.post("/api/v1/filters", "{\"name\":\"Late\",\"q\":\"is:overdue\",\"sort\":\"due\"}");
    String gone = caller.post("/api/v1/tasks", "{\"title\":\"In the trash\"}").text("id");
    assertThat(caller.delete("/api/v1/tasks/" + gone).status()).isEqualTo(204);
  }

  private static List<List<String>> all(Caller caller) {
    return List.of(
        InterchangeIT.things(caller, "tasks"),
        InterchangeIT.things(caller, "series"),
        InterchangeIT.things(caller, "reminders"),
        InterchangeIT.things(caller, "tags"),
        InterchangeIT.things(caller, "filters"),
        trash(caller));
  }

  private static List<String> trash(Caller caller) {
    return ((List<?>) Objects.requireNonNull(caller.get("/api/v1/trash").field("items")))
        .stream().map(EverythingIT::titleOf).toList();
  }

  private static String titleOf(Object item) {
    String text = String.valueOf(item);
    return text.substring(text.indexOf("title="), text.indexOf(", notes"));
  }

  private static String numbered(String calendar) {
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (String line : calendar.split("\n", -1)) {
      text.append(line).append(line.startsWith("SUMMARY") ? "" + number++ : "").append('\n');
    }
    return text.toString();
  }

  private static Answer bring(Caller caller, String file) {
    return caller.exchange(
        "POST",
        "/api/v1/import",
        BodyPublishers.ofByteArray(file.getBytes(UTF_8)),
        "Content-Type",
        "application/json");
  }
}
