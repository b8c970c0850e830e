package dev.punctual.gateway.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.gateway.assistant.tool.Tool;
import dev.punctual.gateway.undo.Things;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Another person's things read as absent to every tool. */
class ToolOwnershipIT {
  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();
  private final Caller eve = gateway.person();
  private final String token =
      eve.post("/api/v1/me/tokens", "{\"name\":\"agent\",\"scope\":\"write\"}").text("secret");

  /**
   * A tool that is new has to stand here: with what of Ada's Eve tells it, or as one that shows.
   */
  @Test
  void noToolReachesAnotherPersonsThings() {
    String task =
        ada.post(
                "/api/v1/tasks",
                "{\"title\":\"adas\",\"due\":{\"local\":\"2040-01-02T09:00\"},\"tags\":[\"adas\"]}")
            .text("id");
    String series =
        ada.post("/api/v1/series", "{\"title\":\"adas\",\"start\":\"2040-01-01\"}").text("id");
    Answer reminder =
        ada.post(
            "/api/v1/reminders", "{\"taskId\":\"" + task + "\",\"at\":\"2040-01-01T00:00:00Z\"}");
    Map<String, Object> before = new Things(gateway, ada).all();

    Map<String, Map<String, Object>> told = new TreeMap<>();
    for (String tool : List.of("complete_task", "reopen_task", "delete_task", "cancel_reminders")) {
      told.put(tool, Map.of("id", task));
    }
    told.put("edit_task", Map.of("id", task, "title", "mine"));
    told.put("set_reminder", Map.of("id", task, "at", "2040-01-01T08:00"));
    told.put("snooze_reminder", Map.of("id", task, "by", "PT1H"));
    for (String tool : List.of("pause_series", "resume_series", "stop_series", "skip_occurrence")) {
      told.put(tool, Map.of("id", series));
    }
    told.put("edit_series", Map.of("id", series, "title", "mine"));
    told.put("undo_change", Map.of("changeId", reminder.header("Change-Id")));
    Map<String, String> shown = Map.of("find_tasks", "tasks", "find_series", "series");
    Map<String, Map<String, Object>> made =
        Map.of(
            "create_task", Map.of("title", "eves"),
            "create_series", Map.of("title", "eves", "start", "2040-01-01", "rule", "FREQ=DAILY"));

    assertThat(Arrays.stream(Tool.values()).map(Tool::wireName).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(told, shown, made).flatMap(tools -> tools.keySet().stream()).toList());
    told.forEach(
        (tool, arguments) -> {
          Answer answer = call(tool, arguments);
          assertThat(answer.field("result.isError")).as(tool).isEqualTo(true);
          assertThat(answer.text("result.structuredContent.code")).as(tool).isEqualTo("not-found");
        });
    shown.forEach(
        (tool, things) ->
            assertThat((List<?>) call(tool, Map.of()).field("result.structuredContent." + things))
                .as(tool)
                .isEmpty());
    made.forEach(
        (tool, arguments) ->
            assertThat(call(tool, arguments).field("result.isError")).as(tool).isEqualTo(false));
    assertThat(new Things(gateway, ada).all()).isEqualTo(before);
  }

  private Answer call(String tool, Map<String, Object> arguments) {
    return gateway
        .stranger()
        .send(
            "POST",
            "/mcp",
            Json.write(
                Map.of(
                    "jsonrpc",
                    "2.0",
                    "id",
                    1,
                    "method",
                    "tools/call",
                    "params",
                    Map.of("name", tool, "arguments", arguments))),
            "Authorization",
            "Bearer " + token);
  }
}
