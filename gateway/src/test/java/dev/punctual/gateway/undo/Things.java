package dev.punctual.gateway.undo;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.store.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** All that a person has, timers included, without what every write moves. */
public final class Things {
  private static final List<String> BOOKKEEPING = List.of("version", "updatedAt");

  private final RunningGateway gateway;
  private final Caller person;

  public Things(RunningGateway gateway, Caller person) {
    this.gateway = gateway;
    this.person = person;
  }

  UUID task(String body) {
    return created(person.post("/api/v1/tasks", body));
  }

  UUID series(String body) {
    return created(person.post("/api/v1/series", body));
  }

  UUID reminder(UUID task, String when) {
    return created(person.post("/api/v1/reminders", "{\"taskId\":\"" + task + "\"," + when + "}"));
  }

  /** By kind and id; reminders that are cancelled are as good as none, and so is the trash. */
  public Map<String, Object> all() {
    Map<String, Object> all = new TreeMap<>();
    for (Object item : (List<?>) person.get("/api/v1/tags").json().get("items")) {
      Map<?, ?> tag = (Map<?, ?>) item;
      // A tag that nothing has, and nobody gave a colour, is as good as none.
      if (tag.get("colour") != null || !Long.valueOf(0).equals(tag.get("all"))) {
        all.put("tag " + tag.get("name"), tag);
      }
    }
    for (String things : List.of("tasks", "series", "reminders?status=scheduled", "filters")) {
      for (Object item : (List<?>) person.get("/api/v1/" + things).json().get("items")) {
        Map<Object, Object> fields = new HashMap<>((Map<?, ?>) item);
        fields.keySet().removeAll(BOOKKEEPING);
        all.put(things + " " + fields.get("id"), fields);
      }
    }
    gateway
        .database()
        .database()
        .read(
            connection ->
                Sql.list(
                    connection,
                    "SELECT kind || ' ' || subject_id AS name, due_at::text FROM timer"
                        + " WHERE user_id = ?",
                    row -> all.put("timer " + row.text("name"), row.text("due_at")),
                    person.user()));
    return all;
  }

  private static UUID created(Answer answer) {
    if (answer.status() != 201) {
      throw new AssertionError(answer.toString());
    }
    return answer.id();
  }
}
