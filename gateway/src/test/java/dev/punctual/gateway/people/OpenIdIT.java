package dev.punctual.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.gateway.openid.FakeIssuer;
import dev.punctual.store.Sql;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Signing in by an issuer's word: whom it lets in, and what is not believed. */
class OpenIdIT {
  private static final FakeIssuer ISSUER = new FakeIssuer();
  private static final RunningGateway GATEWAY = gateway("open");

  private final String subject = "s-" + UUID.randomUUID();

  private static RunningGateway gateway(String signUp) {
    return RunningGateway.start(
        Map.of(
            "PUNCTUAL_OPENID_ISSUER",
            ISSUER.url(),
            "PUNCTUAL_OPENID_CLIENT_ID",
            FakeIssuer.CLIENT,
            "PUNCTUAL_SECRET_OPENID_CLIENT_SECRET",
            FakeIssuer.SECRET,
            "PUNCTUAL_OPENID_NAME",
            "The company",
            "PUNCTUAL_OPENID_SIGN_UP",
            signUp,
            "PUNCTUAL_PUBLIC_URL",
            "https://tasks.example.org/",
            "PUNCTUAL_SIGN_INS_PER_MINUTE",
            "0"));
  }

  @AfterAll
  static void stop() {
    GATEWAY.close();
    ISSUER.close();
  }

  @BeforeEach
  void somebodyNew() {
    ISSUER.is(subject);
  }

  @Test
  void whomTheIssuerKnowsHasAnAccountAndTheSameOneAgain() {
    Answer in = new Browser(GATEWAY).signIn();

    assertThat(in.status()).as(in.toString()).isEqualTo(303);
    assertThat(in.header("Location")).isEqualTo("/");
    Answer me = me(in);
    assertThat(me.text("name")).isEqualTo("Ada Lovelace");
    assertThat(me.text("zone")).isEqualTo("Europe/London");
    assertThat(me.text("email")).isEqualTo(subject + "@example.org");
    assertThat(me.field("hasPassword")).isEqualTo(false);

    assertThat(me(new Browser(GATEWAY).signIn()).text("id")).isEqualTo(me.text("id"));
    assertThat(GATEWAY.stranger().get("/api/v1/session/ways").text("openId"))
        .isEqualTo("The company");
  }

  @Test
  void theBrowserIsSentWithStateNonceAndChallengeToTheOneAddressThatItComesBackTo() {
    Browser browser = new Browser(GATEWAY);
    String asked = browser.begin().toString();

    assertThat(asked)
        .startsWith(ISSUER.url() + "/authorize?tenant=7&response_type=code&client_id=punctual&")
        .contains(
            "&redirect_uri=https%3A%2F%2Ftasks.example.org%2Fapi%2Fv1%2Fsession%2Fopenid%2Freturn&")
        .contains("&scope=openid+profile+email&", "&state=", "&nonce=", "&code_challenge=")
        .endsWith("&code_challenge_method=S256");
    assertThat(browser.cookie("punctual_openid").split("\\.", -1)[2])
        .as("the verifier itself")
        .isNotIn(asked);
  }

  @Test
  void anAnswerThatTheBrowserDidNotAskForIsRefused() {
    Browser victim = new Browser(GATEWAY);
    Browser attacker = new Browser(GATEWAY);
    URI attackers = ISSUER.authorize(attacker.begin());

    refused(victim.end(attackers));
    victim.begin();
    refused(victim.end(attackers));
    refused(victim.end(URI.create(attackers.toString().replaceFirst("&state=.*", ""))));
    refused(victim.end(URI.create(attackers.toString().replaceFirst("code=[^&]*&", ""))));
    assertThat(attacker.end(attackers).status()).isEqualTo(303);
  }

  @Test
  void aCodeIsGoodForWhoKnowsTheVerifierOnly() {
    Browser browser = new Browser(GATEWAY);
    URI back = ISSUER.authorize(browser.begin());
    String[] parts = browser.cookie("punctual_openid").split("\\.", -1);
    browser.setCookie("punctual_openid", parts[0] + "." + parts[1] + ".guessed..");

    refused(browser.end(back));
  }

  static Stream<Arguments> lies() {
    Instant now = Instant.now();
    return Stream.of(
        lie("another audience", claims -> claims.audience("somebody-else")),
        lie("made for another", claims -> claims.audience(List.of("punctual", "other"))),
        lie("another party", claims -> claims.claim("azp", "other")),
        lie("another issuer", claims -> claims.issuer("https://evil.example")),
        lie("run out", claims -> claims.expirationTime(Date.from(now.minusSeconds(120)))),
        lie("without an end", claims -> claims.expirationTime(null)),
        lie("of the future", claims -> claims.issueTime(Date.from(now.plusSeconds(3_600)))),
        lie("another nonce", claims -> claims.claim("nonce", "replayed")),
        lie("without a nonce", claims -> claims.claim("nonce", null)),
        lie("nobody", claims -> claims.subject(null)));
  }

  private static Arguments lie(String name, UnaryOperator<JWTClaimsSet.Builder> bend) {
    return Arguments.of(name, bend);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void aTokenIsNotBelieved(String why, UnaryOperator<JWTClaimsSet.Builder> lie) {
    ISSUER.bends(lie);

    refused(new Browser(GATEWAY).signIn());
    assertThat(identities()).isZero();
  }

  @Test
  void aTokenThatAnotherSignedIsNotBelieved() {
    ISSUER.signsWithAnothersKey();

    refused(new Browser(GATEWAY).signIn());
    assertThat(identities()).isZero();
  }

  @Test
  void anAddressThatWasNotProvedOrIsSomebodysIsNotTaken() {
    ISSUER.bends(claims -> claims.claim("email_verified", false));
    assertThat(me(new Browser(GATEWAY).signIn()).field("email")).isNull();

    ISSUER.is("first-" + subject);
    ISSUER.bends(claims -> claims.claim("email", subject + "@same.example"));
    assertThat(me(new Browser(GATEWAY).signIn()).text("email"))
        .isEqualTo(subject + "@same.example");
    ISSUER.is("second-" + subject);
    ISSUER.bends(claims -> claims.claim("email", subject + "@same.example"));
    assertThat(me(new Browser(GATEWAY).signIn()).field("email")).isNull();
  }

  @Test
  void whereItIsClosedOnlyWhoIsKnownComesIn() {
    try (RunningGateway gateway = gateway("closed")) {
      Answer refused = new Browser(gateway).signIn();
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.text("code")).isEqualTo("invitation-required");

      Caller ada = gateway.person();
      gateway
          .database()
          .database()
          .write(
              connection ->
                  Sql.execute(
                      connection,
                      "INSERT INTO identity (issuer, subject, user_id) VALUES (?, ?, ?)",
                      ISSUER.url(),
                      subject,
                      ada.user()));
      Answer in = new Browser(gateway).signIn();
      assertThat(in.status()).isEqualTo(303);
    }
  }

  @Test
  void whoHasAnAccountMaySignInThatWayToo() {
    Caller ada = GATEWAY.person();
    Browser browser = new Browser(GATEWAY);
    browser.setCookie("punctual_session", ada.cookie().split("=", 2)[1]);

    Answer linked = browser.end(ISSUER.authorize(browser.begin("/link")));

    assertThat(linked.status()).as(linked.toString()).isEqualTo(303);
    assertThat(identities()).isEqualTo(1);
    assertThat(me(new Browser(GATEWAY).signIn()).text("id")).isEqualTo(ada.user().toString());
    assertThat(browser.end(ISSUER.authorize(browser.begin("/link"))).status()).isEqualTo(303);
    assertThat(identities()).isEqualTo(1);
  }

  @Test
  void aWayInOfSomebodyElsesIsNotTakenNorGivenToWhoseSessionItIsNot() {
    Caller ada = GATEWAY.person();
    Caller eve = GATEWAY.person();
    Browser browser = new Browser(GATEWAY);
    browser.setCookie("punctual_session", ada.cookie().split("=", 2)[1]);
    URI back = ISSUER.authorize(browser.begin("/link"));
    browser.setCookie("punctual_session", eve.cookie().split("=", 2)[1]);
    refused(browser.end(back));
    assertThat(identities()).isZero();

    Answer first = new Browser(GATEWAY).signIn();
    refused(browser.end(ISSUER.authorize(browser.begin("/link"))));
    assertThat(me(new Browser(GATEWAY).signIn()).text("id")).isEqualTo(me(first).text("id"));
    assertThat(GATEWAY.stranger().get("/api/v1/session/openid/link").status()).isEqualTo(401);
  }

  @Test
  void withoutAProviderThereIsNoWay() {
    Caller stranger = RunningGateway.shared().stranger();

    assertThat(stranger.get("/api/v1/session/openid").status()).isEqualTo(404);
    assertThat(stranger.get("/api/v1/session/openid/return?code=a&state=b").status())
        .isEqualTo(404);
    assertThat(stranger.get("/api/v1/session/ways").field("openId")).isNull();
  }

  private long identities() {
    return GATEWAY.database().count("SELECT count(*) FROM identity WHERE subject = ?", subject);
  }

  private Answer me(Answer signedIn) {
    String session =
        signedIn.response().headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith("punctual_session="))
            .findFirst()
            .orElseThrow();
    return GATEWAY.stranger().send("GET", "/api/v1/me", null, "Cookie", session.split(";", 2)[0]);
  }

  private static void refused(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
    assertThat(answer.text("code")).isEqualTo("sign-in-refused");
    assertThat(answer.header("Set-Cookie")).doesNotContain("punctual_session");
  }

  /** Keeps cookies, and goes where it is sent when it is told to. */
  private static final class Browser {
    private final RunningGateway gateway;
    private final Map<String, String> cookies = new HashMap<>();

    Browser(RunningGateway gateway) {
      this.gateway = gateway;
    }

    Answer signIn() {
      return end(ISSUER.authorize(begin()));
    }

    URI begin() {
      return begin("");
    }

    URI begin(String way) {
      Answer sent = get("/api/v1/session/openid" + way);
      assertThat(sent.status()).as(sent.toString()).isEqualTo(303);
      assertThat(sent.header("Set-Cookie")).containsIgnoringCase("HttpOnly");
      return URI.create(sent.header("Location"));
    }

    Answer end(URI back) {
      return get(back.getRawPath() + "?" + back.getRawQuery());
    }

    String cookie(String name) {
      return cookies.getOrDefault(name, "");
    }

    void setCookie(String name, String value) {
      cookies.put(name, value);
    }

    private Answer get(String path) {
      StringBuilder all = new StringBuilder("a=b");
      cookies.forEach((name, value) -> all.append("; ").append(name).append('=').append(value));
      Answer answer = gateway.stranger().send("GET", path, null, "Cookie", all.toString());
      for (String cookie : answer.response().headers().allValues("Set-Cookie")) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
      }
      return answer;
    }
  }
}
