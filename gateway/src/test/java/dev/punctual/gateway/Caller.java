package dev.punctual.gateway;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who asks a gateway over HTTP. */
public final class Caller {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final URI url;
  private final @Nullable UserId user;
  private final @Nullable String cookie;

  public Caller(URI url, @Nullable UserId user, @Nullable String cookie) {
    this.url = url;
    this.user = user;
    this.cookie = cookie;
  }

  /** Who it is; only for those who are signed in. */
  public UserId user() {
    return Objects.requireNonNull(user);
  }

  /** What signs in; only of somebody who is. */
  public String cookie() {
    return Objects.requireNonNull(cookie);
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, @Nullable String body) {
    return send("POST", path, body);
  }

  public Answer patch(String path, String body) {
    return send("PATCH", path, body);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /** Sends JSON, or nothing; headers are names and values in turn. */
  public Answer send(String method, String path, @Nullable String body, String... headers) {
    BodyPublisher publisher =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    String[] all = headers;
    if (body != null && Arrays.stream(headers).noneMatch("Content-Type"::equals)) {
      all = Arrays.copyOf(headers, headers.length + 2);
      all[headers.length] = "Content-Type";
      all[headers.length + 1] = "application/json";
    }
    return exchange(method, path, publisher, all);
  }

  public Answer exchange(String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE).method(method, body);
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the gateway answered. */
  public record Answer(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The body as a tree. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> json() {
      return (Map<String, Object>) Json.parse(response.body());
    }

    /** A field of the body; {@code a.b} is a field within a field. */
    public @Nullable Object field(String path) {
      Object at = json();
      for (String name : path.split("\\.")) {
        at = at instanceof Map<?, ?> fields ? fields.get(name) : null;
      }
      return at;
    }

    public String text(String path) {
      return String.valueOf(field(path));
    }

    public UUID id() {
      return UUID.fromString(text("id"));
    }

    @Override
    public String toString() {
      return status() + " " + response.body();
    }
  }
}
