package dev.punctual.gateway.relay;

import com.sun.net.httpserver.HttpServer;
import dev.punctual.gateway.config.DaprConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes everything, but slowly, as behind a broker that is throttled. */
final class SlowSidecar implements AutoCloseable {
  private final HttpServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger requests = new AtomicInteger();

  private SlowSidecar(HttpServer server) {
    this.server = server;
  }

  static SlowSidecar start(Duration latency) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SlowSidecar sidecar = new SlowSidecar(server);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            sidecar.requests.incrementAndGet();
            if (!sidecar.closed.await(latency.toMillis(), TimeUnit.MILLISECONDS)) {
              exchange.sendResponseHeaders(204, -1);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return sidecar;
  }

  DaprConfig config() {
    return new DaprConfig(server.getAddress().getPort(), null, "not used");
  }

  int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
