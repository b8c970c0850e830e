package dev.punctual.gateway.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.Caller.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Turns that are sent again under their key, and turns of tokens for reading. */
class ChatAgainIT {
  private static final String KEY = "Idempotency-Key";

  private final Chat chat = Chat.begin();
  private final String key = UUID.randomUUID().toString();

  @Test
  void aTurnThatIsSentAgainIsAnsweredAgainAndDoneOnce() {
    String body = chat.body("add buy milk");
    Answer first = chat.person().send("POST", "/api/v1/chat", body, KEY, key);

    Answer again = chat.person().send("POST", "/api/v1/chat", body, KEY, key);

    assertThat(again.response().body()).isEqualTo(first.response().body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.header("Change-Id")).isEqualTo(first.header("Change-Id")).isNotEmpty();
    assertThat(chat.titles()).containsExactly("Buy milk");
  }

  @Test
  void soIsATurnThatChangedNothing() {
    chat.say("add book a hotel #trip");
    String body = chat.body("delete everything tagged trip");
    Answer planned = chat.person().send("POST", "/api/v1/chat", body, KEY, key);

    Answer again = chat.person().send("POST", "/api/v1/chat", body, KEY, key);

    assertThat(again.text("plan.id")).isEqualTo(planned.text("plan.id"));
    assertThat(again.header("Change-Id")).isEmpty();
    assertThat((List<?>) turns().field("turns")).hasSize(4);
  }

  @Test
  void aYesThatIsSentAgainIsAnsweredAgain() {
    chat.say("add book a hotel #trip");
    String plan = chat.say("delete everything tagged trip").text("plan.id");
    String confirm = "/api/v1/chat/plans/" + plan + "/confirm";
    Answer first = chat.person().send("POST", confirm, null, KEY, key);

    Answer again = chat.person().send("POST", confirm, null, KEY, key);

    assertThat(first.status()).isEqualTo(200);
    assertThat(again.response().body()).isEqualTo(first.response().body());
    assertThat(again.header("Change-Id")).isEqualTo(first.text("changeId"));
  }

  @Test
  void aStreamIsAnsweredAgainAsAStream() {
    String body = chat.body("add buy milk");
    Answer first = stream(body);

    Answer again = stream(body);

    assertThat(Chat.events(first)).containsExactly("token", "result", "done");
    assertThat(Chat.events(again)).containsExactly("result", "done");
    assertThat(again.header("Content-Type")).startsWith("text/event-stream");
    assertThat(result(again)).isEqualTo(result(first));
    assertThat(chat.titles()).containsExactly("Buy milk");
  }

  @Test
  void anotherTurnUnderTheKeyIsRefusedAndARefusedOneGivesItBack() {
    chat.person().send("POST", "/api/v1/chat", chat.body("add buy milk"), KEY, key);
    Answer other = chat.person().send("POST", "/api/v1/chat", chat.body("add buy bread"), KEY, key);
    assertThat(other.text("code")).isEqualTo("idempotency-key-reused");

    String nowhere =
        Json.write(Map.of("message", "add x", "sessionId", UUID.randomUUID().toString()));
    for (int i = 0; i < 2; i++) {
      assertThat(
              chat.person().send("POST", "/api/v1/chat", nowhere, KEY, "lost " + key).text("code"))
          .isEqualTo("not-found");
    }
    assertThat(chat.titles()).containsExactly("Buy milk");
  }

  @Test
  void aTokenForReadingPreviewsAndDoesNotChat() {
    Answer token = chat.person().post("/api/v1/me/tokens", "{\"name\":\"r\",\"scope\":\"read\"}");
    String bearer = "Bearer " + token.text("secret");

    Answer previewed =
        Chat.gateway()
            .stranger()
            .send(
                "POST",
                "/api/v1/quick-add/preview",
                "{\"text\":\"buy milk tomorrow\"}",
                "Authorization",
                bearer);
    assertThat(previewed.text("task.title")).isEqualTo("Buy milk");
    for (String path :
        List.of("/api/v1/chat", "/api/v1/chat/plans/" + UUID.randomUUID() + "/confirm")) {
      Answer refused =
          Chat.gateway()
              .stranger()
              .send("POST", path, chat.body("add buy milk"), "Authorization", bearer);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.text("code")).isEqualTo("read-only-token");
    }
    assertThat(chat.titles()).isEmpty();
  }

  private Answer turns() {
    return chat.person().get("/api/v1/chat/sessions/" + chat.session());
  }

  private Answer stream(String body) {
    return chat.person()
        .send("POST", "/api/v1/chat", body, KEY, key, "Accept", "text/event-stream");
  }

  private static String result(Answer stream) {
    List<String> lines = stream.response().body().lines().toList();
    return lines.get(lines.indexOf("event: result") + 1);
  }
}
