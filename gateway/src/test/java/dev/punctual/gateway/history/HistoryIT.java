package dev.punctual.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HistoryIT {
  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();

  @Test
  void aTasksHistoryTellsWhoDidWhatFieldByField() {
    Answer created = ada.post("/api/v1/tasks", "{\"title\":\"a\",\"tags\":[\"x\"]}");
    String path = "/api/v1/tasks/" + created.id();
    Answer edited =
        ada.patch(path, "{\"title\":\"b\",\"tags\":[],\"due\":{\"date\":\"2040-01-01\"}}");
    ada.post(path + "/complete", null);
    ada.delete(path);

    List<Map<?, ?>> items = items(ada.get(path + "/history"));

    assertThat(items)
        .extracting(item -> (Object) item.get("what"))
        .containsExactly("deleted", "edited", "edited", "created");
    assertThat(items).allSatisfy(item -> assertThat(item.get("actor")).isEqualTo("person"));
    assertThat(items.get(3).get("changeId")).isEqualTo(created.header("Change-Id"));
    assertThat(items.get(2).get("changeId")).isEqualTo(edited.header("Change-Id"));
    assertThat(items.get(2).get("at")).isEqualTo(edited.text("updatedAt"));
    Map<Object, Map<?, ?>> fields = fields(items.get(2));
    assertThat(fields.keySet()).containsExactlyInAnyOrder("title", "tags", "due");
    assertThat(fields.get("title").get("from")).isEqualTo("a");
    assertThat(fields.get("title").get("to")).isEqualTo("b");
    assertThat(fields.get("tags").get("from")).isEqualTo(List.of("x"));
    assertThat(fields.get("due").get("from")).isNull();
    assertThat(fields.get("due").get("to")).isEqualTo(edited.field("due"));
    assertThat(fields(items.get(1)).keySet()).containsExactlyInAnyOrder("status", "completedAt");
  }

  @Test
  void itIsReadInPartsAndWhatHappensMeanwhileShiftsNothing() {
    String path = "/api/v1/tasks/" + ada.post("/api/v1/tasks", "{\"title\":\"0\"}").id();
    for (int i = 1; i < 5; i++) {
      ada.patch(path, "{\"title\":\"" + i + "\"}");
    }

    List<Object> seen = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = ada.get(path + "/history?limit=2" + cursor);
      items(page).forEach(item -> seen.add(item.get("changeId")));
      ada.patch(path, "{\"notes\":\"" + seen.size() + "\"}");
      cursor = page.field("nextCursor") == null ? "" : "&cursor=" + page.text("nextCursor");
    } while (!cursor.isEmpty());

    assertThat(seen).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void aSeriesHistoryOutlivesIt() {
    Answer series = ada.post("/api/v1/series", "{\"title\":\"s\",\"start\":\"2040-01-02\"}");
    String path = "/api/v1/series/" + series.id();
    ada.post(path + "/pause", null);
    ada.delete(path);

    List<Map<?, ?>> items = items(ada.get(path + "/history"));

    assertThat(items)
        .extracting(item -> (Object) item.get("what"))
        .containsExactly("deleted", "edited", "created");
    assertThat(fields(items.get(1)).get("status").get("to")).isEqualTo("paused");
  }

  @Test
  void whatComesFromAFileSaysSo() {
    String file =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//EN\r\nBEGIN:VTODO\r\nUID:1\r\n"
            + "DTSTAMP:20260101T000000Z\r\nSUMMARY:t\r\nEND:VTODO\r\nEND:VCALENDAR\r\n";
    ada.send("POST", "/api/v1/import", file, "Content-Type", "text/calendar");
    Object id = items(ada.get("/api/v1/tasks")).getFirst().get("id");

    assertThat(items(ada.get("/api/v1/tasks/" + id + "/history")))
        .extracting(item -> (Object) item.get("actor"))
        .containsExactly("import");
  }

  @Test
  void thereIsNoneOfWhatNeverWas() {
    assertThat(ada.get("/api/v1/tasks/" + UUID.randomUUID() + "/history").status()).isEqualTo(404);
    assertThat(ada.get("/api/v1/series/" + UUID.randomUUID() + "/history").status()).isEqualTo(404);
  }

  private static List<Map<?, ?>> items(Answer page) {
    List<Map<?, ?>> items = new ArrayList<>();
    ((List<?>) page.json().get("items")).forEach(item -> items.add((Map<?, ?>) item));
    return items;
  }

  private static Map<Object, Map<?, ?>> fields(Map<?, ?> item) {
    Map<Object, Map<?, ?>> fields = new TreeMap<>();
    ((List<?>) item.get("fields"))
        .forEach(
            field -> {
              Map<?, ?> change = (Map<?, ?>) field;
              fields.put(String.valueOf(change.get("field")), change);
            });
    return fields;
  }
}
