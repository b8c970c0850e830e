package dev.punctual.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.punctual.contracts.Id.NotificationId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Notification;
import dev.punctual.contracts.NotificationStatus;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.store.Accounts;
import dev.punctual.store.NotificationRow;
import dev.punctual.store.NotificationRows;
import dev.punctual.store.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Another person's things read as absent, on every route of the document that takes an id. */
class OwnershipIT {
  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();
  private final Caller eve = gateway.person();

  @Test
  void anotherPersonsIdIsAsGoodAsNone() {
    Map<String, String> ids = adasThings();
    List<String> walked = new ArrayList<>();

    paths()
        .forEach(
            (path, methods) -> {
              if (path.contains("{")) {
                String things = things(path);
                String id = ids.get(things);
                assertThat(id).as("an id for " + path).isNotNull();
                String own = asked(path.replace("{id}", id).replace("{name}", id));
                methods
                    .keySet()
                    .forEach(
                        method -> {
                          Answer answer = ask(eve, String.valueOf(method), own);
                          assertThat(answer.status()).as(method + " " + path).isEqualTo(404);
                          assertThat(answer.text("code")).isEqualTo("not-found");
                          walked.add(method + " " + path);
                        });
              }
            });

    assertThat(walked).hasSizeGreaterThanOrEqualTo(15);
    stillThere(ids);
  }

  /** What is named in a body or a parameter; NAME stands for its id. */
  private static final Map<String, Named> NAMING =
      Map.of(
          "get /api/v1/reminders",
          new Named("tasks", "?taskId=NAME", null),
          "post /api/v1/reminders",
          new Named("tasks", "", "{\"taskId\":\"NAME\",\"at\":\"2040-01-01T00:00:00Z\"}"),
          "post /api/v1/tasks/bulk",
          new Named("tasks", "", "{\"ids\":[\"NAME\"],\"action\":\"complete\"}"),
          "post /api/v1/chat",
          new Named("chat", "", "{\"message\":\"help\",\"sessionId\":\"NAME\"}"));

  /** They take no id of anything: what they show is held by {@link #listsShowOnesOwn}. */
  private static final Set<String> NAMELESS =
      Set.of(
          "get /api/v1/accounts/invitations",
          "get /api/v1/channels",
          "get /api/v1/channels/kinds",
          "get /api/v1/events",
          "get /api/v1/export.ics",
          "get /api/v1/export.json",
          "get /api/v1/feeds",
          "get /api/v1/filters",
          "get /api/v1/insight",
          "get /api/v1/me",
          "get /api/v1/me/sessions",
          "get /api/v1/me/tokens",
          "get /api/v1/notifications",
          "get /api/v1/series",
          "get /api/v1/session",
          "get /api/v1/session/openid",
          "get /api/v1/session/openid/link",
          "get /api/v1/session/openid/return",
          "get /api/v1/session/ways",
          "get /api/v1/tags",
          "get /api/v1/tasks",
          "get /api/v1/tasks/count",
          "get /api/v1/trash",
          "delete /api/v1/me",
          "delete /api/v1/session",
          "delete /api/v1/trash",
          "patch /api/v1/me",
          "post /api/v1/accounts",
          "post /api/v1/accounts/invitations",
          "post /api/v1/accounts/password",
          "post /api/v1/accounts/reset",
          "post /api/v1/channels",
          "post /api/v1/feeds",
          "post /api/v1/filters",
          "post /api/v1/import",
          "post /api/v1/me/tokens",
          "post /api/v1/notifications/read-all",
          "post /api/v1/quick-add/preview",
          "post /api/v1/recurrence/preview",
          "post /api/v1/series",
          "post /api/v1/session",
          "post /api/v1/tasks",
          "put /api/v1/me/email",
          "put /api/v1/me/password");

  private record Named(String things, String parameters, @Nullable String body) {}

  /** A route that is new has to be checked here, or be said to take nothing that is anybody's. */
  @Test
  void whatIsNamedBesideThePathIsAbsentTooAndNoRouteIsForgotten() {
    Map<String, String> ids = adasThings();
    Set<String> routes = new TreeSet<>();

    paths()
        .forEach(
            (path, methods) ->
                methods.keySet().stream()
                    .filter(method -> !path.contains("{"))
                    .forEach(method -> routes.add(method + " " + path)));

    Set<String> known = new TreeSet<>(NAMELESS);
    known.addAll(NAMING.keySet());
    assertThat(routes).isEqualTo(known);
    NAMING.forEach(
        (route, named) -> {
          String id = String.valueOf(ids.get(named.things()));
          String[] words = route.split(" ", -1);
          Answer answer =
              eve.send(
                  words[0].toUpperCase(Locale.ROOT),
                  words[1] + named.parameters().replace("NAME", id),
                  named.body() == null ? null : named.body().replace("NAME", id));
          assertThat(answer.status()).as(route + ": " + answer).isEqualTo(404);
          assertThat(answer.text("code")).isEqualTo("not-found");
        });
    stillThere(ids);
  }

  @Test
  void listsShowOnesOwn() {
    adasThings();

    for (String things :
        List.of(
            "tasks",
            "series",
            "reminders",
            "notifications",
            "channels",
            "feeds",
            "accounts/invitations",
            "me/tokens",
            "tags",
            "filters",
            "trash")) {
      assertThat((List<?>) ada.get("/api/v1/" + things).field("items")).isNotEmpty();
      assertThat((List<?>) eve.get("/api/v1/" + things).field("items")).isEmpty();
    }
    assertThat(eve.get("/api/v1/me/sessions").response().body())
        .doesNotContain(only("me/sessions"));
    assertThat(eve.get("/api/v1/tasks/count").field("count")).isEqualTo(0L);
    assertThat(eve.get("/api/v1/export.ics").response().body()).doesNotContain("BEGIN:VTODO");
    Map<String, Object> everything = new HashMap<>(eve.get("/api/v1/export.json").json());
    everything.keySet().removeAll(List.of("format", "version", "exportedAt", "profile"));
    assertThat(everything.remove("sessions")).asInstanceOf(LIST).hasSize(1);
    assertThat(everything.values()).allSatisfy(list -> assertThat((List<?>) list).isEmpty());
  }

  /** With what a path needs beside whose thing it is. */
  private static String asked(String path) {
    return path.endsWith("/occurrences")
        ? path + "?from=2040-01-01T00:00:00Z&to=2040-02-01T00:00:00Z"
        : path.replace("{local}", "2040-01-01").replace("{token}", "guessed");
  }

  private void stillThere(Map<String, String> ids) {
    assertThat(ada.get("/api/v1/tasks/" + ids.get("tasks")).field("version")).isEqualTo(1L);
    assertThat(ada.get("/api/v1/series/" + ids.get("series")).field("version")).isEqualTo(1L);
    assertThat((List<?>) ada.get("/api/v1/reminders?status=scheduled").field("items")).hasSize(1);
    assertThat((List<?>) ada.get("/api/v1/notifications?status=unread").field("items")).hasSize(1);
    for (String things : List.of("accounts/invitations", "me/sessions", "me/tokens")) {
      assertThat((List<?>) ada.get("/api/v1/" + things).field("items")).hasSize(1);
    }
  }

  private Map<String, String> adasThings() {
    String task = ada.post("/api/v1/tasks", "{\"title\":\"t\",\"tags\":[\"adas\"]}").text("id");
    String series =
        ada.post("/api/v1/series", "{\"title\":\"t\",\"start\":\"2040-01-01\"}").text("id");
    String reminder =
        ada.post(
                "/api/v1/reminders",
                "{\"taskId\":\"" + task + "\",\"at\":\"2040-01-01T00:00:00Z\"}")
            .text("id");
    String feed = ada.post("/api/v1/feeds", "{}").text("id");
    String filter = ada.post("/api/v1/filters", "{\"name\":\"f\"}").text("id");
    String channel =
        ada.post("/api/v1/channels", "{\"kind\":\"webhook\",\"target\":\"https://example.net/\"}")
            .text("id");
    String chat = ada.post("/api/v1/chat", "{\"message\":\"help\"}").text("sessionId");
    NotificationId notification = new NotificationId(Uuid7.next());
    gateway
        .database()
        .database()
        .write(
            connection ->
                NotificationRows.insert(
                    connection,
                    List.of(
                        new NotificationRow(
                            ada.user(),
                            new Notification(
                                notification,
                                "reminder",
                                "t",
                                new TaskId(UUID.fromString(task)),
                                null,
                                NotificationStatus.UNREAD,
                                TestDatabase.NOW,
                                null)))));
    String trashed = ada.post("/api/v1/tasks", "{\"title\":\"t\"}").text("id");
    assertThat(ada.delete("/api/v1/tasks/" + trashed).status()).isEqualTo(204);
    String change = ada.post("/api/v1/tasks", "{\"title\":\"t\"}").header("Change-Id");
    return Map.ofEntries(
        Map.entry("tasks", task),
        Map.entry("series", series),
        Map.entry("reminders", reminder),
        Map.entry("channels", channel),
        Map.entry("feeds", feed),
        Map.entry("chat", chat),
        Map.entry("notifications", notification.toString()),
        Map.entry("accounts/invitations", invitation()),
        Map.entry("me/sessions", only("me/sessions")),
        Map.entry("me/tokens", token()),
        Map.entry("tags", "adas"),
        Map.entry("filters", filter),
        Map.entry("trash", trashed),
        Map.entry("changes", change));
  }

  /** The collection that a path leads into. */
  private static String things(String path) {
    String[] parts = path.split("/", -1);
    return List.of("me", "accounts").contains(parts[3]) ? parts[3] + "/" + parts[4] : parts[3];
  }

  private String invitation() {
    gateway
        .database()
        .database()
        .write(connection -> Accounts.makeAdministrator(connection, ada.user()));
    return ada.post("/api/v1/accounts/invitations", null).text("id");
  }

  private String token() {
    return ada.post("/api/v1/me/tokens", "{\"name\":\"t\",\"scope\":\"read\"}").text("id");
  }

  private String only(String things) {
    List<?> items = (List<?>) ada.get("/api/v1/" + things).field("items");
    return String.valueOf(((Map<?, ?>) Objects.requireNonNull(items).getFirst()).get("id"));
  }

  private static Answer ask(Caller caller, String method, String path) {
    boolean patch = method.equals("patch");
    String body =
        path.endsWith("/snooze") ? "{\"period\":\"PT1M\"}" : patch ? "{\"title\":\"mine\"}" : null;
    body = path.endsWith("/confirm") ? "{\"code\":\"guessed\"}" : body;
    return caller.send(method.toUpperCase(Locale.ROOT), path, body);
  }

  private Map<String, Map<?, ?>> paths() {
    Map<String, Object> document =
        new Yaml().load(gateway.stranger().get("/api/v1/openapi.yaml").response().body());
    @SuppressWarnings("unchecked")
    Map<String, Map<?, ?>> paths = (Map<String, Map<?, ?>>) document.get("paths");
    return paths;
  }
}
