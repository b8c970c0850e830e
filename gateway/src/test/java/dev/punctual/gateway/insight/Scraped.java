package dev.punctual.gateway.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.RunningGateway;
import dev.punctual.local.servers.Ports;
import dev.punctual.store.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;

/** A gateway whose management port is asked over HTTP, as Prometheus does. */
record Scraped(RunningGateway running, URI metrics) implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  static Scraped gateway(TestDatabase database) {
    return gateway(database, Map.of());
  }

  static Scraped gateway(TestDatabase database, Map<String, String> extra) {
    int port = Ports.free();
    Map<String, String> environment = new HashMap<>(extra);
    environment.put("PUNCTUAL_MANAGEMENT_PORT", Integer.toString(port));
    return new Scraped(
        RunningGateway.start(database, environment),
        URI.create("http://127.0.0.1:" + port + "/metrics"));
  }

  String scrape() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        CLIENT.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  /** The value of a metric without labels. */
  String value(String name) throws IOException, InterruptedException {
    return scrape()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .findFirst()
        .orElseThrow()
        .substring(name.length() + 1);
  }

  @Override
  public void close() {
    running.close();
  }
}
