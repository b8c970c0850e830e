package dev.punctual.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.calendar.RuleRefused.Code;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rules meant to keep a processor busy. Work is bounded in steps for each answer; without the bound
 * some of these would never come to an end. What they take is measured by the calendar benchmark.
 */
class HostileRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=MINUTELY|",
        "FREQ=MINUTELY;INTERVAL=1000000000|",
        "FREQ=YEARLY;INTERVAL=1000000000|",
        "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=29;BYHOUR=23;BYMINUTE=59|",
        "FREQ=MINUTELY;INTERVAL=2;BYMINUTE=1|TOO_MUCH_WORK",
        "FREQ=MINUTELY;INTERVAL=1440;BYHOUR=1|NO_MATCH",
        "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30|NO_MATCH",
        "FREQ=MINUTELY;BYSETPOS=-366;BYMINUTE=0,1,2|NO_MATCH",
        "FREQ=HOURLY;BYMONTHDAY=31;BYMONTH=4,6,9,11|NO_MATCH",
        "FREQ=DAILY;INTERVAL=999999999;BYDAY=SU|NO_MATCH",
        "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6|NO_MATCH",
        "FREQ=MINUTELY;COUNT=1000000000|TOO_MUCH_WORK",
        "FREQ=MINUTELY;COUNT=10000;BYMONTH=2;BYMONTHDAY=29;BYHOUR=3;BYMINUTE=5|TOO_MUCH_WORK",
        "FREQ=DAILY;COUNT=1000000|TOO_MUCH_WORK",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=200000|TOO_MUCH_WORK",
        "FREQ=DAILY;COUNT=10001|TOO_MUCH_WORK",
        "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0,6,12,18;COUNT=10000|",
        "FREQ=DAILY;COUNT=10000|",
      })
  void areAnsweredOrRefusedAtOnce(String rule, Code refused) {
    assertThat(answer("1900-01-01T00:00", rule)).isEqualTo(Optional.ofNullable(refused));
  }

  @Test
  void aYearOfHalfAMillionTimesIsNeverWrittenOut() {
    String hours = numbers(0, 23);
    String minutes = numbers(0, 59);
    String rule =
        "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR="
            + hours
            + ";BYMINUTE="
            + minutes
            + ";BYSETPOS=-1,-366,366,1";

    assertThat(Series.locals(Series.of("1900-01-01T00:00", "UTC", rule), 5))
        .containsExactly(
            "1900-01-01T00:00:00",
            "1900-01-01T06:05:00",
            "1900-12-31T17:54:00",
            "1900-12-31T23:59:00",
            "1901-01-01T00:00:00");
  }

  @Test
  void manyLeftOutDatesAreSteppedOver() {
    LocalDateTime start = LocalDateTime.parse("2026-03-06T14:00");
    List<String> exdates =
        IntStream.range(0, Recurrence.MAX_DATES)
            .mapToObj(i -> start.plusMinutes(i).toString())
            .toList();

    assertThat(Series.of("2026-03-06T14:00", "UTC", "FREQ=MINUTELY", exdates, List.of()).next(null))
        .hasValueSatisfying(
            next -> assertThat(next.local()).isEqualTo(start.plusMinutes(10_000) + ":00"));
  }

  @Test
  void longListsOfPositionsDoNotEndARuleEarly() {
    LocalDateTime start = LocalDateTime.parse("2026-03-06T00:00");
    String rule = "FREQ=DAILY;BYMINUTE=" + numbers(0, 59) + ";BYSETPOS=" + numbers(1, 60);
    List<String> exdates =
        IntStream.range(0, Recurrence.MAX_DATES)
            .mapToObj(i -> start.plusDays(i / 60).plusMinutes(i % 60).toString())
            .toList();

    assertThat(Series.of("2026-03-06T00:00", "UTC", rule, exdates, List.of()).next(null))
        .hasValueSatisfying(
            next ->
                assertThat(next.local()).isEqualTo(start.plusDays(166).plusMinutes(40) + ":00"));
  }

  @Test
  void aLongPreviewOfASparseRuleIsCutShortAndSaysSo() {
    Recurrence.Excerpt excerpt =
        Series.of("1900-01-01T00:00", "UTC", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO")
            .excerpt(null, 100);

    assertThat(excerpt.occurrences()).hasSizeBetween(5, 20);
    assertThat(excerpt.more()).isTrue();
  }

  @Test
  void leftOutDatesDoNotMultiplyTheWork() {
    Recurrence all =
        Series.of("1900-01-01T00:00", "UTC", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO");
    List<String> sparse = new ArrayList<>();
    Optional<Occurrence> next = all.next(null);
    while (next.isPresent() && sparse.size() < 100) {
      sparse.add(next.get().local());
      next = all.next(next.get().local());
    }
    Recurrence none =
        Series.of(
            "1900-01-01T00:00",
            "UTC",
            "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",
            sparse,
            List.of());

    assertThat(none.next(null)).isEmpty();
    assertThat(none.excerpt(null, 1)).isEqualTo(new Recurrence.Excerpt(List.of(), true));
  }

  private static Optional<Code> answer(String start, String rule) {
    try {
      Recurrence recurrence = Series.of(start, "America/New_York", rule);
      assertThat(recurrence.take(null, 3)).isNotEmpty();
      assertThat(recurrence.nextAfter(NOW))
          .satisfiesAnyOf(
              found -> assertThat(found).isEmpty(),
              found -> assertThat(found.orElseThrow().at()).isAfter(NOW));
      return Optional.empty();
    } catch (RuleRefused e) {
      return Optional.of(e.code());
    }
  }

  private static String numbers(int first, int last) {
    return String.join(",", IntStream.rangeClosed(first, last).mapToObj(String::valueOf).toList());
  }
}
