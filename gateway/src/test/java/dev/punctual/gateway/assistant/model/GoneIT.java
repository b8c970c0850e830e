package dev.punctual.gateway.assistant.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.Caller;
import dev.punctual.gateway.RunningGateway;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever closes the stream of a turn has stopped it: nothing is done that was not done before. */
class GoneIT {
  private static final ScriptedModel MODEL = ScriptedGateway.MODEL;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningGateway gateway = ScriptedGateway.start();
  private final Caller ada = gateway.person();
  private final String session = talk();

  @Test
  void whatWasDoneStaysAndIsRememberedAndNothingFollows() throws IOException {
    MODEL.calls("create_task", "{\"title\":\"First\"}").beginsToSay("I am about to");

    closeAfter("about to", "make two tasks");

    awaitTurns(4);
    assertThat(last("text")).isEqualTo("Added \u201cFirst\u201d.");
    assertThat(titles()).containsExactly("First");
    // The request that hung was the last one.
    assertThat(MODEL.requests()).hasSize(2);
    ada.post("/api/v1/chat", said("undo that"));
    assertThat(titles()).isEmpty();
  }

  @Test
  void theSentenceIsNotReadWithoutTheModelEither() throws IOException {
    MODEL.beginsToSay("Let me see");

    closeAfter("Let me see", "add something");

    awaitTurns(4);
    assertThat(last("text")).endsWith("Nothing was changed.");
    assertThat(titles()).isEmpty();
    assertThat(MODEL.requests()).hasSize(1);
  }

  /** Says something, and closes the connection as soon as the stream has told that. */
  private void closeAfter(String told, String message) throws IOException {
    byte[] body = said(message).getBytes(UTF_8);
    try (Socket socket = new Socket(gateway.url().getHost(), gateway.url().getPort())) {
      socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
      String head =
          "POST /api/v1/chat HTTP/1.1\r\nHost: "
              + gateway.url().getAuthority()
              + "\r\nCookie: "
              + ada.cookie()
              + "\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: "
              + body.length
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(UTF_8));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      BufferedReader stream =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      String line = stream.readLine();
      while (line != null && !line.contains(told)) {
        line = stream.readLine();
      }
      assertThat(line).isNotNull();
    }
  }

  private String talk() {
    MODEL.says("Hello.");
    String id =
        ada.post("/api/v1/chat", Json.write(Map.of("message", "well then"))).text("sessionId");
    MODEL.forget();
    return id;
  }

  private String said(String message) {
    return Json.write(Map.of("message", message, "sessionId", session));
  }

  private void awaitTurns(int count) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(turns()).hasSize(count));
  }

  private String last(String field) {
    return String.valueOf(((Map<?, ?>) turns().getLast()).get(field));
  }

  private List<?> turns() {
    return (List<?>) ada.get("/api/v1/chat/sessions/" + session).json().get("turns");
  }

  private List<String> titles() {
    return ((List<?>) ada.get("/api/v1/tasks").json().get("items"))
        .stream().map(item -> String.valueOf(((Map<?, ?>) item).get("title"))).toList();
  }
}
