package dev.punctual.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.runtime.secrets.Secrets;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelConfigTest {
  @Test
  void thereIsNoModelUnlessItIsNamed() {
    assertThat(of(Map.of())).isEqualTo(new ModelConfig(null, "", "", 200_000));
  }

  @Test
  void readsEveryVariableAndKeepsTheKeyToItself() {
    ModelConfig model =
        of(
            Map.of(
                "PUNCTUAL_MODEL_URL", "https://models.example/v1",
                "PUNCTUAL_MODEL_NAME", "m",
                "PUNCTUAL_SECRET_MODEL_KEY", "very-secret",
                "PUNCTUAL_MODEL_TOKENS_A_DAY", "5"));

    assertThat(model)
        .isEqualTo(new ModelConfig(URI.create("https://models.example/v1"), "m", "very-secret", 5));
    assertThat(model.toString()).doesNotContain("very-secret");
  }

  @Test
  void refusesBadValuesByName() {
    refuses(Map.of("PUNCTUAL_MODEL_URL", "ftp://x", "PUNCTUAL_MODEL_NAME", "m"), "MODEL_URL");
    refuses(Map.of("PUNCTUAL_MODEL_URL", "https://x/v1"), "MODEL_NAME");
    refuses(Map.of("PUNCTUAL_MODEL_TOKENS_A_DAY", "0"), "TOKENS_A_DAY");
    refuses(Map.of("PUNCTUAL_MODEL_TOKENS_A_DAY", "many"), "TOKENS_A_DAY");
  }

  private static void refuses(Map<String, String> variables, String name) {
    assertThatThrownBy(() -> of(variables))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  private static ModelConfig of(Map<String, String> variables) {
    return ModelConfig.of(new Environment(variables), Secrets.of(variables));
  }
}
