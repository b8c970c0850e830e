package dev.punctual.local.product;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.punctual.contracts.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a click over outbox, Kafka and a function to the stream, as a collector sees it. */
class TraceIT {
  private final List<Map<String, Object>> spans = new CopyOnWriteArrayList<>();
  private HttpServer collector;
  private Product product;

  @BeforeEach
  void start() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext("/v1/traces", this::take);
    collector.start();
    product =
        Product.start(
            Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:" + collector.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    product.close();
    collector.stop(0);
  }

  @Test
  void isOneTrace() {
    Client client = Client.signIn(product.run());
    try (LiveUpdates live = LiveUpdates.of(() -> client)) {
      Object task = client.post("tasks", Map.of("title", "Call the dentist")).get("id");
      Instant at = Instant.now().plusSeconds(2).truncatedTo(SECONDS);
      client.post("reminders", Map.of("taskId", task, "at", at.toString()));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> !live.ofType("notification.created").isEmpty());

      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(wayTo("task-updates process"))
                      .containsExactly(
                          "POST /api/v1/reminders",
                          "reminders-due process",
                          "task-updates process"));
    }
    assertThat(names()).contains("reminders-due publish", "task-updates publish");
  }

  /** The names from the root down to a span of this name that a function's span caused. */
  private List<String> wayTo(String name) {
    Map<Object, Map<String, Object>> byId = new HashMap<>();
    spans.forEach(span -> byId.put(span.get("spanId"), span));
    for (Map<String, Object> span : spans) {
      List<String> way = new ArrayList<>();
      Map<String, Object> at = span;
      while (at != null) {
        way.addFirst((String) at.get("name"));
        at = byId.get(at.get("parentSpanId"));
      }
      if (name.equals(way.getLast()) && way.contains("reminders-due process")) {
        return way;
      }
    }
    return List.of();
  }

  private List<String> names() {
    return spans.stream().map(span -> (String) span.get("name")).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    Map<String, Object> request = Client.map(Json.parse(exchange.getRequestBody().readAllBytes()));
    for (Object resource : list(request, "resourceSpans")) {
      for (Object scope : list(Client.map(resource), "scopeSpans")) {
        list(Client.map(scope), "spans").forEach(span -> spans.add(Client.map(span)));
      }
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static List<?> list(Map<String, Object> tree, String field) {
    return (List<?>) tree.get(field);
  }
}
