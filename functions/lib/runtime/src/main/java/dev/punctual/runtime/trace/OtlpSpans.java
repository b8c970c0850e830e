package dev.punctual.runtime.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spans to a collector: OTLP over HTTP, as JSON. A few of them are kept while it is away or slow,
 * the rest is lost: a trace is not worth memory. Its thread begins with the first span.
 */
final class OtlpSpans implements Spans {
  static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

  private static final Logger LOG = LoggerFactory.getLogger(OtlpSpans.class);
  private static final int KEPT = 2_048;
  private static final int MOST_AT_ONCE = 512;
  private static final Duration GATHER = Duration.ofMillis(500);
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final long NANOS = 1_000_000_000L;

  private final URI url;
  private final String service;
  private final BlockingQueue<Span> waiting = new ArrayBlockingQueue<>(KEPT);
  private final CountDownLatch closing = new CountDownLatch(1);
  private @Nullable Thread sender;
  private boolean failing;

  OtlpSpans(URI url, String service) {
    this.url = url;
    this.service = service;
  }

  @Override
  public boolean areWanted() {
    return true;
  }

  @Override
  public void ended(Span span) {
    if (span.context().sampled() && closing.getCount() > 0 && waiting.offer(span)) {
      begin();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    Thread last;
    synchronized (this) {
      last = sender;
    }
    if (last != null) {
      try {
        last.join(ANSWER);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized void begin() {
    if (sender == null) {
      sender = Thread.ofPlatform().daemon().name("spans").start(this::run);
    }
  }

  private void run() {
    try {
      boolean last;
      do {
        last = closing.await(GATHER.toMillis(), TimeUnit.MILLISECONDS);
        List<Span> batch = new ArrayList<>();
        while (waiting.drainTo(batch, MOST_AT_ONCE) > 0) {
          send(batch);
          batch.clear();
        }
      } while (!last);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(List<Span> spans) {
    try {
      int status = post(Json.write(request(spans)).getBytes(UTF_8));
      if (status / 100 != 2) {
        throw new IOException("it answers " + status);
      }
      failing = false;
    } catch (IOException e) {
      if (!failing) {
        LOG.warn("{} spans are lost, {} does not take them: {}", spans.size(), url, e.getMessage());
      }
      failing = true;
    }
  }

  private int post(byte[] body) throws IOException {
    // What a function has loaded already, for its secrets.
    HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
    connection.setRequestMethod("POST");
    connection.setConnectTimeout((int) ANSWER.toMillis());
    connection.setReadTimeout((int) ANSWER.toMillis());
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(body.length);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
    int status = connection.getResponseCode();
    if (status / 100 == 2) {
      try (InputStream answer = connection.getInputStream()) {
        long unused = answer.transferTo(OutputStream.nullOutputStream());
      }
    }
    return status;
  }

  private Map<String, Object> request(List<Span> spans) {
    Map<String, Object> scope = Map.of("name", "dev.punctual");
    return Map.of(
        "resourceSpans",
        List.of(
            Map.of(
                "resource",
                Map.of("attributes", attributes(Map.of("service.name", service))),
                "scopeSpans",
                List.of(
                    Map.of(
                        "scope", scope, "spans", spans.stream().map(OtlpSpans::tree).toList())))));
  }

  private static Map<String, Object> tree(Span span) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("traceId", span.context().traceId());
    tree.put("spanId", span.context().spanId());
    span.parent().ifPresent(parent -> tree.put("parentSpanId", parent.spanId()));
    tree.put("name", span.name());
    tree.put("kind", span.kind().number());
    tree.put("startTimeUnixNano", nanos(span.start()));
    tree.put("endTimeUnixNano", nanos(span.end()));
    tree.put("attributes", attributes(span.attributes()));
    if (span.failed()) {
      tree.put("status", Map.of("code", 2));
    }
    return tree;
  }

  private static List<Object> attributes(Map<String, String> attributes) {
    List<Object> list = new ArrayList<>();
    attributes.forEach(
        (key, value) -> list.add(Map.of("key", key, "value", Map.of("stringValue", value))));
    return list;
  }

  /** As text: JSON has no integer of 64 bits. */
  private static String nanos(Instant instant) {
    return Long.toString(instant.getEpochSecond() * NANOS + instant.getNano());
  }
}
