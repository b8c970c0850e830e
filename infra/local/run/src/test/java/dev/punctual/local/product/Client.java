package dev.punctual.local.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.json.Json;
import dev.punctual.local.EmbeddedRun;
import dev.punctual.store.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A person's program: signed in, speaking JSON. */
final class Client {
  static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI gateway;
  private final String cookie;

  Client(URI gateway, String cookie) {
    this.gateway = gateway;
    this.cookie = cookie;
  }

  /** Opens the link that {@code up} printed. */
  static Client signIn(EmbeddedRun run) {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(run.signInLink()).build());
    assertThat(answer.statusCode()).isEqualTo(303);
    String cookie = answer.headers().firstValue("set-cookie").orElseThrow();
    return new Client(run.gatewayUrl(), cookie.substring(0, cookie.indexOf(';')));
  }

  /** Somebody who came another way. */
  static Client of(Product product, UserId person) {
    String token = UUID.randomUUID().toString();
    product
        .database()
        .write(
            connection ->
                Sql.execute(
                    connection,
                    "INSERT INTO session (token_hash, user_id, expires_at)"
                        + " VALUES (sha256(?::bytea), ?, now() + interval '1 hour')",
                    token,
                    person));
    return new Client(product.run().gatewayUrl(), "punctual_session=" + token);
  }

  /** Goes for good. */
  void leave() {
    assertThat(send(with("DELETE", "me", Map.of())).statusCode()).isEqualTo(204);
  }

  /** The same person at another gateway. */
  Client at(URI other) {
    return new Client(other, cookie);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(gateway.resolve("/api/v1/" + path))
        .header("Cookie", cookie)
        .timeout(Duration.ofSeconds(30));
  }

  Map<String, Object> get(String path) {
    return body(send(request(path).build()), 200);
  }

  List<Map<String, Object>> items(String path) {
    return list(get(path).get("items"));
  }

  Map<String, Object> post(String path, Map<String, ?> json) {
    HttpResponse<String> answer = send(with("POST", path, json));
    return body(answer, answer.statusCode() == 200 ? 200 : 201);
  }

  Map<String, Object> patch(String path, Map<String, ?> json) {
    return body(send(with("PATCH", path, json)), 200);
  }

  void act(String path) {
    assertThat(send(request(path).POST(BodyPublishers.noBody()).build()).statusCode())
        .as(path)
        .isBetween(200, 204);
  }

  /** An object of a JSON tree. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object tree) {
    return (Map<String, Object>) tree;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Object tree) {
    return (List<Map<String, Object>>) tree;
  }

  private HttpRequest with(String method, String path, Map<String, ?> json) {
    return request(path)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(Json.write(json)))
        .build();
  }

  private static Map<String, Object> body(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return map(Json.parse(answer.body()));
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
