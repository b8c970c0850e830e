package dev.punctual.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.LocalClock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other task managers got wrong, each by the behaviour that is right. */
class ShippedBugsTest {
  private static final String NEW_YORK = "America/New_York";

  @ParameterizedTest
  @ValueSource(strings = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
  void aQuarterToSevenStaysAQuarterToSevenOverTheChangeOfClocks(String frequency) {
    ZoneId zone = ZoneId.of(NEW_YORK);

    assertThat(Series.instants(Series.of("2026-03-01T06:45", NEW_YORK, "FREQ=" + frequency), 300))
        .hasSize(300)
        .allSatisfy(
            at -> assertThat(LocalTime.ofInstant(at, zone)).isEqualTo(LocalTime.parse("06:45")));
  }

  @Test
  void aRepeatOnTheEveOfTheChangeMovesToTheNextDay() {
    Recurrence daily = Series.of("2026-03-01T23:30", NEW_YORK, "FREQ=DAILY");

    assertThat(daily.next("2026-03-07T23:30:00").orElseThrow().local())
        .isEqualTo("2026-03-08T23:30:00");
    assertThat(daily.nextAfter(Instant.parse("2026-03-08T04:30:00Z")).orElseThrow().local())
        .isEqualTo("2026-03-08T23:30:00");
  }

  @Test
  void halfPastTwoInAGapIsHalfPastThreeThatDayOnly() {
    ZoneId zone = ZoneId.of(NEW_YORK);

    assertThat(Series.instants(Series.of("2026-03-07T02:30", NEW_YORK, "FREQ=DAILY"), 4))
        .extracting(at -> LocalTime.ofInstant(at, zone).toString())
        .containsExactly("02:30", "03:30", "02:30", "02:30");
  }

  @ParameterizedTest
  @CsvSource({
    "FREQ=MONTHLY;SKIP=BACKWARD, 2026-02-28 2026-03-31 2026-04-30",
    "FREQ=MONTHLY;SKIP=OMIT, 2026-03-31 2026-05-31 2026-07-31"
  })
  void theThirtyFirstIsNotForgottenInFebruary(String rule, String then) {
    assertThat(Series.locals(Series.of("2026-01-31", "UTC", rule), 4))
        .containsExactly(("2026-01-31 " + then).split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "MO, 2026-03-10 2026-03-15 2026-03-24 2026-03-29",
    "SU, 2026-03-10 2026-03-22 2026-03-24 2026-04-05"
  })
  void everyTwoWeeksCountsFromTheStartAndTheFirstDayOfTheWeek(String weekStart, String days) {
    Recurrence recurrence =
        Series.of("2026-03-10", "UTC", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=" + weekStart);

    assertThat(Series.locals(recurrence, 4)).containsExactly(days.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pacific/Auckland", "Asia/Tokyo", "Pacific/Kiritimati", "Europe/Berlin"})
  void theWeekdayIsThatOfTheRulesZoneAlsoAheadOfUtc(String zone) {
    assertThat(Series.instants(Series.of("2026-03-02T00:30", zone, "FREQ=WEEKLY;BYDAY=MO"), 60))
        .allSatisfy(
            at ->
                assertThat(at.atZone(ZoneId.of(zone)).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY));
  }

  @Test
  void everyWeekdayOfAListOccurs() {
    List<String> week =
        Series.locals(Series.of("2026-03-02", "UTC", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU"), 7);

    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    week.forEach(local -> days.add(LocalDate.parse(local).getDayOfWeek()));
    assertThat(days).hasSize(7);
  }

  @Test
  void aYearlyRuleNeverEndsSilently() {
    Recurrence yearly = Series.of("2024-02-29", "UTC", "FREQ=YEARLY");

    assertThat(yearly.next("2096-02-29").orElseThrow().local()).isEqualTo("2104-02-29");
    assertThat(yearly.nextAfter(Instant.parse("2500-01-01T00:00:00Z"))).isPresent();
  }

  @Test
  void theLastFridayIsAFriday() {
    assertThat(Series.locals(Series.of("2026-01-30", "UTC", "FREQ=MONTHLY;BYDAY=-1FR"), 120))
        .allSatisfy(
            local -> {
              LocalDate day = LocalDate.parse(local);
              assertThat(day.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
              assertThat(day.plusWeeks(1).getMonth()).isNotEqualTo(day.getMonth());
            });
  }

  @Test
  void aStartThatTheRuleDoesNotMatchIsKeptAsTheStart() {
    Recurrence recurrence = Series.of("2026-03-02", "UTC", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR");

    // The week of Monday the 2nd is the first.
    assertThat(Series.locals(recurrence, 2)).containsExactly("2026-03-06", "2026-03-20");
  }

  @Test
  void anAncientStartCostsNoLoop() {
    // 70 million minutes since; what the search spends is bounded, and enough.
    Recurrence minutely = Series.of("1890-01-01T00:00", "UTC", "FREQ=MINUTELY");
    LocalDateTime now = LocalDateTime.parse("2026-11-21T12:00");

    assertThat(minutely.next(now + ":00").orElseThrow().local()).isEqualTo("2026-11-21T12:01:00");
    assertThat(minutely.lastBefore(Instant.parse("2026-11-21T12:00:00Z")).orElseThrow().local())
        .isEqualTo("2026-11-21T11:59:00");
  }

  @Test
  void aDayBeforeIsACalendarDay() {
    assertThat(
            Offset.parse("P1D")
                .before("2026-03-08T14:00:00", LocalClock.usual(ZoneId.of(NEW_YORK))))
        .isEqualTo(Instant.parse("2026-03-07T19:00:00Z"));
  }
}
