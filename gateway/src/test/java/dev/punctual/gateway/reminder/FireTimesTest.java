package dev.punctual.gateway.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FireTimesTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Test
  void aDayBeforeIsADayOfTheCalendar() {
    // The night before had 23 hours.
    assertThat(FireTimes.before(due("2026-03-08T14:00", "2026-03-08T18:00:00Z"), "P1D"))
        .isEqualTo("2026-03-07T19:00:00Z");
  }

  @Test
  void hoursBeforeAreElapsedTime() {
    assertThat(FireTimes.before(due("2026-03-08T14:00", "2026-03-08T18:00:00Z"), "PT24H"))
        .isEqualTo("2026-03-07T18:00:00Z");
  }

  @Test
  void aDateCountsFromNine() {
    Due due =
        new Due(
            null, LocalDate.parse("2026-03-09"), NEW_YORK, Instant.parse("2026-03-09T04:00:00Z"));

    assertThat(FireTimes.before(due, "P1D")).isEqualTo("2026-03-08T13:00:00Z");
    assertThat(FireTimes.before(due, "PT0S")).isEqualTo("2026-03-09T13:00:00Z");
  }

  @Test
  void theSecondOfTwoEqualTimesKeepsItsDistance() {
    assertThat(FireTimes.before(due("2026-11-01T01:30", "2026-11-01T06:30:00Z"), "PT15M"))
        .isEqualTo("2026-11-01T06:15:00Z");
  }

  private static Due due(String local, String at) {
    return new Due(LocalDateTime.parse(local), null, NEW_YORK, Instant.parse(at));
  }
}
