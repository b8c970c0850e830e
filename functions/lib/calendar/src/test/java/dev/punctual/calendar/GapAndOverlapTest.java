package dev.punctual.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days on which clocks change. */
class GapAndOverlapTest {

  private static final String NEW_YORK = "America/New_York";

  @Test
  void dailyRuleMovesForwardInTheGapAndKeepsItsTimeAfterwards() {
    assertThat(Series.of("2026-03-07T02:30", NEW_YORK, "FREQ=DAILY").take(null, 3))
        .containsExactly(
            new Occurrence(
                "2026-03-07T02:30:00", Instant.parse("2026-03-07T07:30:00Z"), ZoneShift.NONE),
            new Occurrence(
                "2026-03-08T02:30:00", Instant.parse("2026-03-08T07:30:00Z"), ZoneShift.GAP),
            new Occurrence(
                "2026-03-09T02:30:00", Instant.parse("2026-03-09T06:30:00Z"), ZoneShift.NONE));
  }

  @Test
  void dailyRuleTakesTheFirstOfTwoOverlappingTimes() {
    assertThat(Series.of("2026-10-31T01:30", NEW_YORK, "FREQ=DAILY").take(null, 3))
        .containsExactly(
            new Occurrence(
                "2026-10-31T01:30:00", Instant.parse("2026-10-31T05:30:00Z"), ZoneShift.NONE),
            new Occurrence(
                "2026-11-01T01:30:00", Instant.parse("2026-11-01T05:30:00Z"), ZoneShift.OVERLAP),
            new Occurrence(
                "2026-11-02T01:30:00", Instant.parse("2026-11-02T06:30:00Z"), ZoneShift.NONE));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-28T02:30, 2026-03-28T01:30:00Z, 2026-03-29T01:30:00Z, 2026-03-30T00:30:00Z",
    "Europe/Berlin, 2026-10-24T02:30, 2026-10-24T00:30:00Z, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
    "Australia/Lord_Howe, 2026-10-03T02:15, 2026-10-02T15:45:00Z, 2026-10-03T15:45:00Z, 2026-10-04T15:15:00Z",
    "Australia/Lord_Howe, 2026-04-04T01:45, 2026-04-03T14:45:00Z, 2026-04-04T14:45:00Z, 2026-04-05T15:15:00Z"
  })
  void dailyRuleKeepsItsWallTimeAcrossTheChange(
      String zone, String start, Instant before, Instant on, Instant after) {
    assertThat(Series.instants(Series.of(start, zone, "FREQ=DAILY"), 3))
        .containsExactly(before, on, after);
  }

  @Test
  void hourlyRuleDropsTheMovedOccurrenceThatMeetsTheNext() {
    assertThat(Series.of("2026-03-08T01:30", NEW_YORK, "FREQ=HOURLY").take(null, 3))
        .containsExactly(
            new Occurrence(
                "2026-03-08T01:30:00", Instant.parse("2026-03-08T06:30:00Z"), ZoneShift.NONE),
            new Occurrence(
                "2026-03-08T03:30:00", Instant.parse("2026-03-08T07:30:00Z"), ZoneShift.NONE),
            new Occurrence(
                "2026-03-08T04:30:00", Instant.parse("2026-03-08T08:30:00Z"), ZoneShift.NONE));
  }

  @Test
  void minutelyRuleStepsOverTheGap() {
    assertThat(Series.locals(Series.of("2026-03-08T01:58", NEW_YORK, "FREQ=MINUTELY"), 4))
        .containsExactly(
            "2026-03-08T01:58:00",
            "2026-03-08T01:59:00",
            "2026-03-08T03:00:00",
            "2026-03-08T03:01:00");
  }

  @Test
  void movedOccurrencesStayUntilOneMeetsOrPassesALaterOne() {
    Recurrence recurrence =
        Series.of(
            "2026-03-08T00:00",
            NEW_YORK,
            "FREQ=DAILY",
            List.of(),
            List.of(
                "2026-03-08T02:00:00",
                "2026-03-08T02:20:00",
                "2026-03-08T02:40:00",
                "2026-03-08T03:30:00"));

    assertThat(recurrence.take(null, 5))
        .extracting(Occurrence::local, Occurrence::at)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "2026-03-08T00:00:00", Instant.parse("2026-03-08T05:00:00Z")),
            org.assertj.core.groups.Tuple.tuple(
                "2026-03-08T02:00:00", Instant.parse("2026-03-08T07:00:00Z")),
            org.assertj.core.groups.Tuple.tuple(
                "2026-03-08T02:20:00", Instant.parse("2026-03-08T07:20:00Z")),
            org.assertj.core.groups.Tuple.tuple(
                "2026-03-08T03:30:00", Instant.parse("2026-03-08T07:30:00Z")),
            org.assertj.core.groups.Tuple.tuple(
                "2026-03-09T00:00:00", Instant.parse("2026-03-09T04:00:00Z")));
  }

  @Test
  void leavingOutTheOneThatWasMetDoesNotBringTheMovedOneBack() {
    Recurrence recurrence =
        Series.of(
            "2026-03-08T01:30", NEW_YORK, "FREQ=HOURLY", List.of("2026-03-08T03:30:00"), List.of());

    assertThat(Series.locals(recurrence, 2))
        .containsExactly("2026-03-08T01:30:00", "2026-03-08T04:30:00");
  }

  @Test
  void minutelyRuleRunsThroughTheFirstPassOfAnOverlapOnly() {
    Recurrence recurrence = Series.of("2026-11-01T00:59", NEW_YORK, "FREQ=MINUTELY");
    List<Occurrence> found = recurrence.take(null, 63);

    assertThat(found.subList(0, 2))
        .extracting(Occurrence::at)
        .containsExactly(
            Instant.parse("2026-11-01T04:59:00Z"), Instant.parse("2026-11-01T05:00:00Z"));
    assertThat(found.get(60))
        .isEqualTo(
            new Occurrence(
                "2026-11-01T01:59:00", Instant.parse("2026-11-01T05:59:00Z"), ZoneShift.OVERLAP));
    assertThat(found.get(61))
        .isEqualTo(
            new Occurrence(
                "2026-11-01T02:00:00", Instant.parse("2026-11-01T07:00:00Z"), ZoneShift.NONE));
    assertThat(recurrence.nextAfter(Instant.parse("2026-11-01T06:15:00Z"))).contains(found.get(61));
    assertThat(recurrence.nextAfter(Instant.parse("2026-11-01T05:15:00Z")))
        .hasValueSatisfying(next -> assertThat(next.local()).isEqualTo("2026-11-01T01:16:00"));
  }

  @Test
  void hourlyRuleIsSilentForTwoHoursInAnOverlap() {
    List<Instant> found =
        Series.instants(Series.of("2026-11-01T01:30", NEW_YORK, "FREQ=HOURLY"), 2);

    assertThat(Duration.between(found.get(0), found.get(1))).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void halfHourGapDropsOnlyWhatItMovesOntoTheNext() {
    assertThat(
            Series.locals(
                Series.of("2026-10-04T01:45", "Australia/Lord_Howe", "FREQ=MINUTELY;INTERVAL=15"),
                4))
        .containsExactly(
            "2026-10-04T01:45:00",
            "2026-10-04T02:30:00",
            "2026-10-04T02:45:00",
            "2026-10-04T03:00:00");
  }

  @Test
  void dailyRuleLosesTheDayThatItsZoneLeftOut() {
    assertThat(Series.of("2011-12-29T10:00", "Pacific/Apia", "FREQ=DAILY").take(null, 3))
        .containsExactly(
            new Occurrence(
                "2011-12-29T10:00:00", Instant.parse("2011-12-29T20:00:00Z"), ZoneShift.NONE),
            new Occurrence(
                "2011-12-31T10:00:00", Instant.parse("2011-12-30T20:00:00Z"), ZoneShift.NONE),
            new Occurrence(
                "2012-01-01T10:00:00", Instant.parse("2011-12-31T20:00:00Z"), ZoneShift.NONE));
  }

  @Test
  void weeklyRuleMovesFromTheDayThatItsZoneLeftOutToTheNext() {
    assertThat(Series.of("2011-12-23T10:00", "Pacific/Apia", "FREQ=WEEKLY").take(null, 3))
        .containsExactly(
            new Occurrence(
                "2011-12-23T10:00:00", Instant.parse("2011-12-23T20:00:00Z"), ZoneShift.NONE),
            new Occurrence(
                "2011-12-30T10:00:00", Instant.parse("2011-12-30T20:00:00Z"), ZoneShift.GAP),
            new Occurrence(
                "2012-01-06T10:00:00", Instant.parse("2012-01-05T20:00:00Z"), ZoneShift.NONE));
  }

  @Test
  void dateOnlyRulesTreatTheMissingDayTheSameWay() {
    assertThat(Series.locals(Series.of("2011-12-29", "Pacific/Apia", "FREQ=DAILY"), 3))
        .containsExactly("2011-12-29", "2011-12-31", "2012-01-01");
    assertThat(Series.of("2011-12-30", "Pacific/Apia", "FREQ=WEEKLY").next(null))
        .contains(
            new Occurrence("2011-12-30", Instant.parse("2011-12-30T10:00:00Z"), ZoneShift.GAP));
  }

  @Test
  void dateOnlyRuleBeginsWithTheDayWhenMidnightDoesNotExist() {
    assertThat(Series.of("2018-11-03", "America/Sao_Paulo", "FREQ=DAILY").take(null, 3))
        .containsExactly(
            new Occurrence("2018-11-03", Instant.parse("2018-11-03T03:00:00Z"), ZoneShift.NONE),
            new Occurrence("2018-11-04", Instant.parse("2018-11-04T03:00:00Z"), ZoneShift.GAP),
            new Occurrence("2018-11-05", Instant.parse("2018-11-05T02:00:00Z"), ZoneShift.NONE));
  }

  @ParameterizedTest
  @CsvSource({
    // the moment before, at and after the instant to which the gap moved 02:30
    "2026-03-08T06:59:59Z, 2026-03-08T02:30:00",
    "2026-03-08T07:00:00Z, 2026-03-08T02:30:00",
    "2026-03-08T07:29:59Z, 2026-03-08T02:30:00",
    "2026-03-08T07:30:00Z, 2026-03-09T02:30:00",
    "2026-03-08T07:30:01Z, 2026-03-09T02:30:00"
  })
  void findsAMovedOccurrenceByItsInstant(Instant instant, String local) {
    assertThat(Series.of("2020-01-01T02:30", NEW_YORK, "FREQ=DAILY").nextAfter(instant))
        .hasValueSatisfying(next -> assertThat(next.local()).isEqualTo(local));
  }

  @Test
  void countCountsADroppedOccurrence() {
    assertThat(Series.locals(Series.of("2026-03-08T01:30", NEW_YORK, "FREQ=HOURLY;COUNT=3"), 9))
        .containsExactly("2026-03-08T01:30:00", "2026-03-08T03:30:00");
  }
}
