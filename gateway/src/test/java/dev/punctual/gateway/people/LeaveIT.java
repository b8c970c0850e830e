package dev.punctual.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.store.Sql;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Deleting one's account. */
class LeaveIT {
  private static final String PASSWORD = "correct horse battery";
  private static final String LEAVE = "{\"current\":\"" + PASSWORD + "\"}";

  private static final RunningGateway OPEN =
      RunningGateway.start(Map.of("PUNCTUAL_SIGN_UP", "open", "PUNCTUAL_SIGN_INS_PER_MINUTE", "0"));

  @AfterAll
  static void stop() {
    OPEN.close();
  }

  @Test
  void whoLeavesLeavesNoRowAndOthersKeepTheirs() {
    Caller ada = OPEN.person();
    Caller eve = OPEN.person();
    String kept = eve.post("/api/v1/tasks", "{\"title\":\"kept\"}").text("id");
    everything(ada);
    assertThat(rows(ada)).isNotEmpty();

    Answer gone = ada.send("DELETE", "/api/v1/me", "{}");

    assertThat(gone.status()).as(gone.toString()).isEqualTo(204);
    assertThat(gone.header("Set-Cookie")).contains("Max-Age=0");
    assertThat(rows(ada)).isEmpty();
    assertThat(OPEN.database().count("SELECT count(*) FROM account WHERE id = ?", ada.user()))
        .isZero();
    assertThat(ada.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(eve.get("/api/v1/tasks/" + kept).status()).isEqualTo(200);
  }

  @Test
  void whatIsWrittenMeanwhileIsGoneTooOrRefused() {
    Caller ada = OPEN.person();
    List<CompletableFuture<Answer>> writes;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      writes =
          IntStream.range(0, 60)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> ada.post("/api/v1/tasks", "{\"title\":\"t\",\"tags\":[\"a\"]}"),
                          threads))
              .toList();
      assertThat(ada.send("DELETE", "/api/v1/me", "{}").status()).isEqualTo(204);
    }

    assertThat(writes)
        .allSatisfy(
            write -> assertThat(write.join().status()).as("%s", write.join()).isIn(201, 401, 503));
    assertThat(rows(ada)).isEmpty();
  }

  @Test
  void itTakesThePasswordAndASession() {
    Caller ada = signUp("leaver");
    Answer token = ada.post("/api/v1/me/tokens", "{\"name\":\"t\",\"scope\":\"write\"}");

    Answer without = ada.send("DELETE", "/api/v1/me", "{}");
    assertThat(without.text("code")).isEqualTo("required");
    assertThat(without.text("errors")).contains("field=current");
    assertThat(ada.send("DELETE", "/api/v1/me", "{\"current\":\"guessed wrong\"}").text("code"))
        .isEqualTo("sign-in-refused");
    assertThat(
            OPEN.stranger()
                .send(
                    "DELETE",
                    "/api/v1/me",
                    LEAVE,
                    "Authorization",
                    "Bearer " + token.text("secret"))
                .text("code"))
        .isEqualTo("session-required");
    assertThat(ada.get("/api/v1/me").status()).isEqualTo(200);
    assertThat(ada.send("DELETE", "/api/v1/me", LEAVE).status()).isEqualTo(204);
    assertThat(signUp("leaver").get("/api/v1/me").status()).isEqualTo(200);
  }

  @Test
  void whoIsHereLongestFollowsTheLastAdministrator() {
    try (RunningGateway gateway =
        RunningGateway.start(
            Map.of("PUNCTUAL_SIGN_UP", "open", "PUNCTUAL_SIGN_INS_PER_MINUTE", "0"))) {
      Caller first = signUp(gateway, "first");
      Caller check = gateway.person();
      Caller second = signUp(gateway, "second");
      Caller third = signUp(gateway, "third");

      assertThat(first.send("DELETE", "/api/v1/me", LEAVE).status()).isEqualTo(204);

      assertThat(second.get("/api/v1/me").field("administrator")).isEqualTo(true);
      assertThat(third.get("/api/v1/me").field("administrator")).isEqualTo(false);
      assertThat(check.get("/api/v1/me").field("administrator")).isEqualTo(false);
    }
  }

  private static Caller signUp(String name) {
    return signUp(OPEN, name);
  }

  private static Caller signUp(RunningGateway gateway, String name) {
    Answer made =
        gateway
            .stranger()
            .post(
                "/api/v1/accounts",
                "{\"name\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}");
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    String cookie = made.header("Set-Cookie");
    return new Caller(gateway.url(), null, cookie.substring(0, cookie.indexOf(';')));
  }

  private static void everything(Caller caller) {
    String task =
        caller
            .post(
                "/api/v1/tasks",
                "{\"title\":\"t\",\"tags\":[\"a\"],\"due\":{\"date\":\"2040-01-01\"}}")
            .text("id");
    caller.post("/api/v1/series", "{\"title\":\"s\",\"start\":\"2040-01-01\"}");
    caller.post(
        "/api/v1/reminders", "{\"taskId\":\"" + task + "\",\"at\":\"2040-01-01T00:00:00Z\"}");
    caller.post("/api/v1/feeds", "{}");
    caller.post("/api/v1/filters", "{\"name\":\"f\"}");
    caller.post("/api/v1/me/tokens", "{\"name\":\"t\",\"scope\":\"read\"}");
    caller.post("/api/v1/channels", "{\"kind\":\"webhook\",\"target\":\"https://example.net/\"}");
    caller.post("/api/v1/chat", "{\"message\":\"help\"}");
    caller.send("POST", "/api/v1/tasks", "{\"title\":\"k\"}", "Idempotency-Key", "k");
  }

  /** The tables in which something is a person's. */
  private static List<String> rows(Caller caller) {
    return OPEN.database()
        .database()
        .read(
            connection ->
                Sql.list(
                        connection,
                        "SELECT table_name FROM information_schema.columns"
                            + " WHERE column_name = 'user_id' AND table_schema = 'public'",
                        row -> row.text("table_name"))
                    .stream()
                    .filter(
                        table ->
                            OPEN.database()
                                    .count(
                                        "SELECT count(*) FROM " + table + " WHERE user_id = ?",
                                        caller.user())
                                > 0)
                    .toList());
  }
}
