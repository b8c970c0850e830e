package dev.punctual.gateway.trace;

import dev.punctual.runtime.trace.Span;
import dev.punctual.runtime.trace.Spans;
import dev.punctual.runtime.trace.TraceContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a piece of work belongs to. A caller's is taken up also where no spans are
 * exported, so that those behind us can go on with it.
 */
@Singleton
public final class Traces {
  private static final String ATTRIBUTE = "dev.punctual.trace";

  private final Spans spans;

  Traces(Spans spans) {
    this.spans = spans;
  }

  /** A request's own place, and what called. */
  private record Begun(TraceContext context, Optional<TraceContext> parent, Instant start) {}

  /** Gives a request its place: below its caller's, else in a trace of its own. */
  void begin(HttpRequest<?> request) {
    Optional<TraceContext> parent = TraceContext.parse(request.getHeaders().get("traceparent"));
    if (spans.areWanted()) {
      TraceContext own = parent.map(TraceContext::child).orElseGet(() -> TraceContext.root(true));
      request.setAttribute(ATTRIBUTE, new Begun(own, parent, Instant.now()));
    } else {
      parent.ifPresent(
          caller -> request.setAttribute(ATTRIBUTE, new Begun(caller, parent, Instant.EPOCH)));
    }
  }

  /** Ends a request's span when it is answered; a stream when it begins. */
  void end(HttpRequest<?> request, String route, int status) {
    if (spans.areWanted()) {
      request
          .getAttribute(ATTRIBUTE, Begun.class)
          .ifPresent(
              begun ->
                  spans.ended(
                      new Span(
                          begun.context(),
                          begun.parent(),
                          Span.Kind.SERVER,
                          request.getMethodName() + " " + route,
                          begun.start(),
                          Instant.now(),
                          Map.of(
                              "http.request.method", request.getMethodName(),
                              "http.route", route,
                              "http.response.status_code", Integer.toString(status)),
                          status >= 500)));
    }
  }

  /** What the request at hand gives on to the events that it causes; null: nothing. */
  public @Nullable String traceparent() {
    return ServerRequestContext.currentRequest()
        .flatMap(request -> request.getAttribute(ATTRIBUTE, Begun.class))
        .map(begun -> begun.context().traceparent())
        .orElse(null);
  }

  /**
   * Ends a span of a message's way.
   *
   * @param traceparent what the message carries; without one there is no span
   * @param action as the messaging conventions name it: {@code publish}, {@code process}
   */
  public void message(
      @Nullable String traceparent, Span.Kind kind, String topic, String action, Instant start) {
    if (spans.areWanted()) {
      TraceContext.parse(traceparent)
          .ifPresent(
              cause ->
                  spans.ended(
                      new Span(
                          cause.child(),
                          Optional.of(cause),
                          kind,
                          topic + " " + action,
                          start,
                          Instant.now(),
                          Map.of(
                              "messaging.system", "kafka",
                              "messaging.destination.name", topic,
                              "messaging.operation.name", action),
                          false)));
    }
  }
}
