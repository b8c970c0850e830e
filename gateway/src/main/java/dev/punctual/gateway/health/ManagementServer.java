package dev.punctual.gateway.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.punctual.gateway.config.ManagementConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /health/live}, {@code /health/ready} and {@code /metrics}, on a port that no person
 * reaches. A server of its own: it answers however busy the other is.
 */
@Singleton
final class ManagementServer implements ApplicationEventListener<ServerStartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(ManagementServer.class);
  private static final int BACKLOG = 16;

  private final ManagementConfig config;
  private final Readiness readiness;
  private final PrometheusMeterRegistry metrics;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable HttpServer server;

  ManagementServer(ManagementConfig config, Readiness readiness, PrometheusMeterRegistry metrics) {
    this.config = config;
    this.readiness = readiness;
    this.metrics = metrics;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    try {
      HttpServer opened =
          HttpServer.create(new InetSocketAddress(config.host(), config.port()), BACKLOG);
      opened.createContext("/health/live", exchange -> answer(exchange, 200, "UP\n"));
      opened.createContext(
          "/health/ready",
          exchange -> {
            boolean ready = readiness.isReady();
            answer(exchange, ready ? 200 : 503, ready ? "UP\n" : "DOWN\n");
          });
      opened.createContext("/metrics", exchange -> answer(exchange, 200, metrics.scrape()));
      opened.setExecutor(threads);
      opened.start();
      server = opened;
      LOG.info("health and metrics on port {}", opened.getAddress().getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the management port " + config.port() + " cannot be opened", e);
    }
  }

  /** Where it listens. */
  int port() {
    HttpServer opened = server;
    return opened == null ? 0 : opened.getAddress().getPort();
  }

  @PreDestroy
  void close() {
    HttpServer opened = server;
    if (opened != null) {
      opened.stop(0);
    }
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
