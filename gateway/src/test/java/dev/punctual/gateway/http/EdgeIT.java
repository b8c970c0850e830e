package dev.punctual.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the gateway believes of a request before it looks at what is asked. */
class EdgeIT {
  private static final String SIGN_IN = "{\"name\":\"ada\",\"password\":\"guessed password\"}";

  @Test
  void anotherSitesNameThatLeadsHereIsRefused() {
    RunningGateway gateway = RunningGateway.shared();

    for (String path : new String[] {"/", "/api/v1/openapi.yaml", "/api/v1/me"}) {
      String answer = raw(gateway, path, "evil.example:" + gateway.url().getPort());
      assertThat(answer).as(path).startsWith("HTTP/1.1 421 ").contains("\"unknown-host\"");
    }
    assertThat(raw(gateway, "/api/v1/openapi.yaml", "127.0.0.1")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void configuredNamesAreAnswered() {
    try (RunningGateway gateway =
        RunningGateway.start(Map.of("PUNCTUAL_HOSTS", "tasks.example.org"))) {
      assertThat(raw(gateway, "/api/v1/openapi.yaml", "tasks.example.org"))
          .startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void everyAnswerSaysHowOftenAPersonMayStillAsk() {
    try (RunningGateway gateway =
        RunningGateway.start(Map.of("PUNCTUAL_REQUESTS_PER_MINUTE", "3"))) {
      Caller ada = gateway.person();
      Caller eve = gateway.person();

      Answer first = ada.get("/api/v1/me");
      assertThat(first.header("RateLimit-Policy")).isEqualTo("\"requests\";q=3;w=60");
      assertThat(first.header("RateLimit")).isEqualTo("\"requests\";r=2;t=20");
      ada.get("/api/v1/tasks/7");
      ada.get("/api/v1/me");
      Answer refused = ada.get("/api/v1/me");

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.text("code")).isEqualTo("too-often");
      assertThat(refused.header("RateLimit")).startsWith("\"requests\";r=0;t=");
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 20);
      assertThat(refused.header("Content-Security-Policy")).isNotEmpty();
      assertThat(eve.get("/api/v1/me").status()).isEqualTo(200);
    }
  }

  @Test
  void proxiesAreBelievedOnlyWhenTheyAreOurs() {
    try (RunningGateway trusting =
            RunningGateway.start(
                Map.of(
                    "PUNCTUAL_TRUSTED_PROXIES",
                    "127.0.0.0/8,::1/128",
                    "PUNCTUAL_SIGN_INS_PER_MINUTE",
                    "1"));
        RunningGateway wary = RunningGateway.start(Map.of("PUNCTUAL_SIGN_INS_PER_MINUTE", "1"))) {
      assertThat(signIn(trusting, "a", "203.0.113.1").status()).isEqualTo(401);
      assertThat(signIn(trusting, "b", "203.0.113.1").status()).isEqualTo(429);
      assertThat(signIn(trusting, "c", "6.6.6.6, 203.0.113.1").status())
          .as("what was said before our proxy is not believed")
          .isEqualTo(429);
      assertThat(signIn(trusting, "d", "203.0.113.2, 127.0.0.1").status()).isEqualTo(401);
      assertThat(signIn(trusting, "e", "2001:db8::1").status()).isEqualTo(401);
      assertThat(signIn(trusting, "f", "2001:db8::2").status()).as("of one /64").isEqualTo(429);
      assertThat(signIn(trusting, "a", "203.0.113.9").status())
          .as("one account from everywhere")
          .isEqualTo(429);

      assertThat(signIn(wary, "a", "203.0.113.1").status()).isEqualTo(401);
      assertThat(signIn(wary, "b", "203.0.113.2").status()).isEqualTo(429);
    }
  }

  @Test
  void theCookieIsSecureBehindTls() {
    String token = "0123456789abcdef0123456789abcdef0123456789";
    for (boolean trusting : new boolean[] {true, false}) {
      Map<String, String> environment =
          Map.of(
              "PUNCTUAL_SIGN_IN_TOKEN",
              token,
              "PUNCTUAL_TRUSTED_PROXIES",
              trusting ? "127.0.0.0/8,::1/128" : "10.0.0.0/8");
      try (RunningGateway gateway = RunningGateway.start(environment)) {
        Answer in =
            gateway
                .stranger()
                .send("GET", "/api/v1/session?token=" + token, null, "X-Forwarded-Proto", "https");

        assertThat(in.header("Set-Cookie").contains("Secure")).isEqualTo(trusting);
      }
    }
  }

  private static Answer signIn(RunningGateway gateway, String name, String forwardedFor) {
    return gateway
        .stranger()
        .send(
            "POST",
            "/api/v1/session",
            SIGN_IN.replace("ada", name),
            "X-Forwarded-For",
            forwardedFor);
  }

  /** Java's client lets nobody choose a Host. */
  private static String raw(RunningGateway gateway, String path, String host) {
    try (Socket socket = new Socket(gateway.url().getHost(), gateway.url().getPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
