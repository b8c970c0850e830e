package dev.punctual.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OccurrenceKeyTest {
  @Test
  void isTheGoldenOne() {
    assertThat(
            OccurrenceKey.of(
                new UserId(UUID.fromString("0191F3A0-0000-7000-8000-000000000001")),
                new SeriesId(UUID.fromString("0191f3a0-0000-7000-8000-0000000000aa")),
                "2026-03-06T14:00:00"))
        .isEqualTo("9abf22271a92f728");
  }
}
