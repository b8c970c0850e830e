package dev.punctual.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.store.Accounts;
import dev.punctual.store.Sql;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Accounts with a password: making them, signing in, changing it. */
class AccountsIT {
  private static final String PASSWORD = "correct horse battery";

  private static final RunningGateway OPEN =
      RunningGateway.start(Map.of("PUNCTUAL_SIGN_UP", "open", "PUNCTUAL_SIGN_INS_PER_MINUTE", "0"));

  private final Caller stranger = OPEN.stranger();

  @AfterAll
  static void stop() {
    OPEN.close();
  }

  @Test
  void whoMakesAnAccountIsSignedInAndSignsInAgain() {
    String name = name();
    Answer made = make(name, "email", name + "@example.org");

    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.text("name")).isEqualTo(name);
    assertThat(made.text("zone")).isEqualTo("UTC");
    assertThat(made.field("hasPassword")).isEqualTo(true);
    assertThat(made.response().body()).doesNotContain(PASSWORD, "argon2");
    assertThat(me(made).text("id")).isEqualTo(made.text("id"));

    for (String called : List.of(name, " " + name.toUpperCase(), name + "@EXAMPLE.org")) {
      Answer in = signIn(called, PASSWORD);
      assertThat(in.status()).as(called).isEqualTo(204);
      assertThat(in.header("Set-Cookie"))
          .containsIgnoringCase("HttpOnly")
          .contains("SameSite=Lax", "Path=/");
      assertThat(me(in).text("id")).isEqualTo(made.text("id"));
    }
    assertThat(
            OPEN.database()
                .count(
                    "SELECT count(*) FROM account WHERE name = ? AND password_hash LIKE"
                        + " '$argon2id$%'",
                    name))
        .isEqualTo(1);
  }

  @Test
  void underAKeyASessionIsGivenOnce() {
    String name = name();
    String account = "{\"name\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}";
    String[] key = {"Idempotency-Key", "again"};
    assertThat(stranger.send("POST", "/api/v1/accounts", account, key).status()).isEqualTo(201);
    // There can be no second account of the name, key or none.
    assertThat(stranger.send("POST", "/api/v1/accounts", account, key).text("code"))
        .isEqualTo("name-taken");

    Answer in = stranger.send("POST", "/api/v1/session", account, key);
    Answer again = stranger.send("POST", "/api/v1/session", account, key);

    assertThat(in.status()).isEqualTo(204);
    assertThat(again.text("code")).isEqualTo("answer-not-kept");
    assertThat(again.header("Set-Cookie")).isEmpty();
    assertThat(
            OPEN.database()
                .count(
                    "SELECT count(*) FROM session s JOIN account a ON a.id = s.user_id"
                        + " WHERE a.name = ?",
                    name))
        .isEqualTo(2);
  }

  @Test
  void theFirstAccountIsTheAdministratorsAndNoOther() {
    try (RunningGateway gateway = RunningGateway.start(Map.of("PUNCTUAL_SIGN_UP", "open"))) {
      // A check of an installation (helm test) may come before anybody: it is nobody's account.
      Caller check = gateway.person();
      assertThat(check.get("/api/v1/me").field("administrator")).isEqualTo(false);
      String first = "{\"name\":\"Ada\",\"password\":\"" + PASSWORD + "\"}";
      String second = "{\"name\":\"Eve\",\"password\":\"" + PASSWORD + "\"}";

      Answer ada = gateway.stranger().post("/api/v1/accounts", first);
      Answer eve = gateway.stranger().post("/api/v1/accounts", second);

      assertThat(ada.field("administrator")).isEqualTo(true);
      assertThat(eve.field("administrator")).isEqualTo(false);
      assertThat(
              gateway
                  .stranger()
                  .send("POST", "/api/v1/accounts/invitations", null, "Cookie", cookie(eve))
                  .text("code"))
          .isEqualTo("administrators-only");
    }
  }

  @Test
  void aWrongPasswordAndAnUnknownAccountAreAnsweredAlike() {
    String name = name();
    make(name);

    Answer wrong = signIn(name, "another password");
    Answer unknown = signIn(name(), PASSWORD);

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.text("code")).isEqualTo("sign-in-refused");
    assertThat(unknown.status()).isEqualTo(wrong.status());
    assertThat(unknown.response().body()).isEqualTo(wrong.response().body());
    assertThat(unknown.response().headers().map().keySet())
        .isEqualTo(wrong.response().headers().map().keySet());
  }

  @Test
  void whoGuessesWaitsEverLongerWhetherThereIsAnAccountOrNot() {
    String name = name();
    make(name);
    for (String guessed : List.of(name, name())) {
      for (int i = 0; i < 5; i++) {
        assertThat(signIn(guessed, "another password").status()).isEqualTo(401);
      }
      // The pause counts from the last attempt: it is made long, so that no machine is too slow.
      OPEN.database()
          .database()
          .write(
              connection ->
                  Sql.execute(
                      connection,
                      "UPDATE sign_in_failure SET failures = 50 WHERE key LIKE 'pair:%'"));

      Answer waits = signIn(guessed, PASSWORD);
      assertThat(waits.status()).as(waits.toString()).isEqualTo(429);
      assertThat(waits.text("code")).isEqualTo("too-often");
      assertThat(Integer.parseInt(waits.header("Retry-After"))).isBetween(1, 900);
      forget();
    }

    assertThat(signIn(name, PASSWORD).status()).as("the right one, after the pause").isEqualTo(204);
    assertThat(
            OPEN.database()
                .count("SELECT count(*) FROM sign_in_failure WHERE key LIKE '%" + name + "%'"))
        .as("what was typed is not kept")
        .isZero();
  }

  @Test
  void namesAndAddressesAreTakenOnce() {
    String name = name();
    make(name, "email", name + "@example.org");

    assertThat(make(name.toUpperCase()).text("code")).isEqualTo("name-taken");
    assertThat(make(name(), "email", name.toUpperCase() + "@example.org").text("code"))
        .isEqualTo("email-taken");
    assertThat(make(name() + "@example.org").text("code")).isEqualTo("invalid-text");
    assertThat(make(name(), "email", "nobody").text("code")).isEqualTo("invalid-text");
    assertThat(make(name(), "zone", "Mars/Olympus").text("code")).isEqualTo("unknown-zone");
    assertThat(
            stranger
                .post("/api/v1/accounts", "{\"name\":\"Short\",\"password\":\"short\"}")
                .text("code"))
        .isEqualTo("weak-password");
  }

  @Test
  void aPasswordIsChangedByWhoKnowsItAndEndsTheOtherSessions() {
    String name = name();
    String here = cookie(make(name));
    String elsewhere = cookie(signIn(name, PASSWORD));

    assertThat(password(here, null, "a new long password").text("code")).isEqualTo("required");
    assertThat(password(here, "not the password", "a new long password").text("code"))
        .isEqualTo("sign-in-refused");
    assertThat(password(here, PASSWORD, name).text("code")).isEqualTo("weak-password");
    assertThat(password(here, PASSWORD, "a new long password").status()).isEqualTo(204);

    assertThat(me(here).status()).isEqualTo(200);
    assertThat(me(elsewhere).status()).isEqualTo(401);
    assertThat(signIn(name, PASSWORD).status()).isEqualTo(401);
    assertThat(signIn(name, "a new long password").status()).isEqualTo(204);
  }

  @Test
  void whoCameByALinkGivesThemselvesAPasswordAndAnAddress() {
    Caller linked = OPEN.person();
    String name = name();
    linked.patch("/api/v1/me", "{\"name\":\"" + name + "\"}");
    assertThat(linked.get("/api/v1/me").field("hasPassword")).isEqualTo(false);
    assertThat(signIn(name, PASSWORD).status()).isEqualTo(401);

    assertThat(password(linked.cookie(), null, PASSWORD).status()).isEqualTo(204);
    assertThat(
            stranger
                .send(
                    "PUT",
                    "/api/v1/me/email",
                    "{\"current\":\"" + PASSWORD + "\",\"email\":\"" + name + "@example.org\"}",
                    "Cookie",
                    linked.cookie())
                .status())
        .isEqualTo(204);

    assertThat(signIn(name, PASSWORD).status()).isEqualTo(204);
    assertThat(linked.get("/api/v1/me").text("email")).isEqualTo(name + "@example.org");
    String renamed = name();
    assertThat(linked.patch("/api/v1/me", "{\"name\":\"" + renamed + "\"}").status())
        .isEqualTo(200);
    assertThat(signIn(name, PASSWORD).status()).isEqualTo(401);
    assertThat(signIn(renamed, PASSWORD).status()).isEqualTo(204);
  }

  @Test
  void anInvitationMakesOneAccount() {
    try (RunningGateway gateway = RunningGateway.start(Map.of("PUNCTUAL_SIGN_UP", "invitation"))) {
      Caller ada = gateway.person();
      gateway.database().database().write(c -> Accounts.makeAdministrator(c, ada.user()));
      String account = "{\"name\":\"Bob\",\"password\":\"" + PASSWORD + "\",\"invitation\":%s}";
      Caller bob = gateway.stranger();

      assertThat(bob.get("/api/v1/session/ways").text("signUp")).isEqualTo("invitation");
      assertThat(bob.post("/api/v1/accounts", account.formatted("null")).text("code"))
          .isEqualTo("invitation-required");
      assertThat(bob.post("/api/v1/accounts", account.formatted("\"guessed\"")).text("code"))
          .isEqualTo("invitation-required");

      Answer invitation = ada.post("/api/v1/accounts/invitations", null);
      assertThat(invitation.status()).as(invitation.toString()).isEqualTo(201);
      String secret = "\"" + invitation.text("secret") + "\"";
      assertThat((List<?>) ada.get("/api/v1/accounts/invitations").field("items")).hasSize(1);
      assertThat(ada.get("/api/v1/accounts/invitations").response().body())
          .doesNotContain(invitation.text("secret"));
      assertThat(bob.post("/api/v1/accounts", account.formatted(secret)).status()).isEqualTo(201);
      assertThat(
              bob.post("/api/v1/accounts", account.replace("Bob", "Bill").formatted(secret))
                  .text("code"))
          .isEqualTo("invitation-required");

      Answer second = ada.post("/api/v1/accounts/invitations", null);
      assertThat(ada.delete("/api/v1/accounts/invitations/" + second.text("id")).status())
          .isEqualTo(204);
      assertThat((List<?>) ada.get("/api/v1/accounts/invitations").field("items")).isEmpty();
    }
  }

  @Test
  void noAccountIsMadeWhereItIsClosed() {
    Caller stranger = RunningGateway.shared().stranger();

    assertThat(stranger.get("/api/v1/session/ways").text("signUp")).isEqualTo("closed");
    Answer refused =
        stranger.post("/api/v1/accounts", "{\"name\":\"Ada\",\"password\":\"" + PASSWORD + "\"}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("code")).isEqualTo("sign-up-closed");
  }

  @Test
  void anotherSiteCannotSignSomebodyIn() {
    String name = name();
    make(name);

    assertThat(
            stranger
                .send(
                    "POST",
                    "/api/v1/session",
                    "{\"name\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}",
                    "Origin",
                    "https://evil.example")
                .text("code"))
        .isEqualTo("cross-origin");
  }

  private static void forget() {
    OPEN.database().database().write(c -> Sql.execute(c, "DELETE FROM sign_in_failure"));
  }

  private Answer make(String name, String... more) {
    String fields = more.length == 0 ? "" : ",\"" + more[0] + "\":\"" + more[1] + "\"";
    return stranger.post(
        "/api/v1/accounts",
        "{\"name\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"" + fields + "}");
  }

  private Answer signIn(String name, String password) {
    return stranger.post(
        "/api/v1/session", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}");
  }

  private Answer password(String cookie, @Nullable String current, String wanted) {
    String json = current == null ? "null" : "\"" + current + "\"";
    return stranger.send(
        "PUT",
        "/api/v1/me/password",
        "{\"current\":" + json + ",\"password\":\"" + wanted + "\"}",
        "Cookie",
        cookie);
  }

  private Answer me(Answer signedIn) {
    return me(cookie(signedIn));
  }

  private Answer me(String cookie) {
    return stranger.send("GET", "/api/v1/me", null, "Cookie", cookie);
  }

  private static String cookie(Answer signedIn) {
    return signedIn.header("Set-Cookie").split(";", 2)[0];
  }

  private static String name() {
    return "ada-" + UUID.randomUUID();
  }
}
