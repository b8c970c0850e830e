package dev.punctual.runtime.kafka;

import dev.punctual.runtime.secrets.Secrets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where Kafka is and how it lets us in.
 *
 * @param bootstrapServers {@code PUNCTUAL_KAFKA_BOOTSTRAP_SERVERS}, host:port, comma-separated;
 *     required
 * @param protocol {@code PUNCTUAL_KAFKA_PROTOCOL}, Kafka's {@code security.protocol}: {@code
 *     PLAINTEXT}, the default, {@code SSL}, {@code SASL_PLAINTEXT} or {@code SASL_SSL}
 * @param mechanism {@code PUNCTUAL_KAFKA_SASL_MECHANISM}: {@code PLAIN}, {@code SCRAM-SHA-256} or
 *     {@code SCRAM-SHA-512}, the default. The password is the secret {@code kafka-password}
 * @param user {@code PUNCTUAL_KAFKA_USER}; default {@code punctual}
 * @param authority {@code PUNCTUAL_KAFKA_AUTHORITY_FILE}, the certificates (PEM) against which the
 *     broker's is checked; null: those that the JVM trusts
 */
public record KafkaAccess(
    String bootstrapServers,
    String protocol,
    String mechanism,
    String user,
    @Nullable Path authority) {
  private static final List<String> PROTOCOLS =
      List.of("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL");
  private static final List<String> MECHANISMS = List.of("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512");

  public KafkaAccess {
    if (!Arrays.stream(bootstrapServers.split(",", -1)).allMatch(KafkaAccess::isHostAndPort)) {
      throw new IllegalArgumentException(
          "PUNCTUAL_KAFKA_BOOTSTRAP_SERVERS must be host:port, or several with commas between");
    }
    if (!PROTOCOLS.contains(protocol)) {
      throw new IllegalArgumentException(
          "PUNCTUAL_KAFKA_PROTOCOL must be one of " + PROTOCOLS + ", not " + protocol);
    }
    if (!MECHANISMS.contains(mechanism)) {
      throw new IllegalArgumentException(
          "PUNCTUAL_KAFKA_SASL_MECHANISM must be one of " + MECHANISMS + ", not " + mechanism);
    }
    if (user.isEmpty() || user.indexOf('"') >= 0 || user.indexOf('\\') >= 0) {
      throw new IllegalArgumentException("PUNCTUAL_KAFKA_USER must be a name without \" and \\");
    }
  }

  /** A broker that lets everybody in, as on a laptop. */
  public static KafkaAccess plaintext(String bootstrapServers) {
    return new KafkaAccess(bootstrapServers, "PLAINTEXT", "SCRAM-SHA-512", "punctual", null);
  }

  /**
   * As the environment says.
   *
   * @throws IllegalArgumentException naming the variable that is missing or wrong
   */
  public static KafkaAccess of(Map<String, String> environment) {
    String authority = environment.getOrDefault("PUNCTUAL_KAFKA_AUTHORITY_FILE", "");
    return new KafkaAccess(
        environment.getOrDefault("PUNCTUAL_KAFKA_BOOTSTRAP_SERVERS", ""),
        environment.getOrDefault("PUNCTUAL_KAFKA_PROTOCOL", "PLAINTEXT"),
        environment.getOrDefault("PUNCTUAL_KAFKA_SASL_MECHANISM", "SCRAM-SHA-512"),
        environment.getOrDefault("PUNCTUAL_KAFKA_USER", "punctual"),
        authority.isEmpty() ? null : Path.of(authority));
  }

  /**
   * What any of Kafka's clients needs in order to connect. It may hold a password: not for logs.
   *
   * @param secrets asked only when the protocol needs a password
   */
  public Map<String, Object> properties(Secrets secrets) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("bootstrap.servers", bootstrapServers);
    properties.put("reconnect.backoff.max.ms", 1_000);
    // What nobody reads need not be loaded.
    properties.put("metric.reporters", "");
    properties.put("enable.metrics.push", false);
    if (!protocol.equals("PLAINTEXT")) {
      properties.put("security.protocol", protocol);
    }
    if (protocol.endsWith("SSL") && authority != null) {
      properties.put("ssl.truststore.type", "PEM");
      properties.put("ssl.truststore.location", authority.toString());
    }
    if (protocol.startsWith("SASL")) {
      properties.put("sasl.mechanism", mechanism);
      properties.put("sasl.jaas.config", login(secrets.secret(Secrets.KAFKA_PASSWORD)));
    }
    return properties;
  }

  private String login(String password) {
    String module = mechanism.equals("PLAIN") ? "plain.PlainLoginModule" : "scram.ScramLoginModule";
    return "org.apache.kafka.common.security."
        + module
        + " required username=\""
        + user
        + "\" password=\""
        + password.replace("\\", "\\\\").replace("\"", "\\\"")
        + "\";";
  }

  /** By hand: a pattern would be compiled before the first record. */
  private static boolean isHostAndPort(String server) {
    String text = server.strip();
    int colon = text.lastIndexOf(':');
    if (colon < 1 || colon == text.length() - 1 || text.length() - colon > 6) {
      return false;
    }
    return text.substring(colon + 1).chars().allMatch(c -> c >= '0' && c <= '9')
        && text.chars().noneMatch(Character::isWhitespace);
  }
}
