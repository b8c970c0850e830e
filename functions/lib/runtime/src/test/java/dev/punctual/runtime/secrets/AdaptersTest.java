package dev.punctual.runtime.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AdaptersTest {
  @Test
  void aLaptopNeedsNoSidecar() {
    assertThat(Adapters.of(Map.of())).isEqualTo(Adapters.LOCAL);
    assertThat(Adapters.of(Map.of(Adapters.VARIABLE, "dapr"))).isEqualTo(Adapters.DAPR);
  }

  @Test
  void whatIsNeitherIsRefusedByName() {
    assertThatThrownBy(() -> Adapters.of(Map.of(Adapters.VARIABLE, "Dapr")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PUNCTUAL_ADAPTERS")
        .hasMessageContaining("Dapr");
    assertThatThrownBy(() -> Secrets.of(Map.of(Adapters.VARIABLE, "dapr")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("DAPR_HTTP_PORT");
  }
}
