package dev.punctual.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.punctual.contracts.Id.UserId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EventStreamTest {
  private static final String HEARTBEAT = "event: heartbeat\ndata: {}\n\n";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final LinkedBlockingQueue<EventStream.Told> told = new LinkedBlockingQueue<>();
  private HttpServer server;

  /** Each answer ends at once, with the one event after the position that was asked for. */
  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/events",
        exchange -> {
          String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
          asked.add(exchange.getRequestHeaders().getFirst("Cookie") + " " + last);
          long next = Long.parseLong(last) + 1;
          byte[] body =
              (HEARTBEAT + "id: " + next + "\nevent: task.changed\ndata: {\"n\":" + next + "}\n\n")
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void goesOnAfterTheLastEventWhenTheStreamEnds() throws InterruptedException {
    URI gateway = URI.create("http://localhost:" + server.getAddress().getPort());
    Person person = new Person(new UserId(UUID.randomUUID()), "punctual_session=secret");
    try (HttpClient http = HttpClient.newHttpClient();
        EventStream stream = EventStream.open(http, gateway, person, told::add)) {
      EventStream.Told first = told.poll(10, TimeUnit.SECONDS);
      EventStream.Told second = told.poll(10, TimeUnit.SECONDS);

      assertThat(first.position()).isEqualTo(1);
      assertThat(first.type()).isEqualTo("task.changed");
      assertThat(second.position()).isEqualTo(2);
      assertThat(second.data()).isEqualTo("{\"n\":2}");
      assertThat(asked).startsWith("punctual_session=secret 0", "punctual_session=secret 1");
    }
  }
}
