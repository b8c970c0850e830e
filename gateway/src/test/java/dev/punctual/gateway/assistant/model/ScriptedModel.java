package dev.punctual.gateway.assistant.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.punctual.contracts.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** An OpenAI-compatible endpoint that says what a test has it say, one answer a request. */
final class ScriptedModel implements AutoCloseable {
  private final HttpServer server;
  private final Queue<Said> script = new ConcurrentLinkedQueue<>();
  private final List<String> requests = new ArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  ScriptedModel() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/chat/completions", this::answer);
    server.start();
  }

  /**
   * One answer.
   *
   * @param hangs whether it never ends
   */
  private record Said(int status, List<String> chunks, boolean hangs) {}

  URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/v1");
  }

  /** Words, one chunk each. */
  ScriptedModel says(String... words) {
    List<String> chunks = new ArrayList<>();
    for (String word : words) {
      chunks.add(chunk(Map.of("content", word)));
    }
    return with(chunks, "stop");
  }

  /** Calls of tools, in one answer: a name and its arguments in turn, these split over chunks. */
  ScriptedModel calls(String... namesAndArguments) {
    List<String> chunks = new ArrayList<>();
    for (int i = 0; i < namesAndArguments.length; i += 2) {
      int index = i / 2;
      chunks.add(
          call(index, Map.of("name", namesAndArguments[i], "arguments", ""), "call_" + index));
      for (String piece : pieces(namesAndArguments[i + 1])) {
        chunks.add(call(index, Map.of("arguments", piece), null));
      }
    }
    return with(chunks, "tool_calls");
  }

  /** Words, without telling how many tokens these were. */
  ScriptedModel saysUncounted(String words) {
    script.add(
        new Said(
            200,
            List.of(
                chunk(Map.of("content", words)),
                event(Map.of("choices", List.of(choice(Map.of(), "stop")), "model", "scripted")),
                "data: [DONE]\n\n"),
            false));
    return this;
  }

  /** Begins to say something, and does not end. */
  ScriptedModel beginsToSay(String words) {
    script.add(new Said(200, List.of(chunk(Map.of("content", words))), true));
    return this;
  }

  /** Breaks off in the midst of a tool call. */
  ScriptedModel breaksOff() {
    script.add(
        new Said(
            200,
            List.of(call(0, Map.of("name", "create_task", "arguments", "{\"tit"), "call_0")),
            false));
    return this;
  }

  ScriptedModel fails(int status) {
    script.add(new Said(status, List.of("{\"error\":{\"message\":\"no\"}}"), false));
    return this;
  }

  ScriptedModel hangs() {
    script.add(new Said(200, List.of(), true));
    return this;
  }

  ScriptedModel talksNonsense() {
    script.add(new Said(200, List.of("data: {\"choices\":[{\"delta\":"), false));
    return this;
  }

  /** What it was asked, in order. */
  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  /** Forgets what it was to say, and what it was asked. */
  synchronized void forget() {
    script.clear();
    requests.clear();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }

  private ScriptedModel with(List<String> chunks, String reason) {
    chunks.add(event(Map.of("choices", List.of(choice(Map.of(), reason)), "model", "scripted")));
    chunks.add(
        event(
            Map.of(
                "choices",
                List.of(),
                "usage",
                Map.of("prompt_tokens", 90, "completion_tokens", 10, "total_tokens", 100))));
    chunks.add("data: [DONE]\n\n");
    script.add(new Said(200, chunks, false));
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    synchronized (this) {
      requests.add(request);
    }
    Said said = script.poll();
    if (said == null) {
      exchange.sendResponseHeaders(500, -1);
      return;
    }
    boolean stream = said.status() == 200;
    exchange
        .getResponseHeaders()
        .set("Content-Type", stream ? "text/event-stream" : "application/json");
    exchange.sendResponseHeaders(said.status(), 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (String chunk : said.chunks()) {
        out.write(chunk.getBytes(UTF_8));
        out.flush();
      }
      if (said.hangs()) {
        closing.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < text.length(); i += 7) {
      pieces.add(text.substring(i, Math.min(text.length(), i + 7)));
    }
    return pieces;
  }

  private static String call(int index, Map<String, String> function, @Nullable String id) {
    Map<String, Object> call = new LinkedHashMap<>();
    call.put("index", index);
    if (id != null) {
      call.put("id", id);
      call.put("type", "function");
    }
    call.put("function", function);
    return chunk(Map.of("tool_calls", List.of(call)));
  }

  private static String chunk(Map<String, ?> delta) {
    return event(Map.of("choices", List.of(choice(delta, null)), "model", "scripted"));
  }

  private static Map<String, Object> choice(Map<String, ?> delta, @Nullable String reason) {
    Map<String, Object> choice = new LinkedHashMap<>();
    choice.put("index", 0);
    choice.put("delta", delta);
    choice.put("finish_reason", reason);
    return choice;
  }

  private static String event(Map<String, ?> fields) {
    Map<String, Object> all = new LinkedHashMap<>(fields);
    all.put("id", "1");
    all.put("object", "chat.completion.chunk");
    all.put("created", 1);
    return "data: " + Json.write(all) + "\n\n";
  }
}
