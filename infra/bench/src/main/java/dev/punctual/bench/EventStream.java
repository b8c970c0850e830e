package dev.punctual.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A person's open stream of live updates (Server-Sent Events, WHATWG HTML §9.2). A thread of its
 * own reads it, and opens it again after the last event when it ends.
 */
final class EventStream implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final HttpClient http;
  private final URI url;
  private final Person person;
  private final Consumer<Told> told;
  private final CountDownLatch open = new CountDownLatch(1);
  private final Thread reader;
  private volatile boolean closing;
  private long last;
  private String id = "";
  private String type = "";
  private String data = "";

  /**
   * One event.
   *
   * @param at when it had arrived
   */
  record Told(long position, String type, String data, Instant at) {}

  private EventStream(HttpClient http, URI gateway, Person person, Consumer<Told> told) {
    this.http = http;
    this.url = gateway.resolve("/api/v1/events");
    this.person = person;
    this.told = told;
    this.reader = Thread.ofVirtual().unstarted(this::run);
  }

  /** Opens a stream and returns when its first heartbeat has arrived. */
  static EventStream open(HttpClient http, URI gateway, Person person, Consumer<Told> told) {
    EventStream stream = new EventStream(http, gateway, person, told);
    stream.reader.start();
    try {
      Broken.unless(
          stream.open.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS),
          "the stream of live updates did not open within %s",
          PATIENCE);
    } catch (InterruptedException e) {
      throw Wait.interrupted();
    }
    return stream;
  }

  @Override
  public void close() {
    closing = true;
    reader.interrupt();
  }

  private void run() {
    while (!closing) {
      try {
        read();
        Thread.sleep(PAUSE);
      } catch (IOException | UncheckedIOException e) {
        id = "";
        data = "";
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void read() throws IOException, InterruptedException {
    // After the last event, at first from the very beginning: none is missed when a stream ends.
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Cookie", person.cookie())
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", Long.toString(last))
            .build();
    HttpResponse<Stream<String>> response = http.send(request, HttpResponse.BodyHandlers.ofLines());
    try (Stream<String> lines = response.body()) {
      if (response.statusCode() == 200) {
        lines.takeWhile(line -> !closing).forEach(this::line);
      }
    }
  }

  private void line(String line) {
    int colon = line.indexOf(':');
    String field = colon < 0 ? line : line.substring(0, colon);
    String value = colon < 0 ? "" : line.substring(colon + 1).stripLeading();
    switch (field) {
      case "id" -> id = value;
      case "event" -> type = value;
      case "data" -> data = data.isEmpty() ? value : data + "\n" + value;
      case "" -> dispatch();
      default -> {}
    }
  }

  private void dispatch() {
    open.countDown();
    if (!id.isEmpty() && !data.isEmpty()) {
      last = Long.parseLong(id);
      told.accept(new Told(last, type, data, Instant.now()));
    }
    id = "";
    type = "";
    data = "";
  }
}
