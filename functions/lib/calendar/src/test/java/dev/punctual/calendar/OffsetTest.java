package dev.punctual.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.punctual.contracts.LocalClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalClock CLOCK = LocalClock.usual(NEW_YORK);

  @ParameterizedTest
  @CsvSource({
    // an ordinary day
    "PT15M, 2026-03-06T14:00:00, 2026-03-06T18:45:00Z",
    "P1D, 2026-03-06T14:00:00, 2026-03-05T19:00:00Z",
    "PT0S, 2026-03-06T14:00:00, 2026-03-06T19:00:00Z",
    // a calendar day before the day after the gap is 23 hours before; 24 hours are 24 hours
    "P1D, 2026-03-08T14:00:00, 2026-03-07T19:00:00Z",
    "PT24H, 2026-03-08T14:00:00, 2026-03-07T18:00:00Z",
    "P1W, 2026-03-08T14:00:00, 2026-03-01T19:00:00Z",
    // and 25 hours before the day after the overlap
    "P1D, 2026-11-01T14:00:00, 2026-10-31T18:00:00Z",
    // the day before lies in the gap: it moves forward
    "P1D, 2026-03-09T02:30:00, 2026-03-08T07:30:00Z",
    // the day before lies in the overlap: the first of the two
    "P1D, 2026-11-02T01:30:00, 2026-11-01T05:30:00Z",
    // days on the calendar first, then elapsed time
    "P1DT2H, 2026-03-09T03:00:00, 2026-03-08T05:00:00Z",
    // an occurrence moved by the gap is reminded of before the instant at which it is
    "PT15M, 2026-03-08T02:30:00, 2026-03-08T07:15:00Z",
    // months clamp as the calendar does
    "P1M, 2026-03-31T14:00:00, 2026-02-28T19:00:00Z",
    // a date counts from nine
    "PT0S, 2026-03-06, 2026-03-06T14:00:00Z",
    "P1D, 2026-03-06, 2026-03-05T14:00:00Z",
    "PT1H, 2026-03-08, 2026-03-08T12:00:00Z"
  })
  void liesBeforeTheOccurrence(String offset, String occurrence, Instant expected) {
    assertThat(Offset.parse(offset).before(occurrence, CLOCK)).isEqualTo(expected);
  }

  @Test
  void aDateCountsFromTheTimeOfDayThatThePersonChose() {
    assertThat(
            Offset.parse("P1D")
                .before("2026-03-06", new LocalClock(NEW_YORK, LocalTime.of(18, 30))))
        .isEqualTo(Instant.parse("2026-03-05T23:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "P1D, P1D",
    "PT15M, PT15M",
    "P1DT2H, P1DT2H",
    "P2W, P14D",
    "P1W2D, P9D",
    "PT90M, PT1H30M",
    "PT0S, PT0S",
    "P0D, PT0S",
    "P1Y, P1Y",
    "P1M, P1M",
    "P366D, P366D"
  })
  void readsAndWritesIso8601(String text, String canonical) {
    assertThat(Offset.parse(text)).hasToString(canonical);
    assertThat(Offset.parse(canonical)).isEqualTo(Offset.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "PT",
        "P1DT",
        "1D",
        "P1",
        "P1H",
        "PT1D",
        "-P1D",
        "P-1D",
        "PT1.5H",
        "PT0.5S",
        "p1d",
        "P1D ",
        "P367D",
        "P2Y",
        "P13M",
        "PT8785H",
        "P366DT1S",
        "P99999D",
        "PT99999999999S",
        "P1D1W",
        "P٣D"
      })
  void refusesWhatIsNoTimeBefore(String text) {
    assertThatExceptionOfType(RuleRefused.class)
        .isThrownBy(() -> Offset.parse(text))
        .satisfies(e -> assertThat(e.code()).isEqualTo(RuleRefused.Code.INVALID_OFFSET))
        .satisfies(e -> assertThat(e.part()).isEqualTo(text));
  }

  @Test
  void refusesNegativePartsHoweverItIsMade() {
    assertThatExceptionOfType(RuleRefused.class)
        .isThrownBy(() -> new Offset(Period.ofDays(-1), Duration.ofDays(2)));
    assertThatExceptionOfType(RuleRefused.class)
        .isThrownBy(() -> new Offset(Period.ZERO, Duration.ofNanos(1)));
  }

  @Test
  void refusesAnOccurrenceThatCannotBeRead() {
    assertThatExceptionOfType(RuleRefused.class)
        .isThrownBy(() -> Offset.parse("P1D").before("tomorrow", CLOCK))
        .satisfies(e -> assertThat(e.code()).isEqualTo(RuleRefused.Code.INVALID_OCCURRENCE));
  }
}
