package dev.punctual.gateway.dapr;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.gateway.config.DaprConfig;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Dapr's HTTP API at our side, over connections that are kept. */
@Singleton
@WithDapr
public final class Sidecar {
  private final DaprConfig config;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .executor(threads)
          .build();

  public Sidecar(DaprConfig config) {
    this.config = config;
  }

  /** The answer to a request, whatever its status. */
  public record Answer(int status, String body, @Nullable String etag) {
    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    /** Without what it carries, which may be somebody's. */
    @Override
    public String toString() {
      return "an answer with status " + status;
    }

    /** What Dapr said, short enough for a log. */
    public String summary() {
      return status + " " + body.substring(0, Math.min(300, body.length()));
    }
  }

  /** Reads, within the deadline. */
  public Answer get(String path, Duration deadline) throws IOException, InterruptedException {
    return send(request(path, deadline).GET());
  }

  /** Posts JSON and waits for the answer, within the deadline. */
  public Answer post(String path, String json, Duration deadline)
      throws IOException, InterruptedException {
    return send(request(path, deadline).POST(BodyPublishers.ofString(json, UTF_8)));
  }

  /** Posts JSON; fails with an {@link IOException} when there is no answer within the deadline. */
  public CompletableFuture<Answer> postAsync(String path, String json, Duration deadline) {
    return client
        .sendAsync(
            request(path, deadline).POST(BodyPublishers.ofString(json, UTF_8)).build(),
            BodyHandlers.ofString(UTF_8))
        .thenApply(Sidecar::answer);
  }

  /** Deletes, within the deadline. */
  public Answer delete(String path, Duration deadline) throws IOException, InterruptedException {
    return send(request(path, deadline).DELETE());
  }

  /** Encodes what stands between two slashes of a path. */
  public static String segment(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
    threads.shutdownNow();
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return answer(client.send(request.build(), BodyHandlers.ofString(UTF_8)));
  }

  private HttpRequest.Builder request(String path, Duration deadline) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + config.port() + path))
            .timeout(deadline)
            .header("Content-Type", "application/json");
    String token = config.apiToken();
    return token == null ? request : request.header("dapr-api-token", token);
  }

  private static Answer answer(HttpResponse<String> response) {
    return new Answer(
        response.statusCode(), response.body(), response.headers().firstValue("etag").orElse(null));
  }
}
