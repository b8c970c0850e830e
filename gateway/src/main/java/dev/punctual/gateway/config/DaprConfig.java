package dev.punctual.gateway.config;

import org.jspecify.annotations.Nullable;

/**
 * The sidecar, by the variables that Dapr's injector sets.
 *
 * @param port {@code DAPR_HTTP_PORT}, on 127.0.0.1
 * @param apiToken {@code DAPR_API_TOKEN}, by which the sidecar knows us; null: it lets everybody in
 * @param appToken {@code APP_API_TOKEN}, by which we know the sidecar; required
 */
public record DaprConfig(int port, @Nullable String apiToken, String appToken) {
  public DaprConfig {
    if (appToken.isEmpty()) {
      throw new IllegalArgumentException(
          "APP_API_TOKEN is missing: without it anybody could call what only Dapr may");
    }
  }

  /** Of a gateway that has a sidecar. */
  public static DaprConfig of(Environment environment) {
    return new DaprConfig(
        environment.port("DAPR_HTTP_PORT", 3500),
        environment.textOrNull("DAPR_API_TOKEN"),
        environment.text("APP_API_TOKEN", ""));
  }

  /** Keeps the tokens out of logs. */
  @Override
  public String toString() {
    return "the sidecar on port " + port;
  }
}
