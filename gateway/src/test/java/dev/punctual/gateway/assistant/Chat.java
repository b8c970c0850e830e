package dev.punctual.gateway.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.store.TimeSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's conversation, on Wednesday 2026-03-04 at 10:00 in New York, without a model. */
final class Chat {
  static final Instant NOW = Instant.parse("2026-03-04T15:00:00Z");
  private static @Nullable RunningGateway shared;

  private final Caller person;
  private @Nullable String session;

  private Chat(Caller person) {
    this.person = person;
  }

  /** One for all tests that bring their own people and do not stop it; its clock stands. */
  static synchronized RunningGateway gateway() {
    RunningGateway running = shared;
    if (running == null) {
      running = RunningGateway.kept(Map.of(), TimeSource.of(InstantSource.fixed(NOW)));
      shared = running;
    }
    return running;
  }

  /** Somebody new begins to talk. */
  static Chat begin() {
    return with(gateway().person());
  }

  /** Somebody begins another conversation. */
  static Chat with(Caller person) {
    return new Chat(person);
  }

  Caller person() {
    return person;
  }

  String session() {
    return String.valueOf(session);
  }

  String reply(String message) {
    return say(message).text("reply");
  }

  Answer say(String message, String... headers) {
    Answer answer = person.send("POST", "/api/v1/chat", body(message), headers);
    if (answer.status() == 200 && answer.header("Content-Type").startsWith("application/json")) {
      session = answer.text("sessionId");
    }
    return answer;
  }

  /** A message as it is sent next. */
  String body(String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("message", message);
    if (session != null) {
      body.put("sessionId", session);
    }
    return Json.write(body);
  }

  UUID onlyTask() {
    List<?> items = items("tasks");
    assertThat(items).hasSize(1);
    return UUID.fromString(String.valueOf(((Map<?, ?>) items.getFirst()).get("id")));
  }

  Answer task(UUID id) {
    return person.get("/api/v1/tasks/" + id);
  }

  List<String> statuses(String things) {
    return each(things, "status");
  }

  List<String> titles() {
    return each("tasks", "title");
  }

  private List<String> each(String things, String field) {
    return items(things).stream()
        .map(item -> String.valueOf(((Map<?, ?>) item).get(field)))
        .toList();
  }

  private List<?> items(String things) {
    return (List<?>) person.get("/api/v1/" + things).json().get("items");
  }

  /** The names of a stream's events, in their order. */
  static List<String> events(Answer stream) {
    return stream
        .response()
        .body()
        .lines()
        .filter(line -> line.startsWith("event:"))
        .map(line -> line.substring(6).strip())
        .toList();
  }
}
