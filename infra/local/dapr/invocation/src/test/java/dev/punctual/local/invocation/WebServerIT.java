package dev.punctual.local.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.json.Json;
import dev.punctual.local.dapr.NeedsDapr;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsDapr
@NeedsNginx
class WebServerIT {
  // How many requests are left counts down from one answer to the next.
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "", "date", "server", "connection", "transfer-encoding", "content-length", "ratelimit");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir static Path folder;
  private static Web web;
  private static String ada;

  @BeforeAll
  static void start() {
    web = new Web(folder);
    ada = web.person("Ada");
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @Test
  void carriesHeadersAndStatusesThroughDapr() {
    String key = UUID.randomUUID().toString();
    HttpResponse<String> made =
        send(
            write("POST", "/api/v1/tasks", "{\"title\":\"Über <b> & \\u2028\"}")
                .header("Idempotency-Key", key));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(header(made, "change-id")).isNotEmpty();
    String path = "/api/v1/tasks/" + tree(made).get("id");

    HttpResponse<String> read = send(request(path));
    assertThat(read.body()).isEqualTo(made.body());
    assertThat(header(read, "etag")).isEqualTo(header(made, "etag")).startsWith("\"");
    assertPassed(path, web.sidecarAddress());

    HttpResponse<String> stale =
        send(write("PATCH", path, "{\"title\":\"new\"}").header("If-Match", "\"0\""));
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(header(stale, "content-type")).startsWith("application/problem+json");
    HttpResponse<String> fresh =
        send(write("PATCH", path, "{\"title\":\"new\"}").header("If-Match", header(read, "etag")));
    assertThat(fresh.statusCode()).as(fresh.body()).isEqualTo(200);
    assertThat(send(request(path).DELETE()).statusCode()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/tasks?limit=1&q=tag%3Awork%20%26%23%2F..%2F+x&q=%C3%BC%22'<>|",
        "/api/v1/tasks?cursor=%00%FF%2e%2e//",
        "/api/v1/tasks/0191f3a0-0000-7000-8000-000000000001",
        "/api/v1/nothing",
        "/api/v1/me",
        "/api/v1/openapi.yaml"
      })
  void answersAsTheGatewayDoes(String target) {
    String through = RawRequest.get(web.url(), target, ada);
    String direct = RawRequest.get(web.direct(), target, ada);

    assertThat(essence(through)).isEqualTo(essence(direct));
    String path = target.replaceFirst("\\?.*", "");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(web.passedTo(path)).contains(web.sidecarAddress()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/tags/a%2Fb",
        "/api/v1/tags/b%C3%BCro",
        "/api/v1/tags/b\u00fcro",
        "/api/v1/tags/%3Fx%23y%25",
        "/api/v1//tasks",
        "/api/v1/tasks/",
        "/api/v1/./tasks",
        "/api/v1/me/../tasks",
        "/api/v1/me/%2e%2e/tasks",
        "/api/v1/me%2F..%2Ftasks",
        "/api/v1/..%2f..%2fjob/wake-1",
        "/api/v1/../../job/wake-1",
        "/api/v1/%74asks",
        "/api/v1/tasks;x=1",
        "/api/v1/tasks%00",
        "/api/v1/me\\..\\tasks",
        "/x/../api/v1/tasks",
        "//api/v1/tasks",
        "/%61pi/v1/tasks",
        "/job/wake-1",
        "/dapr/config"
      })
  void neverLeadsElsewhereThanADirectConnection(String target) {
    String through = RawRequest.get(web.url(), target, ada);
    String direct = RawRequest.get(web.direct(), target, ada);

    if (through.contains("<title>Punctual</title>")) {
      // The page, which the gateway of this test does not serve.
      assertThat(RawRequest.status(direct)).isEqualTo(404);
    } else if (RawRequest.status(through) != 400 && RawRequest.status(through) != 404) {
      assertThat(essence(through)).isEqualTo(essence(direct));
    }
    assertThat(target.contains("/api/v1/") && through.contains("\"items\""))
        .isEqualTo(direct.contains("\"items\"") && through.contains("\"items\""));
  }

  @Test
  void takesWritesOfItsOwnPagesAndRefusesThoseOfOthers() {
    String own = "http://" + web.url().getAuthority();

    assertThat(
            send(write("POST", "/api/v1/tasks", "{\"title\":\"own\"}").header("Origin", own))
                .statusCode())
        .isEqualTo(201);
    for (String other : List.of("https://evil.example", "null", own + ".evil.example")) {
      HttpResponse<String> refused =
          send(write("POST", "/api/v1/tasks", "{\"title\":\"evil\"}").header("Origin", other));
      assertThat(refused.statusCode()).as(other).isEqualTo(403);
      assertThat(refused.body()).contains("cross-origin");
    }
  }

  /** Between nginx and the gateway the name is that of a sidecar. */
  @Test
  void anotherSitesNameThatLeadsHereIsRefusedThroughDapr() {
    for (String target : List.of("/api/v1/me", "/api/v1/export.json")) {
      String answer =
          RawRequest.send(
              web.url(),
              "GET %s HTTP/1.1\r\nHost: evil.example\r\nCookie: %s\r\nConnection: close\r\n\r\n"
                  .formatted(target, ada),
              new byte[0]);
      assertThat(RawRequest.status(answer)).as(target).isEqualTo(421);
      assertThat(answer).contains("\"unknown-host\"");
    }
  }

  @Test
  void letsNobodySayWhatOnlyDaprMay() {
    HttpResponse<String> answer =
        send(
            request("/api/v1/tasks")
                .header("dapr-app-id", "somebody-else")
                .header("dapr-api-token", "guessed"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(
            send(request("/api/v1/tasks")
                    // dapr-app-id:somebody-else
                    .header("Authorization", "Basic ZGFwci1hcHAtaWQ6c29tZWJvZHktZWxzZQ=="))
                .statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 1048577", "Transfer-Encoding: chunked"})
  void refusesALargeBodyItself(String length) {
    String head =
        "POST /api/v1/tasks HTTP/1.1\r\nHost: x\r\nCookie: %s\r\nConnection: close\r\n%s\r\n\r\n"
            .formatted(ada, length);
    byte[] body =
        length.startsWith("T")
            ? ("100001\r\n" + "0".repeat(1_048_577) + "\r\n0\r\n\r\n").getBytes()
            : RawRequest.zeros(1_048_577);

    String answer = RawRequest.send(web.url(), head, body);

    assertThat(RawRequest.status(answer)).as(answer).isEqualTo(413);
    assertThat(answer).contains("Content-Type: application/problem+json", "\"payload-too-large\"");
    assertThat(answer).contains("Content-Security-Policy: ", "Cache-Control: no-store");
  }

  @Test
  void sendsWhatDaprWouldSpoilStraightToTheGateway() {
    for (String path :
        List.of("/api/v1/chat", "/api/v1/import", "/api/v1/export.json", "/mcp", "/mcp/x")) {
      assertThat(send(request(path)).statusCode()).as(path).isNotEqualTo(503);
      assertPassed(path, web.gatewayAddress());
    }
    HttpResponse<String> large =
        send(
            request("/api/v1/import")
                .POST(BodyPublishers.ofByteArray(RawRequest.zeros(5_000_000))));
    assertThat(large.body()).doesNotContain("An import has at most");
  }

  @Test
  void servesThePageAndItsFiles() {
    HttpResponse<String> page = send(request("/tasks/today"));
    assertThat(page.body()).contains("Punctual");
    assertThat(header(page, "cache-control")).isEqualTo("no-cache");
    assertThat(header(page, "content-security-policy")).contains("frame-ancestors 'none'");
    assertThat(header(page, "server")).isEqualTo("nginx");

    HttpResponse<String> asset =
        send(request("/assets/app-1.js").header("Accept-Encoding", "gzip"));
    assertThat(header(asset, "cache-control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(header(asset, "content-encoding")).isEqualTo("gzip");
    HttpResponse<String> again =
        send(request("/assets/app-1.js").header("If-None-Match", header(asset, "etag")));
    assertThat(again.statusCode()).isEqualTo(304);

    HttpResponse<String> missing = send(request("/assets/app-2.js"));
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(header(missing, "content-type")).isEqualTo("application/problem+json");
    assertThat(header(missing, "cache-control")).isEqualTo("no-store");
  }

  @Test
  void saysClearlyWhatIsAwayAndGoesOnByItself() {
    web.webSidecar.kill();
    assertUnavailable();
    web.webSidecar.startAgain();
    awaitAnswer();

    web.gatewaySidecar.kill();
    assertUnavailable();
    web.gatewaySidecar.startAgain();
    awaitAnswer();

    web.gateway.kill();
    assertUnavailable();
    HttpResponse<String> stream = send(request("/api/v1/events"));
    assertThat(stream.statusCode()).isEqualTo(503);
    web.gateway.start();
    awaitAnswer();
    assertThat(RawRequest.status(RawRequest.get(web.url(), "/api/v1//nothing", ada)))
        .isEqualTo(404);
  }

  /** nginx writes its log when the answer is already on its way. */
  private static void assertPassed(String path, String server) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(web.passedTo(path)).as(path).isNotEmpty().containsOnly(server));
  }

  private static void assertUnavailable() {
    HttpResponse<String> answer = send(request("/api/v1/tasks"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(header(answer, "content-type")).isEqualTo("application/problem+json");
    assertThat(header(answer, "retry-after")).isEqualTo("2");
    assertThat(tree(answer).get("code")).isEqualTo("unavailable");
    assertThat(tree(answer).keySet()).hasToString("[type, title, status, code, detail, errors]");
  }

  private static void awaitAnswer() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(send(request("/api/v1/tasks")).statusCode()).isEqualTo(200));
  }

  /** Status, body and the headers that mean something to a client. */
  private static Map<String, String> essence(String answer) {
    Map<String, String> essence = new TreeMap<>();
    essence.put("status", Integer.toString(RawRequest.status(answer)));
    for (String line : answer.substring(0, answer.indexOf("\r\n\r\n")).split("\r\n")) {
      int colon = line.indexOf(": ");
      String name = colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
      if (!OF_THE_CONNECTION.contains(name)) {
        essence.merge(name, line.substring(colon + 2), (one, two) -> one + " AND " + two);
      }
    }
    String body = RawRequest.body(answer);
    essence.put("body", answer.contains("chunked") ? unchunked(body) : body);
    return essence;
  }

  private static String unchunked(String body) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    byte[] bytes = body.getBytes(UTF_8);
    int at = 0;
    while (true) {
      int end = at;
      while (bytes[end] != '\r') {
        end++;
      }
      int length = Integer.parseInt(new String(bytes, at, end - at, UTF_8), 16);
      if (length == 0) {
        return whole.toString(UTF_8);
      }
      whole.write(bytes, end + 2, length);
      at = end + 2 + length + 2;
    }
  }

  private static Map<?, ?> tree(HttpResponse<String> answer) {
    return (Map<?, ?>) Json.parse(answer.body());
  }

  private static HttpRequest.Builder write(String method, String path, String json) {
    return request(path)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(json));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(web.url() + path))
        .timeout(PATIENCE)
        .header("Cookie", ada);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return String.join(" AND ", answer.headers().allValues(name));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
