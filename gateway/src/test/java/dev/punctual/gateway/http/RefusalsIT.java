package dev.punctual.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsIT {
  private static final String TASKS = "/api/v1/tasks";

  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tasks | {\"title\": | 400 | not-json | ''",
        "tasks | {\"title\":\"a\",\"title\":\"b\"} | 400 | not-json | ''",
        "tasks | [] | 400 | invalid-value | ''",
        "tasks | {} | 400 | required | title",
        "tasks | {\"title\":7} | 400 | invalid-value | title",
        "tasks | {\"title\":\"t\",\"prio\":\"high\"} | 400 | unknown-field | prio",
        "tasks | {\"title\":\"t\",\"priority\":\"urgent\"} | 400 | invalid-value | priority",
        "tasks | {\"title\":\"t\",\"due\":{\"local\":\"14:00\"}} | 400 | invalid-value | due.local",
        "tasks | {\"title\":\"t\",\"tags\":[\"a\",3]} | 400 | invalid-value | tags[1]",
        "tasks | {\"title\":\"t\",\"due\":{\"local\":\"2040-01-01T10:00\",\"zone\":\"Mars/Olympus\"}} | 422 | unknown-zone | due.zone",
        "tasks | {\"title\":\"t\",\"status\":\"skipped\"} | 409 | wrong-state | status",
        "tasks | {\"title\":\"a\\u0000b\"} | 422 | invalid-text | title",
        "session | {\"name\":\"a\\u0000b\",\"password\":\"guessed\"} | 422 | invalid-text | ''",
        "series | {\"title\":\"t\",\"start\":\"2040-01-01T10:00\",\"zone\":\"Mars/Olympus\"} | 422 | unknown-zone | zone",
        "series | {\"title\":\"t\",\"start\":\"2040-01-01T10:00\",\"rule\":\"FREQ=SECONDLY\"} | 422 | sub-minute | rule",
        "series | {\"title\":\"t\",\"start\":\"2040-01-01T10:00\",\"rule\":\"FREQ=DAILY;INTERVAL=0\"} | 422 | invalid-interval | rule",
        "series | {\"title\":\"t\",\"start\":\"2040-01-01T10:00\",\"rule\":\"FREQ=DAILY;COUNT=2;UNTIL=20410101\"} | 422 | count-with-until | rule",
        "series | {\"title\":\"t\",\"start\":\"2040-01-01\",\"rule\":\"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\"} | 422 | no-match | rule",
        "series | {\"title\":\"t\",\"start\":\"2020-01-01T10:00\"} | 422 | nothing-to-come | start",
        "series | {\"title\":\"t\",\"start\":\"soon\"} | 422 | invalid-start | start",
        "series | {\"title\":\"t\",\"start\":\"2040-01-01\",\"repeat\":\"completion\"} | 422 | invalid-rule | rule",
        "recurrence/preview | {\"start\":\"2040-01-01\",\"count\":101} | 422 | out-of-range | count",
        "recurrence/preview | {\"start\":\"2040-01-01\",\"after\":\"x\"} | 422 | invalid-occurrence | after",
      })
  void aBadBodyIsRefusedWithItsCodeAndField(
      String route, String body, int status, String code, String field) {
    refused(ada.post("/api/v1/" + route, body), status, code, field);
  }

  @Test
  void aTitleOf256CharactersIsRefused() {
    refused(ada.post(TASKS, title("x".repeat(256))), 422, "too-long", "title");
    assertThat(ada.post(TASKS, title("x".repeat(255))).status()).isEqualTo(201);
  }

  @Test
  void aReminderInThePastIsRefused() {
    String task = ada.post(TASKS, title("t")).text("id");

    refused(
        ada.post(
            "/api/v1/reminders", "{\"taskId\":\"" + task + "\",\"at\":\"2020-01-01T00:00:00Z\"}"),
        422,
        "in-the-past",
        "at");
    refused(
        ada.post("/api/v1/reminders", "{\"taskId\":\"" + task + "\",\"before\":\"P1D\"}"),
        422,
        "no-due",
        "before");
    refused(
        ada.post("/api/v1/reminders", "{\"taskId\":\"7\",\"before\":\"P1D\"}"),
        400,
        "invalid-value",
        "taskId");
  }

  @Test
  void aBodyOfMoreThanOneMegabyteIsRefusedWhetherItSaysSoOrNot() {
    byte[] large = title("x".repeat(1_100_000)).getBytes(UTF_8);
    String[] json = {"Content-Type", "application/json"};

    refused(
        ada.exchange("POST", TASKS, BodyPublishers.ofByteArray(large), json),
        413,
        "payload-too-large",
        "");
    refused(
        ada.exchange(
            "POST",
            TASKS,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)),
            json),
        413,
        "payload-too-large",
        "");
  }

  @Test
  void nothingButJsonIsRead() {
    refused(
        ada.send("POST", TASKS, "title=t", "Content-Type", "application/x-www-form-urlencoded"),
        415,
        "unsupported-media-type",
        "");
    refused(ada.post(TASKS, null), 400, "not-json", "");
  }

  @Test
  void aBodyThatIsNotWhatItsEncodingSaysIsRefused() {
    refused(
        ada.send(
            "POST",
            TASKS,
            title("t"),
            "Content-Type",
            "application/json",
            "Content-Encoding",
            "gzip"),
        400,
        "bad-request",
        "");
  }

  @Test
  void whatIsNotThereIsNotFoundAndTheWrongMethodIsToldSo() {
    refused(ada.get("/api/v1/nothing"), 404, "not-found", "");
    refused(ada.get(TASKS + "/7"), 404, "not-found", "");
    refused(ada.get(TASKS + "/1-1-1-1-1"), 404, "not-found", "");
    refused(ada.send("PUT", TASKS, "{}"), 405, "method-not-allowed", "");
    refused(ada.get(TASKS + "?limit=0"), 400, "invalid-value", "limit");
    refused(ada.get(TASKS + "?limit=many"), 400, "invalid-value", "limit");
    refused(ada.get(TASKS + "?status=gone"), 400, "invalid-value", "status");
    refused(ada.get(TASKS + "?cursor=x"), 400, "invalid-cursor", "cursor");
  }

  @Test
  void withoutASessionThereIsNothingButTheManual() {
    Caller stranger = gateway.stranger();

    refused(stranger.get(TASKS), 401, "unauthorised", "");
    refused(stranger.get("/api/v1/nothing"), 401, "unauthorised", "");
    refused(
        stranger.send("GET", TASKS, null, "Cookie", "punctual_session=x"), 401, "unauthorised", "");
    Answer manual = stranger.get("/api/v1/openapi.yaml");
    assertThat(manual.status()).isEqualTo(200);
    assertThat(manual.header("Content-Type")).isEqualTo("application/yaml");
    assertThat(manual.response().body()).startsWith("openapi: \"3.1.0\"");
  }

  @Test
  void aWriteFromAnotherSiteIsRefused() {
    String body = title("t");
    String own = gateway.url().toString();

    refused(
        ada.send("POST", TASKS, body, "Origin", "https://evil.example"),
        403,
        "cross-origin",
        "Origin");
    refused(ada.send("POST", TASKS, body, "Origin", "null"), 403, "cross-origin", "Origin");
    assertThat(ada.send("POST", TASKS, body, "Origin", own).status()).isEqualTo(201);
    assertThat(ada.send("GET", TASKS, null, "Origin", "https://evil.example").status())
        .isEqualTo(200);
  }

  private static String title(String title) {
    return "{\"title\":\"" + title + "\"}";
  }

  private static void refused(Answer answer, int status, String code, String field) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text("code")).isEqualTo(code);
    assertThat(answer.field("status")).isEqualTo((long) status);
    assertThat(answer.text("type")).endsWith("/" + code);
    assertThat(answer.text("detail")).isNotBlank();
    assertThat(answer.response().body()).doesNotContain("Exception", "\tat ");
    if (field.isEmpty()) {
      assertThat(answer.field("errors")).isEqualTo(List.of());
    } else {
      assertThat(answer.field("errors"))
          .isEqualTo(
              List.of(Map.of("field", field, "code", code, "message", answer.text("detail"))));
    }
  }
}
