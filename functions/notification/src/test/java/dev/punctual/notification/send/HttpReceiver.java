package dev.punctual.notification.send;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** Somebody's server, who notes what is posted and answers as the test says. */
public final class HttpReceiver implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private volatile int status = 204;
  private volatile CountDownLatch open = new CountDownLatch(0);
  private volatile Map<String, String> headers = Map.of();

  /** What was posted. */
  public record Received(URI path, Map<String, List<String>> headers, byte[] body) {
    public String header(String name) {
      return headers
          .getOrDefault(
              name.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                  + name.substring(1).toLowerCase(java.util.Locale.ROOT),
              List.of(""))
          .getFirst();
    }
  }

  private HttpReceiver(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public static HttpReceiver plain() {
    try {
      return new HttpReceiver(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static HttpReceiver encrypted() {
    try {
      HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(TestTls.CONTEXT));
      return new HttpReceiver(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return scheme + "://localhost:" + server.getAddress().getPort() + "/hook?a=b";
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  public void answer(int with) {
    status = with;
  }

  public void answer(int with, String name, String value) {
    headers = Map.of(name, value);
    status = with;
  }

  /** Answers nobody until {@link #close} or {@link #release}. */
  public void hang() {
    open = new CountDownLatch(1);
  }

  public void release() {
    open.countDown();
  }

  @Override
  public void close() {
    release();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      received.add(
          new Received(
              exchange.getRequestURI(),
              Map.copyOf(exchange.getRequestHeaders()),
              exchange.getRequestBody().readAllBytes()));
      open.await();
      headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      exchange.sendResponseHeaders(status, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
