package dev.punctual.gateway.config;

import dev.punctual.runtime.trace.Spans;
import java.util.Map;

/**
 * Where spans go, by OpenTelemetry's own variables.
 *
 * @param variables {@code OTEL_EXPORTER_OTLP_ENDPOINT}, {@code OTEL_SERVICE_NAME}
 */
public record TraceConfig(Map<String, String> variables) {
  public TraceConfig {
    variables = Map.copyOf(variables);
  }

  public static TraceConfig of(Environment environment) {
    return new TraceConfig(environment.variables());
  }

  /**
   * Opens what takes them.
   *
   * @throws IllegalArgumentException when the endpoint is not an http or https URL
   */
  public Spans spans() {
    return Spans.of(variables, "punctual-gateway");
  }
}
