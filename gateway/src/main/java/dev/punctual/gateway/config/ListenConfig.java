package dev.punctual.gateway.config;

/**
 * Where the gateway listens.
 *
 * @param host {@code PUNCTUAL_GATEWAY_HOST}; default {@code 127.0.0.1}
 * @param port {@code PUNCTUAL_GATEWAY_PORT}; default 8080, 0 takes any free one
 */
public record ListenConfig(String host, int port) {
  public static ListenConfig of(Environment environment) {
    return new ListenConfig(
        environment.text("PUNCTUAL_GATEWAY_HOST", "127.0.0.1"),
        environment.port("PUNCTUAL_GATEWAY_PORT", 8080));
  }
}
