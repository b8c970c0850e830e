package dev.punctual.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever can be changed or deleted knows whether its reader saw what is there now. */
class EntityTagsIT {
  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();

  /**
   * Something that can be written to.
   *
   * @param seen answers with its tag
   * @param patch null: it cannot be edited
   * @param name a field by which it is known again
   */
  private record Entity(Answer seen, String path, @Nullable String patch, String name) {
    List<String> methods() {
      if (path.endsWith("/me")) {
        return List.of("PATCH");
      }
      return patch == null ? List.of("DELETE") : List.of("PATCH", "DELETE");
    }
  }

  @Test
  void whoSawSomethingElseIsRefusedWithWhatIsThere() {
    for (Entity entity : entities()) {
      assertThat(entity.seen().header("ETag")).as(entity.path()).isNotEmpty();
      for (String method : entity.methods()) {
        Answer refused = write(method, entity, "\"0\", W/" + entity.seen().header("ETag"));
        assertThat(refused.status()).as(method + " " + entity.path()).isEqualTo(412);
        assertThat(refused.text("code")).isEqualTo("precondition-failed");
        assertThat(refused.text("current." + entity.name()))
            .isEqualTo(entity.seen().text(entity.name()));
      }
    }
  }

  @Test
  void whoSawWhatIsThereMayWrite() {
    for (Entity entity : entities()) {
      String tag = entity.seen().header("ETag");
      for (String method : entity.methods()) {
        Answer written = write(method, entity, tag);
        assertThat(written.status()).as(method + " " + entity.path()).isBetween(200, 204);
        assertThat(written.header("ETag")).as(entity.path()).isNotEqualTo(tag);
        tag = written.header("ETag");
      }
    }
  }

  private Answer write(String method, Entity entity, String ifMatch) {
    String body = method.equals("PATCH") ? entity.patch() : null;
    return ada.send(method, entity.path(), body, "If-Match", ifMatch);
  }

  private List<Entity> entities() {
    Map<String, String> drafts =
        Map.of(
            "tasks", "{\"title\":\"t\"}",
            "series", "{\"title\":\"t\",\"start\":\"2040-01-01\"}",
            "channels", "{\"kind\":\"webhook\",\"target\":\"https://example.net/\"}",
            "feeds", "{}");
    Answer task = ada.post("/api/v1/tasks", drafts.get("tasks"));
    Answer series = ada.post("/api/v1/series", drafts.get("series"));
    Answer repeating =
        ada.post(
            "/api/v1/series", "{\"title\":\"t\",\"start\":\"2040-01-01\",\"rule\":\"FREQ=DAILY\"}");
    Answer reminder =
        ada.post(
            "/api/v1/reminders",
            "{\"taskId\":\"" + task.id() + "\",\"at\":\"2040-01-01T00:00:00Z\"}");
    Answer channel = ada.post("/api/v1/channels", drafts.get("channels"));
    Answer feed = ada.post("/api/v1/feeds", drafts.get("feeds"));
    Answer trashed = ada.post("/api/v1/tasks", drafts.get("tasks"));
    assertThat(ada.delete("/api/v1/tasks/" + trashed.id()).status()).isEqualTo(204);
    return List.of(
        new Entity(reminder, "/api/v1/reminders/" + reminder.id(), null, "id"),
        new Entity(task, "/api/v1/tasks/" + task.id(), "{\"title\":\"u\"}", "title"),
        new Entity(series, "/api/v1/series/" + series.id(), "{\"title\":\"u\"}", "title"),
        new Entity(
            repeating, "/api/v1/series/" + repeating.id() + "/occurrences/2040-01-02", null, "id"),
        new Entity(channel, "/api/v1/channels/" + channel.id(), "{\"name\":\"u\"}", "name"),
        new Entity(feed, "/api/v1/feeds/" + feed.id(), null, "name"),
        new Entity(trashed, "/api/v1/trash/" + trashed.id(), null, "title"),
        new Entity(ada.get("/api/v1/me"), "/api/v1/me", "{\"name\":\"Grace\"}", "name"));
  }
}
