package dev.punctual.runtime;

import dev.punctual.runtime.kafka.KafkaAccess;
import java.net.InetSocketAddress;
import java.util.Map;

/**
 * What a function is told from outside.
 *
 * @param function its name, that of its folder
 * @param databaseUrl {@code PUNCTUAL_DATABASE_URL}, JDBC; required
 * @param databaseUser {@code PUNCTUAL_DATABASE_USER}; default {@code punctual_app}
 * @param kafka see {@link KafkaAccess}
 * @param managementHost {@code PUNCTUAL_MANAGEMENT_HOST}, the address that health and metrics bind;
 *     default {@code 127.0.0.1}
 * @param managementPort {@code PUNCTUAL_MANAGEMENT_PORT}; 0, the default, takes any free one
 */
public record RuntimeConfig(
    String function,
    String databaseUrl,
    String databaseUser,
    KafkaAccess kafka,
    String managementHost,
    int managementPort) {

  public RuntimeConfig {
    if (!databaseUrl.startsWith("jdbc:postgresql://")) {
      throw new IllegalArgumentException(
          "PUNCTUAL_DATABASE_URL must begin with jdbc:postgresql://");
    }
    if (managementPort < 0 || managementPort > 65_535) {
      throw new IllegalArgumentException("PUNCTUAL_MANAGEMENT_PORT must be from 0 to 65535");
    }
  }

  /**
   * As the environment says.
   *
   * @throws IllegalArgumentException naming the variable that is missing or wrong
   */
  public static RuntimeConfig of(String function, Map<String, String> environment) {
    return new RuntimeConfig(
        function,
        environment.getOrDefault("PUNCTUAL_DATABASE_URL", ""),
        environment.getOrDefault("PUNCTUAL_DATABASE_USER", "punctual_app"),
        KafkaAccess.of(environment),
        environment.getOrDefault("PUNCTUAL_MANAGEMENT_HOST", "127.0.0.1"),
        port(environment.getOrDefault("PUNCTUAL_MANAGEMENT_PORT", "0")));
  }

  InetSocketAddress management() {
    return new InetSocketAddress(managementHost, managementPort);
  }

  private static int port(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("PUNCTUAL_MANAGEMENT_PORT must be a number");
    }
  }
}
