package dev.punctual.local.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import dev.punctual.contracts.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.function.Supplier;

/** Answers as Dapr's Secrets API does, where no Dapr is: the database's password. */
public final class SecretsSidecar implements AutoCloseable {
  private final HttpServer server;

  private SecretsSidecar(HttpServer server) {
    this.server = server;
  }

  /**
   * @param password asked for at each request
   */
  public static SecretsSidecar start(Supplier<String> password) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1.0/secrets/secretstore/punctual-database",
        exchange -> {
          byte[] body = Json.write(Map.of("password", password.get())).getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
    return new SecretsSidecar(server);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
