package dev.punctual.local.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.local.dapr.NeedsDapr;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * daprd's calls into an application mix up concurrent event streams: whoever asks for one must not
 * be served through it.
 */
@NeedsDapr
@NeedsNginx
class OwnDataIT {
  private static final int CALLERS = 20;
  private static final int ROUNDS = 100;
  private static final String STREAM = "text/event-stream";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern MARK = Pattern.compile("mark-of-(\\d+)");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir Path folder;

  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicInteger responses = new AtomicInteger();

  @Test
  void nobodyReadsAnothersDataWhenManyAskForStreams() throws Exception {
    try (Web web = new Web(folder);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> callers = new ArrayList<>();
      for (int number = 0; number < CALLERS; number++) {
        callers.add(new Caller(web.url(), number, web.person("person " + number))::ask);
      }
      for (Future<Integer> caller : threads.invokeAll(callers)) {
        assertThat(caller.get()).isEqualTo(ROUNDS);
      }

      assertThat(wrong).isEmpty();
      assertThat(responses.get()).isEqualTo(4 * CALLERS * ROUNDS);
      assertThat(web.passedTo("/api/v1/events")).doesNotContain(web.sidecarAddress());
      assertThat(web.passedTo("/api/v1/chat")).doesNotContain(web.sidecarAddress());
      assertThat(web.passedTo("/api/v1/tasks"))
          .filteredOn(web.sidecarAddress()::equals)
          .as("only what asked for no stream went through Dapr")
          .hasSizeLessThanOrEqualTo(CALLERS + CALLERS * ROUNDS);
    }
  }

  /** One person, whose tasks all carry a mark. */
  private final class Caller {
    private final URI url;
    private final int number;
    private final String cookie;

    Caller(URI url, int number, String cookie) {
      this.url = url;
      this.number = number;
      this.cookie = cookie;
    }

    int ask() throws Exception {
      HttpResponse<String> made =
          HTTP.send(
              request("/api/v1/tasks")
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString("{\"title\":\"mark-of-" + number + "\"}"))
                  .build(),
              BodyHandlers.ofString());
      assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
      for (int round = 0; round < ROUNDS; round++) {
        check("events", firstEvent());
        check("tasks", body("/api/v1/tasks", "text/event-stream;q=0.5, application/json"));
        check("chat", body("/api/v1/chat", STREAM));
        check("ordinary", body("/api/v1/tasks", "application/json"));
      }
      return ROUNDS;
    }

    /** The first event of the replay, which holds the task. */
    private String firstEvent() throws Exception {
      HttpRequest request =
          request("/api/v1/events").header("Accept", STREAM).header("Last-Event-ID", "0").build();
      try (Stream<String> lines = HTTP.send(request, BodyHandlers.ofLines()).body()) {
        return lines
            .filter(line -> line.startsWith("data:") && line.contains("mark-of"))
            .findFirst()
            .orElse("the stream ended");
      }
    }

    private String body(String path, String accept) throws Exception {
      return HTTP.send(request(path).header("Accept", accept).build(), BodyHandlers.ofString())
          .body();
    }

    private void check(String what, String text) {
      responses.incrementAndGet();
      Matcher marks = MARK.matcher(text);
      boolean own = false;
      while (marks.find()) {
        own = true;
        if (!marks.group(1).equals(Integer.toString(number))) {
          wrong.add("caller " + number + " read in " + what + ": " + text);
        }
      }
      if (!own && !what.equals("chat")) {
        wrong.add("caller " + number + " read nothing of its own in " + what + ": " + text);
      }
    }

    private HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE).header("Cookie", cookie);
    }
  }
}
