package dev.punctual.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.store.Sql;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A password that was forgotten, and a real mail server. */
class ResetIT {
  private static final String OLD = "correct horse battery";
  private static final String FRESH = "another long password";
  private static final GreenMail MAIL = mailServer();
  private static final RunningGateway GATEWAY =
      RunningGateway.start(
          Map.of(
              "PUNCTUAL_SIGN_UP", "open",
              "PUNCTUAL_SIGN_INS_PER_MINUTE", "0",
              "PUNCTUAL_PUBLIC_URL", "https://tasks.example.org",
              "PUNCTUAL_SMTP_HOST", "127.0.0.1",
              "PUNCTUAL_SMTP_PORT", Integer.toString(MAIL.getSmtp().getPort()),
              "PUNCTUAL_SMTP_TLS", "none",
              "PUNCTUAL_SMTP_FROM", "punctual@example.net"));

  private final Caller stranger = GATEWAY.stranger();
  private final String name = "ada-" + UUID.randomUUID();
  private final String email = name + "@example.org";

  private static GreenMail mailServer() {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.start();
    return server;
  }

  @AfterAll
  static void stop() {
    GATEWAY.close();
    MAIL.stop();
  }

  @BeforeEach
  void somebodyNew() {
    Answer made =
        stranger.post(
            "/api/v1/accounts",
            "{\"name\":\"%s\",\"password\":\"%s\",\"email\":\"%s\"}".formatted(name, OLD, email));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
  }

  @Test
  void aMailedLinkSetsThePasswordOnceAndEndsEverything() throws Exception {
    String session = stranger.post("/api/v1/session", credentials(OLD)).header("Set-Cookie");
    String cookie = session.split(";", 2)[0];
    String token =
        stranger
            .send(
                "POST",
                "/api/v1/me/tokens",
                "{\"name\":\"t\",\"scope\":\"read\"}",
                "Cookie",
                cookie)
            .text("secret");

    Answer asked = ask(email.toUpperCase(Locale.ROOT));
    assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
    String secret = mailed(1);

    assertThat(set(secret, "short").text("code")).isEqualTo("weak-password");
    assertThat(set(secret, FRESH).status()).isEqualTo(204);
    assertThat(stranger.send("GET", "/api/v1/me", null, "Cookie", cookie).status()).isEqualTo(401);
    assertThat(
            stranger.send("GET", "/api/v1/me", null, "Authorization", "Bearer " + token).status())
        .isEqualTo(401);
    assertThat(stranger.post("/api/v1/session", credentials(OLD)).status()).isEqualTo(401);
    assertThat(stranger.post("/api/v1/session", credentials(FRESH)).status()).isEqualTo(204);
    Answer again = set(secret, "a third long password");
    assertThat(again.status()).isEqualTo(403);
    assertThat(again.text("code")).isEqualTo("reset-link-spent");
  }

  @Test
  void anUnknownAddressIsAnsweredAlikeAndGetsNoMail() throws Exception {
    Answer unknown = ask("nobody-" + email);
    Answer known = ask(email);
    assertThat(unknown.status()).isEqualTo(202);
    assertThat(unknown.response().body()).isEqualTo(known.response().body());

    // One after another: what was asked for later has come.
    assertThat(mailed(1)).isNotEmpty();
    assertThat(received("nobody-" + email)).isZero();
  }

  @Test
  void aMailboxIsNotFilled() throws Exception {
    for (int i = 0; i < 5; i++) {
      ask(email);
    }
    String last = name + "-last";
    stranger.post(
        "/api/v1/accounts",
        "{\"name\":\"%s\",\"password\":\"%s\",\"email\":\"%s@example.org\"}"
            .formatted(last, OLD, last));
    ask(last + "@example.org");

    await().atMost(Duration.ofSeconds(60)).until(() -> received(last + "@example.org") == 1);
    assertThat(received(email)).isEqualTo(3);
  }

  @Test
  void aLinkRunsOut() throws Exception {
    ask(email);
    String secret = mailed(1);
    assertThat(
            GATEWAY
                .database()
                .count(
                    "SELECT count(*) FROM password_reset WHERE token_hash = sha256(?::bytea)",
                    secret))
        .as("only a hash is kept")
        .isEqualTo(1);
    GATEWAY
        .database()
        .database()
        .write(c -> Sql.execute(c, "UPDATE password_reset SET expires_at = now()"));

    assertThat(set(secret, FRESH).text("code")).isEqualTo("reset-link-spent");
    assertThat(set("guessed", FRESH).text("code")).isEqualTo("reset-link-spent");
  }

  @Test
  void withoutAMailServerItIsNotOffered() {
    Caller elsewhere = RunningGateway.shared().stranger();

    assertThat(stranger.get("/api/v1/session/ways").field("reset")).isEqualTo(true);
    assertThat(elsewhere.get("/api/v1/session/ways").field("reset")).isEqualTo(false);
    assertThat(elsewhere.post("/api/v1/accounts/reset", "{\"email\":\"a@b\"}").text("code"))
        .isEqualTo("no-mail");
  }

  private Answer ask(String address) {
    return stranger.post("/api/v1/accounts/reset", "{\"email\":\"" + address + "\"}");
  }

  private Answer set(String token, String password) {
    return stranger.post(
        "/api/v1/accounts/password",
        "{\"token\":\"" + token + "\",\"password\":\"" + password + "\"}");
  }

  private String credentials(String password) {
    return "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}";
  }

  /** The secret of the link in the last mail to this person. */
  private String mailed(int mails) throws MessagingException, IOException {
    await().atMost(Duration.ofSeconds(60)).until(() -> received(email) == mails);
    for (MimeMessage message : MAIL.getReceivedMessages()) {
      if (message.getAllRecipients()[0].toString().equals(email)) {
        String text = String.valueOf(message.getContent());
        assertThat(text).contains("https://tasks.example.org/reset#");
        return text.split("/reset#", 2)[1].split("\\s", 2)[0];
      }
    }
    throw new AssertionError("no mail for " + email);
  }

  private long received(String address) throws MessagingException {
    long mails = 0;
    for (MimeMessage message : MAIL.getReceivedMessages()) {
      if (message.getAllRecipients()[0].toString().equals(address)) {
        mails++;
      }
    }
    return mails;
  }
}
