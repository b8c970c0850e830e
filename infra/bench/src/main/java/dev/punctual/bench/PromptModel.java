package dev.punctual.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/** An OpenAI-compatible endpoint that answers a few words at once, and notes how long it took. */
final class PromptModel implements AutoCloseable {
  private static final byte[] FIRST =
      ("data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"prompt\","
              + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"You have time.\"},"
              + "\"finish_reason\":null}]}\n\n")
          .getBytes(UTF_8);
  private static final byte[] REST =
      ("data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,"
              + "\"model\":\"prompt\",\"choices\":[{\"index\":0,\"delta\":{},"
              + "\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n")
          .getBytes(UTF_8);

  private final HttpServer server;
  private volatile Duration lastTook = Duration.ZERO;
  private volatile long firstSent;

  PromptModel() {
    // Otherwise what follows the first word waits 40 ms for the word's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new Broken("no model", e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** Another environment, of a gateway that asks it as often as one likes. */
  Map<String, String> added(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("PUNCTUAL_MODEL_URL", "http://localhost:" + server.getAddress().getPort() + "/v1");
    all.put("PUNCTUAL_MODEL_NAME", "prompt");
    all.put("PUNCTUAL_MODEL_TOKENS_A_DAY", Integer.toString(Integer.MAX_VALUE));
    return all;
  }

  Duration lastTook() {
    return lastTook;
  }

  /** When it began to send the last answer's first word, by {@link System#nanoTime}. */
  long firstSent() {
    return firstSent;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    long start = System.nanoTime();
    long unused = exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      firstSent = System.nanoTime();
      out.write(FIRST);
      out.flush();
      out.write(REST);
    }
    lastTook = Duration.ofNanos(System.nanoTime() - start);
  }
}
