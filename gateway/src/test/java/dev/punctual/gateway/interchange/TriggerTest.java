package dev.punctual.gateway.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerTest {
  private static final LocalTime NINE = LocalTime.of(9, 0);

  @ParameterizedTest
  @CsvSource({
    "-P1D, false, P1D, false",
    "-PT15M, false, PT15M, false",
    "-P1W, false, P7D, false",
    "-P1DT2H, false, P1DT2H, false",
    "PT0S, false, PT0S, false",
    "-PT0S, false, PT0S, false",
    "PT2H, true, PT2H, false",
    "+P2D, true, P2D, false",
    // A date begins at midnight for others, and at 09:00 for Punctual's reminders.
    "-PT15H, false, P1D, true",
    "PT9H, false, PT0S, true",
    "PT0S, false, PT9H, true",
    "PT10H, true, PT1H, true",
    "P1DT9H, true, P1D, true",
  })
  void whatOthersWriteIsCountedAsPunctualDoes(
      String value, boolean after, String offset, boolean ofDate) {
    assertThat(Trigger.read(value, ofDate ? NINE : null)).contains(new Trigger(after, offset));
  }

  @ParameterizedTest
  @CsvSource({
    "P1D, false, -P1D",
    "P1D, true, -PT15H",
    "PT0S, true, PT9H",
    "P1M, false, -P30D",
    "P1Y, false, -P365D",
    "PT90M, false, -PT1H30M",
  })
  void whatPunctualWritesIsADuration(String offset, boolean ofDate, String value) {
    assertThat(new Trigger(false, offset).write(ofDate ? NINE : null)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "P1M", "PT99999999999S", "20260306T140000Z"})
  void whatIsNoDurationIsNotRead(String value) {
    assertThat(Trigger.read(value, null)).isEmpty();
  }
}
