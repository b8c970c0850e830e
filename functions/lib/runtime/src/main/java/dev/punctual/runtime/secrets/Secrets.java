package dev.punctual.runtime.secrets;

import java.util.Map;

/** Where secrets come from. Asked anew whenever one is used, so that a changed one is taken up. */
public interface Secrets {
  /** The name of the database's password. */
  String DATABASE_PASSWORD = "database-password";

  /** The name of the password of who owns the tables; only migrations ask for it. */
  String DATABASE_OWNER_PASSWORD = "database-owner-password";

  /** The name of the password with which Kafka is entered, where it wants one. */
  String KAFKA_PASSWORD = "kafka-password";

  /**
   * The secret of this name.
   *
   * @throws SecretMissing naming the secret and the store that does not have it
   * @throws java.io.UncheckedIOException when the store does not answer; later it may
   */
  String secret(String name);

  /**
   * The store that the environment chooses.
   *
   * @throws IllegalArgumentException naming the variable that is missing or wrong
   */
  static Secrets of(Map<String, String> environment) {
    return switch (Adapters.of(environment)) {
      case LOCAL -> new LocalSecrets(environment);
      case DAPR -> new DaprSecrets(environment);
    };
  }
}
