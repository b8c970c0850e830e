package dev.punctual.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.store.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInIT {
  private static final String TOKEN = "a-token-that-nobody-else-will-guess";

  @Test
  void aLinkSignsInOnceAndMakesTheFirstAccount() {
    try (RunningGateway gateway = RunningGateway.start(Map.of("PUNCTUAL_SIGN_IN_TOKEN", TOKEN))) {
      Caller stranger = gateway.stranger();
      assertThat(gateway.database().count("SELECT count(*) FROM account")).isEqualTo(1);

      Answer in = stranger.get("/api/v1/session?token=" + TOKEN);

      assertThat(in.status()).isEqualTo(303);
      assertThat(in.header("Location")).isEqualTo("/");
      String cookie = in.header("Set-Cookie");
      assertThat(cookie)
          .startsWith("punctual_session=")
          .containsIgnoringCase("HttpOnly")
          .contains("SameSite=Lax", "Path=/", "Max-Age=2592000")
          .doesNotContain("Secure");
      String session = cookie.substring(0, cookie.indexOf(';'));
      Answer me = stranger.send("GET", "/api/v1/me", null, "Cookie", session);
      assertThat(me.status()).isEqualTo(200);
      assertThat(me.text("zone")).isEqualTo("UTC");

      Answer again = stranger.get("/api/v1/session?token=" + TOKEN);
      assertThat(again.status()).isEqualTo(401);
      assertThat(again.text("code")).isEqualTo("sign-in-link-spent");
      assertThat(
              stranger
                  .send("GET", "/api/v1/session?token=" + TOKEN, null, "Accept", "text/html")
                  .response()
                  .body())
          .contains("This sign-in link does not work any more", "Start Punctual again")
          .doesNotContain(TOKEN);

      Answer out = stranger.send("DELETE", "/api/v1/session", null, "Cookie", session);
      assertThat(out.status()).isEqualTo(204);
      assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
      assertThat(stranger.send("GET", "/api/v1/me", null, "Cookie", session).status())
          .isEqualTo(401);
    }
  }

  @Test
  void aLinkThatWasUsedStaysUsedWhenTheNextStartOffersItAgain() {
    TestDatabase database = TestDatabase.fresh();
    Map<String, String> environment = Map.of("PUNCTUAL_SIGN_IN_TOKEN", TOKEN);
    try (RunningGateway gateway = RunningGateway.start(database, environment)) {
      assertThat(gateway.stranger().get("/api/v1/session?token=" + TOKEN).status()).isEqualTo(303);
    }
    try (RunningGateway gateway = RunningGateway.start(database, environment)) {
      assertThat(gateway.stranger().get("/api/v1/session?token=" + TOKEN).status()).isEqualTo(401);
    }
  }

  @Test
  void whereNoStartMakesALinkNobodyIsToldToStartAgain() {
    Answer page =
        RunningGateway.shared()
            .stranger()
            .send("GET", "/api/v1/session?token=guessed", null, "Accept", "text/html");

    assertThat(page.status()).isEqualTo(401);
    assertThat(page.response().body())
        .contains("This sign-in link does not work any more", "Sign in another way")
        .doesNotContain("Start Punctual");
  }

  @Test
  void onlyHashesAreKept() {
    try (RunningGateway gateway = RunningGateway.start(Map.of("PUNCTUAL_SIGN_IN_TOKEN", TOKEN))) {
      assertThat(
              gateway
                  .database()
                  .count(
                      "SELECT count(*) FROM sign_in_token WHERE token_hash = sha256(?::bytea)"
                          + " AND expires_at > now() + interval '23 hours'",
                      TOKEN))
          .isEqualTo(1);
    }
  }

  @Test
  void theProfileIsEditedWithinItsBounds() {
    Caller ada = RunningGateway.shared().person();

    assertThat(ada.patch("/api/v1/me", "{\"name\":\" Ada L. \"}").text("name")).isEqualTo("Ada L.");
    assertThat(ada.get("/api/v1/me").text("zone")).isEqualTo("America/New_York");
    assertThat(ada.patch("/api/v1/me", "{\"zone\":\"+02:00\"}").text("code"))
        .isEqualTo("unknown-zone");
    assertThat(ada.patch("/api/v1/me", "{\"name\":\"\"}").text("code")).isEqualTo("empty");
    assertThat(ada.patch("/api/v1/me", "{\"id\":\"x\"}").text("code")).isEqualTo("unknown-field");
  }
}
