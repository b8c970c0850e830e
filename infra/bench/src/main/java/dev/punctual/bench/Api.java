package dev.punctual.bench;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The gateway as people and programs use it (DESIGN §5). */
public final class Api implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI gateway;

  public Api(URI gateway) {
    this.gateway = gateway;
  }

  /** Uses a link that signs in once. */
  Person signIn(URI link) {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(link).build());
    String cookie =
        answer.headers().allValues("Set-Cookie").stream()
            .filter(each -> each.startsWith(Person.COOKIE))
            .findFirst()
            .orElseThrow(() -> new Broken("signing in was answered with " + answer.statusCode()));
    String session = cookie.split(";", 2)[0];
    String id = id(send(request("/api/v1/me", session).build()), 200);
    return new Person(new UserId(UUID.fromString(id)), session);
  }

  /** Creates a thing; its id. */
  public String create(Person person, String collection, Map<String, Object> body) {
    return id(
        send(
            request("/api/v1/" + collection, person.cookie())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build()),
        201);
  }

  /** What JSON sent to a path is answered with. */
  String post(Person person, String path, String body) {
    HttpResponse<String> answer =
        send(
            request(path, person.cookie())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    Broken.unless(answer.statusCode() == 200, "%s answered %d", path, answer.statusCode());
    return answer.body();
  }

  /**
   * When the first token of a turn has arrived, on the clock of {@link System#nanoTime}; the rest
   * of its stream is read too.
   */
  long firstToken(Person person, String body) {
    HttpRequest request =
        request("/api/v1/chat", person.cookie())
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      AtomicLong first = new AtomicLong();
      try (Stream<String> lines = http.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
        lines
            .filter(line -> line.equals("event: token"))
            .forEach(line -> first.compareAndSet(0, System.nanoTime()));
      }
      Broken.unless(first.get() != 0, "a turn was streamed without a token");
      return first.get();
    } catch (IOException e) {
      throw new Broken("a streamed turn", e);
    } catch (InterruptedException e) {
      throw Wait.interrupted();
    }
  }

  /** What is found at a path. */
  public String read(Person person, String path) {
    HttpResponse<String> answer = send(request(path, person.cookie()).build());
    Broken.unless(answer.statusCode() == 200, "%s answered %d", path, answer.statusCode());
    return answer.body();
  }

  /** Opens a person's live updates. */
  EventStream stream(Person person, Consumer<EventStream.Told> told) {
    return EventStream.open(http, gateway, person, told);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private HttpRequest.Builder request(String path, String cookie) {
    return HttpRequest.newBuilder(gateway.resolve(path)).timeout(PATIENCE).header("Cookie", cookie);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Broken(request.method() + " " + request.uri().getPath(), e);
    } catch (InterruptedException e) {
      throw Wait.interrupted();
    }
  }

  private static String id(HttpResponse<String> answer, int status) {
    if (answer.statusCode() == status
        && Json.parse(answer.body()) instanceof Map<?, ?> thing
        && thing.get("id") instanceof String id) {
      return id;
    }
    throw new Broken(
        "%s answered %d: %s".formatted(answer.uri().getPath(), answer.statusCode(), answer.body()));
  }
}
