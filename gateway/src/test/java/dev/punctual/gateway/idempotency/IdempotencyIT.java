package dev.punctual.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.store.Sql;
import dev.punctual.store.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdempotencyIT {
  private static final String TASKS = "/api/v1/tasks";

  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();
  private final String key = UUID.randomUUID().toString();

  @Test
  void whatIsSentAgainHasOneEffectAndTheSameAnswer() {
    Answer first = post(TASKS, "{\"title\":\"once\"}");
    Answer again = post(TASKS, "{\"title\":\"once\"}");

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.response().body()).isEqualTo(first.response().body());
    for (String header : List.of("Location", "ETag", "Change-Id", "Content-Type")) {
      assertThat(again.header(header)).as(header).isNotEmpty().isEqualTo(first.header(header));
    }
    assertThat(tasks()).isEqualTo(1);
  }

  @Test
  void anAnswerWithoutABodyAndARequestWithoutOneAreGivenAgainToo() {
    String path = TASKS + "/" + ada.post(TASKS, "{\"title\":\"t\"}").id();
    Answer first = post(path + "/complete", null);
    assertThat(ada.post(path + "/reopen", null).status()).isEqualTo(200);

    Answer again = post(path + "/complete", null);

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(ada.get(path).text("status")).as("not completed again").isEqualTo("pending");
  }

  @Test
  void anotherRequestUnderTheKeyIsRefused() {
    Answer first = post(TASKS, "{\"title\":\"mine\"}");
    String complete = TASKS + "/" + first.id() + "/complete";

    for (Answer refused :
        List.of(post(TASKS, "{\"title\":\"other\"}"), post(complete, null), post(complete, "{}"))) {
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.text("code")).isEqualTo("idempotency-key-reused");
    }
    assertThat(tasks()).isEqualTo(1);
    assertThat(ada.get(TASKS + "/" + first.id()).text("status")).isEqualTo("pending");
  }

  @Test
  void aKeyIsAPersonsOwn() {
    Answer mine = post(TASKS, "{\"title\":\"t\"}");
    Answer hers = gateway.person().send("POST", TASKS, "{\"title\":\"t\"}", "Idempotency-Key", key);

    assertThat(hers.status()).isEqualTo(201);
    assertThat(hers.id()).isNotEqualTo(mine.id());
  }

  @Test
  void thoseThatComeWhileTheFirstRunsWaitForItsAnswer() throws Exception {
    List<Callable<Answer>> sends =
        IntStream.range(0, 8)
            .<Callable<Answer>>mapToObj(i -> () -> post(TASKS, "{\"title\":\"raced\"}"))
            .toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Answer> answer : threads.invokeAll(sends)) {
        assertThat(answer.get().status()).isIn(201, 409);
      }
    }

    assertThat(tasks()).isEqualTo(1);
    assertThat(post(TASKS, "{\"title\":\"raced\"}").status()).isEqualTo(201);
  }

  @Test
  void whoHasWaitedLongEnoughIsToldToTryAgain() throws SQLException {
    Answer refused;
    try (Connection other = gateway.database().dataSource().getConnection()) {
      other.setAutoCommit(false);
      assertThat(
              IdempotencyKeys.take(
                  other,
                  ada.user(),
                  key,
                  new byte[] {1},
                  new ChangeId(UUID.randomUUID()),
                  Instant.now()))
          .isTrue();
      refused = post(TASKS, "{\"title\":\"t\"}");
      other.rollback();
    }

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("idempotency-key-in-use");
    assertThat(post(TASKS, "{\"title\":\"t\"}").status()).isEqualTo(201);
  }

  @Test
  void effectAndAnswerAreThereTogetherOrNotAtAll() throws SQLException {
    // The server goes down between the two, as far as the database can tell.
    statement(
        "CREATE FUNCTION go_down() RETURNS trigger AS $$ BEGIN RAISE 'down' USING ERRCODE = '57P01';"
            + " END $$ LANGUAGE plpgsql");
    statement(
        "CREATE TRIGGER go_down BEFORE UPDATE ON idempotency_key FOR EACH ROW"
            + " WHEN (NEW.key = '%s') EXECUTE FUNCTION go_down()".formatted(key));
    try {
      assertThat(post(TASKS, "{\"title\":\"t\"}").status()).isEqualTo(503);
      assertThat(tasks()).isZero();
    } finally {
      statement("DROP FUNCTION go_down CASCADE");
    }

    Answer first = post(TASKS, "{\"title\":\"t\"}");
    assertThat(first.status()).isEqualTo(201);
    assertThat(post(TASKS, "{\"title\":\"t\"}").json()).isEqualTo(first.json());
    assertThat(tasks()).isEqualTo(1);
  }

  @Test
  void aRefusalLeavesTheKeyFree() {
    String path = TASKS + "/" + ada.post(TASKS, "{\"title\":\"t\"}").id();
    assertThat(post(path + "/complete", null, "If-Match", "\"7\"").status()).isEqualTo(412);

    assertThat(post(path + "/complete", null).status()).isEqualTo(200);
  }

  @Test
  void aSecretIsToldOnce() {
    assertThat(post("/api/v1/feeds", "{}").field("path")).isNotNull();

    Answer again = post("/api/v1/feeds", "{}");

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("code")).isEqualTo("answer-not-kept");
    assertThat((List<?>) ada.get("/api/v1/feeds").field("items")).hasSize(1);
    assertThat(
            gateway.database().count("SELECT count(body) FROM idempotency_key WHERE key = ?", key))
        .isZero();
  }

  @Test
  void aTokenIsToldOnceToo() {
    String draft = "{\"name\":\"t\",\"scope\":\"read\"}";
    assertThat(post("/api/v1/me/tokens", draft).status()).isEqualTo(201);

    assertThat(post("/api/v1/me/tokens", draft).text("code")).isEqualTo("answer-not-kept");
    assertThat((List<?>) ada.get("/api/v1/me/tokens").field("items")).hasSize(1);
  }

  @Test
  void afterADayTheKeyIsFreeAgain() {
    post(TASKS, "{\"title\":\"yesterday\"}");
    gateway
        .database()
        .database()
        .write(
            connection ->
                Sql.execute(
                    connection,
                    "UPDATE idempotency_key SET created_at = created_at - interval '25 hours'"
                        + " WHERE user_id = ?",
                    ada.user()));

    assertThat(post(TASKS, "{\"title\":\"today\"}").text("title")).isEqualTo("today");
    assertThat(post(TASKS, "{\"title\":\"today\"}").text("title")).isEqualTo("today");
    assertThat(tasks()).isEqualTo(2);
  }

  @Test
  void aFileIsImportedOnceAndAnotherUnderItsKeyIsRefused() {
    Answer first = importing("a");
    Answer again = importing("a");
    Answer other = importing("b");

    assertThat(first.status()).isEqualTo(200);
    assertThat(again.response().body()).isEqualTo(first.response().body());
    assertThat(other.text("code")).isEqualTo("idempotency-key-reused");
    assertThat(tasks()).isEqualTo(1);
  }

  @Test
  void aKeyIsPrintableAndNotTooLong() {
    for (String bad : List.of(" ", "x".repeat(256), "a\tb")) {
      Answer refused = ada.send("POST", TASKS, "{\"title\":\"t\"}", "Idempotency-Key", bad);
      assertThat(refused.status()).as(bad).isEqualTo(400);
      assertThat(refused.text("code")).isEqualTo("invalid-value");
    }
    assertThat(tasks()).isZero();
  }

  private Answer importing(String title) {
    String file =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//EN\r\nBEGIN:VTODO\r\nUID:1\r\n"
            + "DTSTAMP:20260101T000000Z\r\nSUMMARY:"
            + title
            + "\r\nEND:VTODO\r\nEND:VCALENDAR\r\n";
    return ada.send(
        "POST", "/api/v1/import", file, "Content-Type", "text/calendar", "Idempotency-Key", key);
  }

  private Answer post(String path, @Nullable String body, String... more) {
    String[] headers = Arrays.copyOf(more, more.length + 2);
    headers[more.length] = "Idempotency-Key";
    headers[more.length + 1] = key;
    return ada.send("POST", path, body, headers);
  }

  private long tasks() {
    return gateway.database().count("SELECT count(*) FROM task WHERE user_id = ?", ada.user());
  }

  private void statement(String sql) throws SQLException {
    try (Connection connection = gateway.database().as(TestDatabase.owner()).getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      assertThat(statement.execute()).isFalse();
    }
  }
}
