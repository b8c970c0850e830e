package dev.punctual.runtime.trace;

import java.net.URI;
import java.util.Map;

/** Where spans go when they have ended. Never waits, never fails. */
public interface Spans extends AutoCloseable {
  /** Nowhere. */
  Spans NONE =
      new Spans() {
        @Override
        public boolean areWanted() {
          return false;
        }

        @Override
        public void ended(Span span) {
          // Nobody asked.
        }

        @Override
        public void close() {
          // Nothing was kept.
        }
      };

  /** Whether it is worth making one. */
  boolean areWanted();

  /** Takes a span; one that is not sampled is forgotten. */
  void ended(Span span);

  /** Sends what is still here, within 2 s. */
  @Override
  void close();

  /**
   * As the environment says: {@code OTEL_EXPORTER_OTLP_ENDPOINT} is the base URL of a collector
   * that takes OTLP over HTTP; without it spans go nowhere. {@code OTEL_SERVICE_NAME} names the
   * process.
   *
   * @param service the name where there is no other
   * @throws IllegalArgumentException when the endpoint is not an http or https URL
   */
  static Spans of(Map<String, String> environment, String service) {
    String endpoint = environment.getOrDefault(OtlpSpans.ENDPOINT, "");
    if (endpoint.isBlank()) {
      return NONE;
    }
    String base = endpoint.endsWith("/") ? endpoint : endpoint + "/";
    URI url;
    try {
      url = URI.create(base).resolve("v1/traces");
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(OtlpSpans.ENDPOINT + " is no URL: " + endpoint, e);
    }
    if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
      throw new IllegalArgumentException(
          OtlpSpans.ENDPOINT + " must be an http or https URL, not " + endpoint);
    }
    return new OtlpSpans(url, environment.getOrDefault("OTEL_SERVICE_NAME", service));
  }
}
