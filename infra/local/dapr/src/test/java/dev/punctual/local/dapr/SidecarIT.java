package dev.punctual.local.dapr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.punctual.local.servers.TestServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsDapr
class SidecarIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void answersASecretAsTheClustersStoreWould() throws Exception {
    try (Sidecar sidecar = Sidecar.start(Sidecar.Settings.gateway(manifests("s3cret")))) {
      HttpResponse<String> answer = get(sidecar, "/v1.0/secrets/secretstore/punctual-signing");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body().strip()).isEqualTo("{\"key\":\"s3cret\"}");
    }
  }

  @Test
  void refusesWhoDoesNotKnowTheToken() throws Exception {
    try (Sidecar sidecar = Sidecar.start(Sidecar.Settings.gateway(manifests("s3cret")))) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create(sidecar.url() + "/v1.0/secrets/secretstore/punctual-database"))
              .build();

      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void takesUpAChangedSecretWhenStartedAgain() throws Exception {
    Manifests manifests = manifests("old");
    try (Sidecar sidecar = Sidecar.start(Sidecar.Settings.function("any-function", manifests))) {
      sidecar.kill();
      assertThat(sidecar.isRunning()).isFalse();
      manifests.writeSecrets(Map.of("punctual-signing", Map.of("key", "new")));
      sidecar.startAgain();

      assertThat(get(sidecar, "/v1.0/secrets/secretstore/punctual-signing").body()).contains("new");
    }
  }

  @Test
  void showsAFunctionNothingButItsSecrets() throws Exception {
    try (Sidecar sidecar =
        Sidecar.start(Sidecar.Settings.function("any-function", manifests("s3cret")))) {
      assertThat(get(sidecar, "/v1.0/secrets/secretstore/punctual-database").statusCode())
          .isEqualTo(200);
      assertThat(get(sidecar, "/v1.0/secrets/secretstore/punctual-model").statusCode())
          .isEqualTo(403);
      assertThat(get(sidecar, "/v1.0/metadata").statusCode()).isEqualTo(404);
      assertThat(get(sidecar, "/v1.0/state/statestore/some").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void keepsStateInPostgres() throws Exception {
    try (Sidecar sidecar = Sidecar.start(Sidecar.Settings.gateway(manifests("s3cret")))) {
      HttpResponse<String> saved =
          post(sidecar, "/v1.0/state/statestore", "[{\"key\":\"some\",\"value\":{\"n\":1}}]");

      assertThat(saved.statusCode()).as(saved.body() + sidecar.lastLines()).isEqualTo(204);
      assertThat(get(sidecar, "/v1.0/state/statestore/some").body()).isEqualTo("{\"n\":1}");
    }
  }

  @Test
  void schedulesAJobThatOutlivesTheScheduler() throws Exception {
    Manifests manifests = manifests("s3cret");
    try (Scheduler scheduler = Scheduler.start(folder.resolve("scheduler"));
        Sidecar sidecar =
            Sidecar.start(Sidecar.Settings.gateway(manifests).withScheduler(scheduler.address()))) {
      HttpResponse<String> scheduled =
          post(sidecar, "/v1.0/jobs/wake-1", "{\"dueTime\":\"2099-01-01T00:00:00Z\",\"data\":1}");
      assertThat(scheduled.statusCode()).as(scheduled.body() + sidecar.lastLines()).isEqualTo(204);
      scheduler.kill();
      scheduler.startAgain();

      await()
          .atMost(PATIENCE)
          .ignoreExceptionsInstanceOf(HttpTimeoutException.class)
          .untilAsserted(
              () ->
                  assertThat(get(sidecar, "/v1.0/jobs/wake-1").body())
                      .contains("2099-01-01T00:00:00Z"));
      scheduler.loseData();
      scheduler.startAgain();
      await()
          .atMost(PATIENCE)
          .ignoreExceptionsInstanceOf(HttpTimeoutException.class)
          .untilAsserted(
              () -> assertThat(get(sidecar, "/v1.0/jobs/wake-1").statusCode()).isEqualTo(500));
    }
  }

  @Test
  void saysInItsLogWhyItDoesNotStart() throws Exception {
    Manifests manifests = manifests("s3cret");

    assertThatThrownBy(
            () ->
                Sidecar.start(
                        Sidecar.Settings.gateway(manifests)
                            .withArguments(List.of("--app-protocol=none")))
                    .close())
        .isInstanceOf(DaprException.class)
        .hasMessageContaining("app-protocol");
  }

  /** What the migrations make for a sidecar, where nothing else of the product is. */
  @BeforeAll
  static void schema() throws SQLException {
    try (Connection connection = TestServers.postgres().connect("postgres");
        Statement statement = connection.createStatement()) {
      boolean unused = statement.execute("CREATE SCHEMA IF NOT EXISTS dapr");
    }
  }

  private Manifests manifests(String signing) {
    return Manifests.render(
        folder,
        TestServers.bootstrapServers(),
        new Manifests.Database(
            "127.0.0.1",
            TestServers.postgres().port(),
            "postgres",
            TestServers.databaseUser(),
            TestServers.databasePassword()),
        Map.of("punctual-model", Map.of("key", "k"), "punctual-signing", Map.of("key", signing)));
  }

  private HttpResponse<String> get(Sidecar sidecar, String path)
      throws IOException, InterruptedException {
    return client.send(request(sidecar, path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(Sidecar sidecar, String path, String json)
      throws IOException, InterruptedException {
    return client.send(
        request(sidecar, path)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(Sidecar sidecar, String path) {
    return HttpRequest.newBuilder(URI.create(sidecar.url() + path))
        .timeout(Duration.ofSeconds(5))
        .header("dapr-api-token", sidecar.apiToken());
  }
}
