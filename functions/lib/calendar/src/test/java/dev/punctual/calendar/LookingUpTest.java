package dev.punctual.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From where occurrences are asked for: an identity, an instant, a span. */
class LookingUpTest {

  private static final Recurrence FRIDAYS =
      Series.of("2026-03-06T14:00", "America/New_York", "FREQ=WEEKLY;BYDAY=FR");

  @Test
  void nextAfterNothingIsTheFirst() {
    assertThat(FRIDAYS.next(null))
        .contains(
            new Occurrence(
                "2026-03-06T14:00:00", Instant.parse("2026-03-06T19:00:00Z"), ZoneShift.NONE));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-06T14:00:00, 2026-03-13T14:00:00",
    "2026-03-06T14:00, 2026-03-13T14:00:00",
    // identities that are none
    "2026-03-06T13:59:59, 2026-03-06T14:00:00",
    "2001-01-01T00:00:00, 2026-03-06T14:00:00",
    // a date stands for its whole day
    "2026-03-06, 2026-03-13T14:00:00",
    "2026-03-05, 2026-03-06T14:00:00"
  })
  void nextIsStrictlyAfterAnIdentity(String after, String next) {
    assertThat(FRIDAYS.next(after))
        .hasValueSatisfying(found -> assertThat(found.local()).isEqualTo(next));
  }

  @Test
  void nextOfADateOnlySeriesTakesTimesForTheirDay() {
    Recurrence daily = Series.of("2026-03-06", "UTC", "FREQ=DAILY");

    assertThat(daily.next("2026-03-08T14:00:00"))
        .hasValueSatisfying(found -> assertThat(found.local()).isEqualTo("2026-03-09"));
  }

  @Test
  void nextRefusesAnIdentityThatCannotBeRead() {
    assertThatExceptionOfType(RuleRefused.class)
        .isThrownBy(() -> FRIDAYS.next("yesterday"))
        .satisfies(e -> assertThat(e.code()).isEqualTo(RuleRefused.Code.INVALID_OCCURRENCE))
        .satisfies(e -> assertThat(e.part()).isEqualTo("yesterday"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-06T18:59:59.999999999Z, 2026-03-06T14:00:00",
    "2026-03-06T19:00:00Z, 2026-03-13T14:00:00",
    "2026-03-06T19:00:00.000000001Z, 2026-03-13T14:00:00",
    "-1000000000-01-01T00:00:00Z, 2026-03-06T14:00:00"
  })
  void nextAfterIsStrictlyAfterAnInstant(Instant instant, String next) {
    assertThat(FRIDAYS.nextAfter(instant))
        .hasValueSatisfying(found -> assertThat(found.local()).isEqualTo(next));
  }

  @Test
  void nothingComesAfterTheEndOfTime() {
    assertThat(FRIDAYS.nextAfter(Instant.MAX)).isEmpty();
    assertThat(FRIDAYS.next("9999-12-31T23:59:59")).isEmpty();
  }

  @Test
  void betweenIncludesItsBeginAndExcludesItsEnd() {
    Instant first = Instant.parse("2026-03-06T19:00:00Z");
    Instant third = Instant.parse("2026-03-20T18:00:00Z");

    assertThat(FRIDAYS.between(first, third, 9))
        .extracting(Occurrence::local)
        .containsExactly("2026-03-06T14:00:00", "2026-03-13T14:00:00");
    assertThat(FRIDAYS.between(first.plusNanos(1), third.plusNanos(1), 9))
        .extracting(Occurrence::local)
        .containsExactly("2026-03-13T14:00:00", "2026-03-20T14:00:00");
    assertThat(FRIDAYS.between(first, third, 1)).hasSize(1);
    assertThat(FRIDAYS.between(first, third, 0)).isEmpty();
    assertThat(FRIDAYS.between(third, first, 9)).isEmpty();
    assertThat(FRIDAYS.between(Instant.MIN, Instant.MAX, 2)).isEqualTo(FRIDAYS.take(null, 2));
  }

  @Test
  void takeContinuesWhereItStopped() {
    List<Occurrence> six = FRIDAYS.take(null, 6);

    assertThat(FRIDAYS.take(six.get(2).local(), 3)).isEqualTo(six.subList(3, 6));
    assertThat(FRIDAYS.take(null, 0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DAILY, DAYS, 3",
    "WEEKLY, WEEKS, 2",
    "MONTHLY, MONTHS, 5",
    "YEARLY, YEARS, 4",
    "HOURLY, HOURS, 7",
    "MINUTELY, MINUTES, 11",
    "MINUTELY, MINUTES, 100000"
  })
  void leapsOverYearsInPhaseWithTheStart(String frequency, ChronoUnit unit, int interval) {
    LocalDateTime start = LocalDateTime.parse("2010-01-01T08:05");
    LocalDateTime now = LocalDateTime.parse("2026-11-21T00:00");
    long steps = unit.between(start, now) / interval;
    LocalDateTime expected = start.plus((steps + 1) * interval, unit);
    Recurrence recurrence =
        Series.of(start.toString(), "UTC", "FREQ=" + frequency + ";INTERVAL=" + interval);

    assertThat(recurrence.nextAfter(now.toInstant(ZoneOffset.UTC)))
        .hasValueSatisfying(found -> assertThat(found.local()).isEqualTo(expected + ":00"));
    assertThat(recurrence.next(now + ":00"))
        .hasValueSatisfying(found -> assertThat(found.local()).isEqualTo(expected + ":00"));
  }

  @Test
  void leapsInACountedRuleUpToItsEnd() {
    Recurrence recurrence = Series.of("2010-01-01T08:05", "UTC", "FREQ=DAILY;COUNT=6169");

    assertThat(recurrence.nextAfter(Instant.parse("2026-11-20T08:05:00Z")))
        .hasValueSatisfying(found -> assertThat(found.local()).isEqualTo("2026-11-21T08:05:00"));
    assertThat(recurrence.nextAfter(Instant.parse("2026-11-21T08:05:00Z"))).isEmpty();
  }
}
