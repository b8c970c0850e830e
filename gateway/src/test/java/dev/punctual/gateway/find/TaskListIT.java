package dev.punctual.gateway.find;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.gateway.query.Viewpoint;
import java.net.URLEncoder;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskListIT {
  private static final String TASKS = "/api/v1/tasks";

  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();

  @Test
  void aQueryFindsAndCounts() {
    create("Café", "\"tags\":[\"work\"]");
    create("Tea", "\"tags\":[\"home\"]");

    assertThat(titles("cafe OR tag:home", "title")).containsExactly("Café", "Tea");
    assertThat(titles("-tag:work", "title")).containsExactly("Tea");
    assertThat(ada.get(TASKS + "/count?q=" + encoded("is:open")).json())
        .isEqualTo(Map.of("count", 2L));
    assertThat(ada.get(TASKS + "/count").field("count")).isEqualTo(2L);
    assertThat(ada.get(TASKS + "/count?status=completed").field("count")).isEqualTo(0L);
  }

  @Test
  void aMistakeIsAnsweredWithItsPlaceAndWhatMayBeMeant() {
    Answer refused = ada.get(TASKS + "?q=" + encoded("a prioritty:high"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("code")).isEqualTo("query-unknown-key");
    assertThat(refused.field("position")).isEqualTo(2L);
    assertThat(refused.field("suggestions")).isEqualTo(List.of("priority"));
    assertThat(refused.text("detail")).contains("priority");
    assertThat(ada.get(TASKS + "/count?q=" + encoded("(")).text("code")).isEqualTo("query-syntax");
  }

  @Test
  void eachOrderHasItsOwnDirection() {
    create("b", "\"priority\":\"low\",\"due\":{\"date\":\"2040-01-02\"}");
    create("A", "\"priority\":\"high\"");
    create("ä", "\"priority\":\"medium\",\"due\":{\"date\":\"2040-01-01\"}");
    ada.patch(TASKS + "/" + first("A"), "{\"notes\":\"touched\"}");

    assertThat(titles("", "priority")).containsExactly("A", "ä", "b");
    assertThat(titles("", "-priority")).containsExactly("b", "ä", "A");
    assertThat(titles("", "due")).containsExactly("ä", "b", "A");
    assertThat(titles("", "-due")).containsExactly("b", "ä", "A");
    assertThat(titles("", "created")).containsExactly("b", "A", "ä");
    assertThat(titles("", "-created")).containsExactly("ä", "A", "b");
    assertThat(titles("", "-updated")).containsExactly("A", "ä", "b");
    assertThat(titles("", "title")).containsExactly("A", "ä", "b");
    assertThat(titles("", "-title")).containsExactly("b", "ä", "A");
    Answer refused = ada.get(TASKS + "?sort=prio");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("detail")).contains("priority");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "due",
        "-due",
        "priority",
        "-priority",
        "created",
        "-created",
        "updated",
        "-updated",
        "title",
        "-title"
      })
  void pagesNeitherRepeatNorMissWhileOthersComeAndGo(String sort) {
    List<String> kept = new ArrayList<>();
    List<String> passing = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      String due = i % 3 == 0 ? "" : ",\"due\":{\"date\":\"2040-01-0" + (1 + i % 5) + "\"}";
      String priority = ",\"priority\":\"" + List.of("high", "medium", "low").get(i % 3) + "\"";
      String id = create("t" + i % 4, "\"notes\":\"n\"" + due + priority);
      (i % 7 == 3 ? passing : kept).add(id);
    }

    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = ada.get(TASKS + "?q=is:open&limit=3&sort=" + sort + cursor);
      seen.addAll(fields(page, "id"));
      cursor = page.field("nextCursor") == null ? "" : "&cursor=" + page.text("nextCursor");
      if (!passing.isEmpty()) {
        ada.delete(TASKS + "/" + passing.removeLast());
        create("t1", "\"notes\":\"newer\"");
      }
    } while (!cursor.isEmpty());

    assertThat(seen).doesNotHaveDuplicates().containsAll(kept);
  }

  @Test
  void daysAndWeeksAreThoseOfTheProfile() {
    ada.patch("/api/v1/me", "{\"weekStart\":\"sunday\",\"zone\":\"Asia/Tokyo\"}");

    Viewpoint viewpoint =
        gateway
            .database()
            .database()
            .read(connection -> Viewpoints.of(connection, ada.user(), Instant.EPOCH));

    assertThat(viewpoint)
        .isEqualTo(new Viewpoint(Instant.EPOCH, ZoneId.of("Asia/Tokyo"), DayOfWeek.SUNDAY));
    assertThat(ada.get(TASKS + "?q=due:this-week").status()).isEqualTo(200);
  }

  @Test
  void aCursorBelongsToItsSearch() {
    create("a", "\"notes\":\"\"");
    create("b", "\"notes\":\"\"");
    String cursor = "&cursor=" + ada.get(TASKS + "?limit=1&sort=title").text("nextCursor");

    assertThat(ada.get(TASKS + "?sort=title" + cursor).status()).isEqualTo(200);
    for (String other : List.of("?sort=-title", "?sort=title&q=a", "?sort=title&status=pending")) {
      Answer refused = ada.get(TASKS + other + cursor);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.text("code")).isEqualTo("invalid-cursor");
      assertThat(refused.text("detail")).contains("another");
    }
  }

  @Test
  void aCursorThatNoAnswerGaveIsRefused() {
    create("a", "\"notes\":\"\"");
    create("b", "\"notes\":\"\"");
    String good =
        new String(
            Base64.getUrlDecoder()
                .decode(ada.get(TASKS + "?limit=1&sort=title").text("nextCursor")),
            UTF_8);
    String digest = good.substring(0, good.indexOf(' '));
    String id = "00000000-0000-7000-8000-000000000001";

    for (String forged :
        List.of(
            "",
            "x",
            digest,
            digest + " 99999999999999999999 " + id + " a",
            digest + " 999999999999999 " + id + " a",
            digest + " 0 nobody a",
            digest + " 0 " + id + " a\u0000b")) {
      String cursor =
          Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(UTF_8));
      assertThat(ada.get(TASKS + "?sort=title&cursor=" + cursor).text("code"))
          .as(forged)
          .isEqualTo("invalid-cursor");
    }
    assertThat(ada.get(TASKS + "?cursor=%C3%A4").text("code")).isEqualTo("invalid-cursor");
  }

  private String create(String title, String more) {
    return ada.post(TASKS, "{\"title\":\"" + title + "\"," + more + "}").text("id");
  }

  private String first(String title) {
    return fields(ada.get(TASKS + "?q=" + encoded(title) + "&sort=title"), "id").getFirst();
  }

  private List<String> titles(String q, String sort) {
    return fields(ada.get(TASKS + "?q=" + encoded(q) + "&sort=" + sort), "title");
  }

  private static List<String> fields(Answer list, String name) {
    return ((List<?>) list.json().get("items"))
        .stream().map(item -> String.valueOf(((Map<?, ?>) item).get(name))).toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
