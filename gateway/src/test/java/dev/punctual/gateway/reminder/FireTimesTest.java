package dev.punctual.gateway.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FireTimesTest {
  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Test
  void aDayBeforeIsADayOfTheCalendar() {
    // The night before had 23 hours.
    assertThat(before(due("2026-03-08T14:00", "2026-03-08T18:00:00Z"), "P1D"))
        .isEqualTo("2026-03-07T19:00:00Z");
  }

  @Test
  void hoursBeforeAreElapsedTime() {
    assertThat(before(due("2026-03-08T14:00", "2026-03-08T18:00:00Z"), "PT24H"))
        .isEqualTo("2026-03-07T18:00:00Z");
  }

  @Test
  void aDateCountsFromTheStartOfItsPersonsDay() {
    Due due =
        new Due(
            null, LocalDate.parse("2026-03-09"), NEW_YORK, Instant.parse("2026-03-09T04:00:00Z"));

    assertThat(before(due, "P1D")).isEqualTo("2026-03-08T13:00:00Z");
    assertThat(before(due, "PT0S")).isEqualTo("2026-03-09T13:00:00Z");
    assertThat(FireTimes.of(due, "P1D", null, LocalTime.of(18, 30)))
        .isEqualTo("2026-03-08T22:30:00Z");
  }

  @Test
  void theSecondOfTwoEqualTimesKeepsItsDistance() {
    assertThat(before(due("2026-11-01T01:30", "2026-11-01T06:30:00Z"), "PT15M"))
        .isEqualTo("2026-11-01T06:15:00Z");
  }

  @Test
  void afterCountsTheOtherWay() {
    // The night after had 23 hours.
    Due due = due("2026-03-07T14:00", "2026-03-07T19:00:00Z");

    assertThat(after(due, "P1D")).isEqualTo("2026-03-08T18:00:00Z");
    assertThat(after(due, "PT24H")).isEqualTo("2026-03-08T19:00:00Z");
    assertThat(after(due, "P1DT30M")).isEqualTo("2026-03-08T18:30:00Z");
    assertThat(FireTimes.of(due, null, null, NINE)).isNull();
  }

  @Test
  void aRelativeReminderKeepsItsLocalOffsetAcrossDst() {
    // 09:00 before a 14:00 on either side of the change.
    assertThat(before(due("2026-03-07T14:00", "2026-03-07T19:00:00Z"), "P1DT5H"))
        .isEqualTo("2026-03-06T14:00:00Z");
    assertThat(before(due("2026-03-09T14:00", "2026-03-09T18:00:00Z"), "P1DT5H"))
        .isEqualTo("2026-03-08T13:00:00Z");
  }

  private static Instant before(Due due, String before) {
    return Objects.requireNonNull(FireTimes.of(due, before, null, NINE));
  }

  private static Instant after(Due due, String after) {
    return Objects.requireNonNull(FireTimes.of(due, null, after, NINE));
  }

  private static Due due(String local, String at) {
    return new Due(LocalDateTime.parse(local), null, NEW_YORK, Instant.parse(at));
  }
}
