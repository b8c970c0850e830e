package dev.punctual.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.store.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sessions and API tokens: what they are good for, and until when. */
class AccessIT {
  private static final String TASK = "{\"title\":\"t\"}";

  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();
  private final Caller stranger = gateway.stranger();

  @Test
  void aSessionIsListedAndRevoked() {
    Map<?, ?> session = (Map<?, ?>) sessions().getFirst();
    assertThat(session.get("current")).isEqualTo(true);

    Answer gone = ada.delete("/api/v1/me/sessions/" + session.get("id"));

    assertThat(gone.status()).isEqualTo(204);
    assertThat(ada.get("/api/v1/me").status()).isEqualTo(401);
  }

  @Test
  void aSessionNotesWhenItWasUsedOnceAnHour() {
    age("session", "2 hours");
    ada.get("/api/v1/me");
    assertThat(usedWithin("session", "1 minute")).isTrue();

    age("session", "30 minutes");
    ada.get("/api/v1/me");
    assertThat(usedWithin("session", "1 minute")).isFalse();
  }

  @Test
  void aTokenForReadingReadsAndATokenForWritingWrites() {
    String read = secret("read");
    String write = secret("write");

    assertThat(with(read, "GET", "/api/v1/tasks", null).status()).isEqualTo(200);
    Answer refused = with(read, "POST", "/api/v1/tasks", TASK);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("code")).isEqualTo("read-only-token");
    assertThat(
            with(read, "POST", "/api/v1/recurrence/preview", "{\"start\":\"2040-01-01\"}").status())
        .as("a question is no write")
        .isEqualTo(200);
    assertThat(with(write, "POST", "/api/v1/tasks", TASK).status()).isEqualTo(201);
  }

  @Test
  void aTokenNeedsNoOriginOfOurs() {
    String write = secret("write");

    Answer made =
        stranger.send(
            "POST",
            "/api/v1/tasks",
            TASK,
            "Authorization",
            "bearer " + write,
            "Origin",
            "https://elsewhere.example");

    assertThat(made.status()).isEqualTo(201);
  }

  @Test
  void aTokenIsToldOnceKeptHashedAndRevoked() {
    Answer made = ada.post("/api/v1/me/tokens", "{\"name\":\"cron\",\"scope\":\"write\"}");
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    String secret = made.text("secret");
    assertThat(secret).startsWith("punctual_").hasSizeGreaterThan(50);

    Answer list = ada.get("/api/v1/me/tokens");
    assertThat(list.response().body()).contains("cron").doesNotContain(secret);
    assertThat(
            gateway
                .database()
                .count(
                    "SELECT count(*) FROM api_token WHERE token_hash = sha256(?::bytea)"
                        + " AND last_used_at IS NULL",
                    secret))
        .isEqualTo(1);
    with(secret, "GET", "/api/v1/me", null);
    assertThat(usedWithin("api_token", "1 minute")).isTrue();

    assertThat(ada.delete("/api/v1/me/tokens/" + made.text("id")).status()).isEqualTo(204);
    assertThat(with(secret, "GET", "/api/v1/me", null).text("code")).isEqualTo("unauthorised");
    assertThat(ada.delete("/api/v1/me/tokens/" + made.text("id")).status()).isEqualTo(404);
  }

  @Test
  void aTokenMakesNoOtherAndChangesNoPassword() {
    String write = secret("write");

    for (String[] asked :
        new String[][] {
          {"POST", "/api/v1/me/tokens"},
          {"GET", "/api/v1/me/sessions"},
          {"PUT", "/api/v1/me/password"},
          {"PUT", "/api/v1/me/email"},
          {"POST", "/api/v1/accounts/invitations"},
          {"DELETE", "/api/v1/session"}
        }) {
      Answer refused = with(write, asked[0], asked[1], asked[0].equals("GET") ? null : "{}");
      assertThat(refused.text("code")).as(asked[1]).isEqualTo("session-required");
    }
  }

  @Test
  void aSecretThatIsNoneOpensNothingWhateverCookieComesWithIt() {
    assertThat(with("punctual_guessed", "GET", "/api/v1/me", null).status()).isEqualTo(401);
    assertThat(ada.send("GET", "/api/v1/me", null, "Authorization", "Bearer guessed").status())
        .isEqualTo(401);
  }

  @Test
  void whatATokenHoldsOpenEndsWithIt() {
    Answer token = ada.post("/api/v1/me/tokens", "{\"name\":\"s\",\"scope\":\"read\"}");
    String session = String.valueOf(((Map<?, ?>) sessions().getFirst()).get("id"));
    try (Stream byToken = new Stream("Authorization: Bearer " + token.text("secret"));
        Stream bySession = new Stream("Cookie: " + ada.cookie())) {
      byToken.awaitHello();
      bySession.awaitHello();

      ada.delete("/api/v1/me/tokens/" + token.text("id"));
      byToken.awaitEnd();
      ada.delete("/api/v1/me/sessions/" + session);
      bySession.awaitEnd();
    }
  }

  @Test
  void whatWasRevokedOnAnotherGatewayEndsHereToo() {
    try (Stream stream = new Stream("Cookie: " + ada.cookie())) {
      stream.awaitHello();

      gateway
          .database()
          .database()
          .write(c -> Sql.execute(c, "DELETE FROM session WHERE user_id = ?", ada.user()));

      stream.awaitEnd();
    }
  }

  private List<?> sessions() {
    return (List<?>) ada.get("/api/v1/me/sessions").field("items");
  }

  private String secret(String scope) {
    return ada.post("/api/v1/me/tokens", "{\"name\":\"t\",\"scope\":\"" + scope + "\"}")
        .text("secret");
  }

  private Answer with(String token, String method, String path, @Nullable String body) {
    return stranger.send(method, path, body, "Authorization", "Bearer " + token);
  }

  private void age(String table, String interval) {
    gateway
        .database()
        .database()
        .write(
            c ->
                Sql.execute(
                    c,
                    "UPDATE " + table + " SET last_used_at = now() - ?::interval WHERE user_id = ?",
                    interval,
                    ada.user()));
  }

  private boolean usedWithin(String table, String interval) {
    return gateway
            .database()
            .count(
                "SELECT count(*) FROM "
                    + table
                    + " WHERE user_id = ? AND last_used_at > now() - ?::interval",
                ada.user(),
                interval)
        == 1;
  }

  /** An open stream, byte by byte. */
  private final class Stream implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final StringBuilder text = new StringBuilder();
    private boolean ended;

    Stream(String header) {
      try {
        socket = new Socket(gateway.url().getHost(), gateway.url().getPort());
        socket.setSoTimeout(200);
        socket
            .getOutputStream()
            .write(
                ("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + header
                        + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        in = socket.getInputStream();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void awaitHello() {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> read() && text.indexOf("event: hello") >= 0);
    }

    void awaitEnd() {
      await().atMost(Duration.ofSeconds(60)).until(() -> read() && ended);
    }

    private boolean read() {
      byte[] some = new byte[1_000];
      try {
        int length = in.read(some);
        ended = ended || length < 0;
        text.append(new String(some, 0, Math.max(0, length), StandardCharsets.UTF_8));
      } catch (SocketTimeoutException quiet) {
        // Nothing new.
      } catch (IOException reset) {
        ended = true;
      }
      return true;
    }

    @Override
    public void close() {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
