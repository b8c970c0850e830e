package dev.punctual.runtime.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.util.JsonFormat;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a collector that reads with OpenTelemetry's own schema. */
class OtlpSpansTest {
  private static final Instant START = Instant.parse("2026-03-08T06:30:00.000000123Z");

  private final List<ExportTraceServiceRequest> taken = new CopyOnWriteArrayList<>();
  private HttpServer collector;
  private volatile int status = 200;

  @BeforeEach
  void startCollector() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
          // Strict: a field that the schema does not have is refused.
          JsonFormat.parser()
              .merge(new String(exchange.getRequestBody().readAllBytes(), UTF_8), request);
          taken.add(request.build());
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    collector.start();
  }

  @AfterEach
  void stopCollector() {
    collector.stop(0);
  }

  @Test
  void aSpanArrivesWhole() {
    TraceContext cause = TraceContext.root(true);
    TraceContext own = cause.child();
    try (Spans spans = spans()) {
      assertThat(spans.areWanted()).isTrue();
      spans.ended(
          new Span(
              own,
              Optional.of(cause),
              Span.Kind.CONSUMER,
              "reminders-due process",
              START,
              START.plusMillis(5),
              Map.of("messaging.system", "kafka"),
              true));
    }

    ResourceSpans resource = taken.getFirst().getResourceSpans(0);
    assertThat(resource.getResource().getAttributes(0).getKey()).isEqualTo("service.name");
    assertThat(resource.getResource().getAttributes(0).getValue().getStringValue())
        .isEqualTo("punctual-test");
    io.opentelemetry.proto.trace.v1.Span span = resource.getScopeSpans(0).getSpans(0);
    assertThat(span.getName()).isEqualTo("reminders-due process");
    assertThat(span.getKind()).isEqualTo(SpanKind.SPAN_KIND_CONSUMER);
    assertThat(span.getStartTimeUnixNano())
        .isEqualTo(START.getEpochSecond() * 1_000_000_000L + 123);
    assertThat(span.getEndTimeUnixNano() - span.getStartTimeUnixNano()).isEqualTo(5_000_000L);
    assertThat(span.getAttributes(0).getValue().getStringValue()).isEqualTo("kafka");
    assertThat(span.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
    // OTLP writes ids in hex where protobuf's own JSON would read base64.
    assertThat(hexReadAsBase64(own.traceId())).isEqualTo(span.getTraceId().toByteArray());
    assertThat(hexReadAsBase64(own.spanId())).isEqualTo(span.getSpanId().toByteArray());
    assertThat(hexReadAsBase64(cause.spanId())).isEqualTo(span.getParentSpanId().toByteArray());
  }

  @Test
  void whatIsNotSampledIsForgotten() {
    try (Spans spans = spans()) {
      spans.ended(span(TraceContext.root(false)));
      spans.ended(span(TraceContext.root(true)));
    }

    assertThat(taken).hasSize(1);
    assertThat(taken.getFirst().getResourceSpans(0).getScopeSpans(0).getSpansCount()).isEqualTo(1);
  }

  @Test
  void aCollectorThatRefusesCostsItsSpansAndNothingElse() {
    status = 503;
    try (Spans spans = spans()) {
      for (int i = 0; i < 10_000; i++) {
        spans.ended(span(TraceContext.root(true)));
      }
    }
    collector.stop(0);
    try (Spans away = spans()) {
      away.ended(span(TraceContext.root(true)));
    }
    assertThat(taken).isNotEmpty();
  }

  @Test
  void withoutAnEndpointSpansGoNowhere() {
    assertThat(Spans.of(Map.of(), "x")).isSameAs(Spans.NONE);
    assertThat(Spans.NONE.areWanted()).isFalse();
  }

  @Test
  void anEndpointThatIsNoHttpAddressIsRefusedByName() {
    for (String wrong : List.of("collector:4318", "ftp://collector", "http://", "http://a b")) {
      assertThatThrownBy(() -> Spans.of(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", wrong), "x"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("OTEL_EXPORTER_OTLP_ENDPOINT");
    }
  }

  private Spans spans() {
    String url = "http://127.0.0.1:" + collector.getAddress().getPort();
    return Spans.of(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", url), "punctual-test");
  }

  private static Span span(TraceContext context) {
    return new Span(
        context,
        Optional.empty(),
        Span.Kind.SERVER,
        "GET /api/v1/tasks",
        START,
        START,
        Map.of(),
        false);
  }

  private static byte[] hexReadAsBase64(String id) {
    return java.util.Base64.getDecoder().decode(id);
  }
}
