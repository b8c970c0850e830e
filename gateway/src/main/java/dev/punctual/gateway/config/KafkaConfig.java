package dev.punctual.gateway.config;

import java.util.Arrays;

/**
 * Where Kafka is.
 *
 * @param bootstrapServers {@code PUNCTUAL_KAFKA_BOOTSTRAP_SERVERS}, host:port, comma-separated;
 *     required
 */
public record KafkaConfig(String bootstrapServers) {
  public KafkaConfig {
    boolean named =
        Arrays.stream(bootstrapServers.split(",", -1))
            .allMatch(server -> server.strip().matches("\\S+:\\d{1,5}"));
    if (!named) {
      throw new IllegalArgumentException(
          "PUNCTUAL_KAFKA_BOOTSTRAP_SERVERS must be host:port, or several with commas between");
    }
  }

  public static KafkaConfig of(Environment environment) {
    return new KafkaConfig(environment.text("PUNCTUAL_KAFKA_BOOTSTRAP_SERVERS", ""));
  }
}
