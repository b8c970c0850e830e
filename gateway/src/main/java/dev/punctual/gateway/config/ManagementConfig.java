package dev.punctual.gateway.config;

/**
 * Where health and metrics are, apart from what people reach.
 *
 * @param host {@code PUNCTUAL_MANAGEMENT_HOST}; default {@code 127.0.0.1}
 * @param port {@code PUNCTUAL_MANAGEMENT_PORT}; 0, the default, takes any free one
 */
public record ManagementConfig(String host, int port) {
  public static ManagementConfig of(Environment environment) {
    return new ManagementConfig(
        environment.text("PUNCTUAL_MANAGEMENT_HOST", "127.0.0.1"),
        environment.port("PUNCTUAL_MANAGEMENT_PORT", 0));
  }
}
