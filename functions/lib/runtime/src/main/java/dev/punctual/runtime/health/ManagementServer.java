package dev.punctual.runtime.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.punctual.runtime.Counts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /health/live}, {@code /health/ready} and {@code /metrics} of a function. It comes up on a
 * thread of its own, so that the first record does not wait for it.
 */
public final class ManagementServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ManagementServer.class);

  private @Nullable HttpServer server;
  private boolean closed;

  private ManagementServer() {}

  /**
   * Begins to start; requests are answered a moment later.
   *
   * @param address port 0: any free one
   * @param ready whether records are being handled
   */
  public static ManagementServer start(
      InetSocketAddress address, Counts counts, BooleanSupplier ready) {
    ManagementServer management = new ManagementServer();
    Thread.ofPlatform()
        .daemon()
        .name("management")
        .start(() -> management.serve(address, counts, ready));
    return management;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (server != null) {
      server.stop(0);
    }
  }

  private void serve(InetSocketAddress address, Counts counts, BooleanSupplier ready) {
    try {
      HttpServer opened = HttpServer.create(address, 16);
      FunctionMetrics metrics = new FunctionMetrics(counts);
      opened.createContext("/health/live", exchange -> answer(exchange, 200, "UP\n"));
      opened.createContext(
          "/health/ready",
          exchange -> {
            boolean up = ready.getAsBoolean();
            answer(exchange, up ? 200 : 503, up ? "UP\n" : "DOWN\n");
          });
      opened.createContext("/metrics", exchange -> answer(exchange, 200, metrics.scrape()));
      synchronized (this) {
        if (closed) {
          opened.stop(0);
          return;
        }
        server = opened;
        opened.start();
      }
    } catch (IOException e) {
      LOG.warn("no management port: {}", e.getMessage());
    }
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
