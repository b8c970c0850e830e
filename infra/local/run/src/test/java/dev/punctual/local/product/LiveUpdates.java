package dev.punctual.local.product;

import dev.punctual.contracts.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An EventSource: reads live updates, and when the stream breaks comes back with the last id it
 * has.
 */
final class LiveUpdates implements AutoCloseable {
  private final Supplier<Client> client;
  private final List<Update> updates = new ArrayList<>();
  private final CountDownLatch open = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("live-updates").unstarted(this::run);
  private volatile boolean closing;
  private @Nullable String lastId;

  record Update(long position, String type, Map<String, Object> data) {}

  private LiveUpdates(Supplier<Client> client) {
    this.client = client;
  }

  /** Opens a stream and returns when it is open; {@code client} is asked anew for each attempt. */
  static LiveUpdates of(Supplier<Client> client) {
    LiveUpdates live = new LiveUpdates(client);
    live.thread.start();
    try {
      live.open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return live;
  }

  synchronized List<Update> all() {
    return List.copyOf(updates);
  }

  List<Update> ofType(String type) {
    return all().stream().filter(update -> update.type().equals(type)).toList();
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
  }

  private void run() {
    while (!closing) {
      try {
        read();
      } catch (IOException | UncheckedIOException | IllegalStateException e) {
        pause();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void read() throws IOException, InterruptedException {
    HttpRequest.Builder request =
        client.get().request("events").header("Accept", "text/event-stream");
    request.timeout(Duration.ofMinutes(10));
    if (lastId != null) {
      request.header("Last-Event-ID", lastId);
    }
    var answer = Client.HTTP.send(request.build(), BodyHandlers.ofLines());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("status " + answer.statusCode());
    }
    try (Stream<String> lines = answer.body()) {
      String id = null;
      String type = "message";
      StringBuilder data = new StringBuilder();
      for (Iterator<String> line = lines.iterator(); line.hasNext() && !closing; ) {
        String text = line.next();
        if (text.startsWith("id:")) {
          id = text.substring(3).strip();
        } else if (text.startsWith("event:")) {
          type = text.substring(6).strip();
        } else if (text.startsWith("data:")) {
          data.append(text.substring(5).strip());
        } else if (text.isEmpty()) {
          told(id, type, data.toString());
          id = null;
          type = "message";
          data.setLength(0);
        }
      }
    }
  }

  private synchronized void told(@Nullable String id, String type, String data) {
    if (id != null) {
      lastId = id;
      open.countDown();
    }
    if (id != null && !type.equals("hello")) {
      updates.add(new Update(Long.parseLong(id), type, Client.map(Json.parse(data))));
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
