package dev.punctual.local.train;

import dev.punctual.contracts.json.Json;
import dev.punctual.local.EmbeddedRun;
import dev.punctual.local.backup.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * What the caches are made from: everything that comes due, once, and what a person does. A
 * function that nothing here wakes needs its line in {@link #makeThingsDue}.
 */
final class Rehearsal {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(20);

  private final EmbeddedRun run;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private String cookie = "";

  Rehearsal(EmbeddedRun run) {
    this.run = run;
  }

  /**
   * Returns when each group has handled a record, its person has been told and all are ready.
   *
   * @param groups of the functions
   * @param readiness where each program says whether it is ready
   */
  void perform(List<String> groups, List<URI> readiness) {
    try (http) {
      cookie = signIn();
      CompletableFuture<Void> told = followUntil("notification.created");
      String task = useTasks();
      makeThingsDue(task);
      String channel = testChannel();
      for (String group : groups) {
        await("a record that " + group + " handles", () -> handled(group));
      }
      await(told);
      await("a delivery that is answered", () -> answered(channel));
      for (URI each : readiness) {
        await(each + " to be ready", () -> get(each).statusCode() == 200);
      }
    }
  }

  private String signIn() {
    String set = get(run.signInLink()).headers().firstValue("Set-Cookie").orElse("");
    String[] parts = set.split(";", 2);
    require(!parts[0].isEmpty(), "the sign-in link gives no session");
    return parts[0];
  }

  private String useTasks() {
    get("me");
    get("tasks");
    String task = post("tasks", Map.of("title", "Call the dentist", "tags", List.of("health")));
    send(json("PATCH", "tasks/" + task, Map.of("priority", "high")), 200);
    get("tasks/" + task);
    get("tasks?limit=20");
    return task;
  }

  /** Each kind of due record (DESIGN §2, topics) is caused here. */
  private void makeThingsDue(String task) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Map<String, Object> reminder = Map.of("taskId", task, "at", now.plusSeconds(2).toString());
    String unused = post("reminders", reminder);
    unused =
        post(
            "series",
            Map.of(
                "title",
                "Water the plants",
                "start",
                LocalDateTime.ofInstant(now.plusSeconds(2), ZoneOffset.UTC).toString(),
                "zone",
                "UTC",
                "rule",
                "FREQ=DAILY",
                "reminders",
                List.of(Map.of("before", "PT0S"))));
  }

  /** A delivery.due. The address is refused, so that nobody is asked. */
  private String testChannel() {
    String channel =
        post("channels", Map.of("kind", "webhook", "target", "https://localhost/nowhere"));
    String unused = send(json("POST", "channels/" + channel + "/test", Map.of()), 200);
    return channel;
  }

  private boolean answered(String channel) {
    return send(request("channels/" + channel).build(), 200).contains("\"status\":\"failing\"");
  }

  /** Follows the person's stream, from its beginning; done when an event of this type has come. */
  private CompletableFuture<Void> followUntil(String type) {
    HttpRequest request =
        request("events")
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", "0")
            .build();
    return http.sendAsync(request, BodyHandlers.ofLines())
        .thenCompose(
            answer -> {
              require(answer.statusCode() == 200, "the stream answered " + answer.statusCode());
              try (Stream<String> lines = answer.body()) {
                // A gateway may end a stream at any time; who listens comes again.
                return lines.anyMatch(("event: " + type)::equals)
                    ? CompletableFuture.completedFuture(null)
                    : followUntil(type);
              }
            });
  }

  private boolean handled(String group) {
    Database database = run.database();
    try (Connection connection =
            DriverManager.getConnection(
                database.url().apply(database.name()), database.user(), database.password());
        PreparedStatement statement =
            connection.prepareStatement("SELECT 1 FROM processed_event WHERE consumer = ?")) {
      statement.setString(1, group);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    } catch (SQLException e) {
      throw new TrainingFailed("the database does not answer", e);
    }
  }

  private void get(String path) {
    send(request(path).build(), 200);
  }

  private HttpResponse<String> get(URI uri) {
    return send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build());
  }

  /** The new thing's id. */
  private String post(String path, Map<String, ?> body) {
    String answer = send(json("POST", path, body), 201);
    if (Json.parse(answer) instanceof Map<?, ?> thing && thing.get("id") instanceof String id) {
      return id;
    }
    throw new TrainingFailed(path + " answered without an id: " + answer);
  }

  private HttpRequest json(String method, String path, Map<String, ?> body) {
    return request(path)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(Json.write(body)))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(run.gatewayUrl().resolve("/api/v1/" + path))
        .header("Cookie", cookie)
        .timeout(PATIENCE);
  }

  private String send(HttpRequest request, int status) {
    HttpResponse<String> answer = send(request);
    require(
        answer.statusCode() == status,
        request.method() + " " + request.uri() + " answered " + answer.statusCode());
    return answer.body();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new TrainingFailed(request.uri() + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainingFailed("interrupted");
    }
  }

  private static void await(CompletableFuture<Void> effect) {
    try {
      effect.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new TrainingFailed("nobody was told", e);
    } catch (TimeoutException e) {
      throw new TrainingFailed("nobody was told within " + PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainingFailed("interrupted");
    }
  }

  private static void await(String what, BooleanSupplier so) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!so.getAsBoolean()) {
      require(Instant.now().isBefore(end), "waited " + PATIENCE + " for " + what);
      try {
        Thread.sleep(LOOK);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new TrainingFailed("interrupted");
      }
    }
  }

  private static void require(boolean so, String otherwise) {
    if (!so) {
      throw new TrainingFailed(otherwise);
    }
  }
}
