package dev.punctual.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class Uuid7Test {
  @Test
  void carriesItsMillisecondVersionAndVariant() {
    UUID id = Uuid7.of(0x0191f3a00000L, -1, -1);

    assertThat(id).hasToString("0191f3a0-0000-7fff-bfff-ffffffffffff");
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void sortsByTime() {
    assertThat(Uuid7.of(1, -1, -1)).isLessThan(Uuid7.of(2, 0, 0));
  }
}
