package dev.punctual.runtime.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSecretsTest extends SecretsContract {
  @TempDir Path folder = Path.of("");

  @Override
  Secrets holding(Map<String, String> secrets) throws IOException {
    for (Map.Entry<String, String> secret : secrets.entrySet()) {
      Files.writeString(folder.resolve(secret.getKey()), secret.getValue() + "\n");
    }
    return Secrets.of(Map.of("PUNCTUAL_SECRETS_DIR", folder.toString()));
  }

  @Override
  String storeName() {
    return folder.toString();
  }

  @Test
  void withoutAFileItIsAVariable() {
    Secrets secrets =
        Secrets.of(
            Map.of(
                "PUNCTUAL_SECRETS_DIR",
                folder.toString(),
                "PUNCTUAL_SECRET_DATABASE_PASSWORD",
                "from the environment"));

    assertThat(secrets.secret(Secrets.DATABASE_PASSWORD)).isEqualTo("from the environment");
  }
}
