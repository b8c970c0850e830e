package dev.punctual.runtime.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What either store of secrets does. */
abstract class SecretsContract {
  static final String PASSWORD = "pass word \"é\\ $1";

  /** A store that holds these secrets and nothing else. */
  abstract Secrets holding(Map<String, String> secrets) throws Exception;

  @Test
  void aSecretIsReadToTheCharacter() throws Exception {
    Secrets secrets = holding(Map.of(Secrets.DATABASE_PASSWORD, PASSWORD));

    assertThat(secrets.secret(Secrets.DATABASE_PASSWORD)).isEqualTo(PASSWORD);
  }

  @Test
  void aMissingOneNamesItselfAndTheStoreAndNoOther() throws Exception {
    Secrets secrets = holding(Map.of(Secrets.DATABASE_PASSWORD, PASSWORD));

    assertThatThrownBy(() -> secrets.secret(Secrets.KAFKA_PASSWORD))
        .isInstanceOf(SecretMissing.class)
        .hasMessageContaining(Secrets.KAFKA_PASSWORD)
        .hasMessageContaining(storeName())
        .hasMessageNotContaining(PASSWORD);
  }

  /** What a message calls the store. */
  abstract String storeName();
}
