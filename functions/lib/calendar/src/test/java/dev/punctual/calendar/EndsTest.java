package dev.punctual.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a rule ends: UNTIL in its three forms, COUNT. */
class EndsTest {

  private static final String NEW_YORK = "America/New_York";

  @ParameterizedTest
  @CsvSource({
    // in UTC: 2026-03-09T02:00Z is still March 8 in New York
    "20260309T020000Z, 2026-03-08",
    "20260308T180000Z, 2026-03-08",
    "20260308T175959Z, 2026-03-07",
    // March 7 is in winter time: 14:00 is 19:00Z
    "20260307T190000Z, 2026-03-07",
    "20260307T185959Z, 2026-03-06",
    // local
    "20260308T140000, 2026-03-08",
    "20260308T135959, 2026-03-07",
    // through that day
    "20260308, 2026-03-08"
  })
  void lastOccurrenceIsTheLastOneNotAfterUntil(String until, String last) {
    List<String> found =
        Series.locals(Series.of("2026-03-06T14:00", NEW_YORK, "FREQ=DAILY;UNTIL=" + until), 10);

    assertThat(found.getLast()).isEqualTo(last + "T14:00:00");
  }

  @ParameterizedTest
  @CsvSource({
    "20260308, 2026-03-08",
    "20260308T000000, 2026-03-08",
    "20260308T120000, 2026-03-08",
    // March 8 begins at 05:00Z
    "20260308T050000Z, 2026-03-08",
    "20260308T045959Z, 2026-03-07"
  })
  void dateOnlyRuleEndsOnTheDayOfUntil(String until, String last) {
    List<String> found =
        Series.locals(Series.of("2026-03-06", NEW_YORK, "FREQ=DAILY;UNTIL=" + until), 10);

    assertThat(found.getLast()).isEqualTo(last);
  }

  @Test
  void untilInTheSecondPassOfAnOverlapIncludesAllOfTheFirst() {
    List<String> found =
        Series.locals(
            Series.of(
                "2026-11-01T01:00", NEW_YORK, "FREQ=MINUTELY;INTERVAL=20;UNTIL=20261101T061000Z"),
            10);

    assertThat(found)
        .containsExactly("2026-11-01T01:00:00", "2026-11-01T01:20:00", "2026-11-01T01:40:00");
  }

  @Test
  void startIsNoOccurrenceUnlessItMatches() {
    assertThat(
            Series.locals(
                Series.of("2026-03-04T14:00", NEW_YORK, "FREQ=WEEKLY;BYDAY=FR;COUNT=2"), 9))
        .containsExactly("2026-03-06T14:00:00", "2026-03-13T14:00:00");
  }

  @Test
  void timesOfTheFirstDayBeforeTheStartAreNoMatches() {
    assertThat(
            Series.locals(
                Series.of("2026-03-04T14:00", NEW_YORK, "FREQ=DAILY;BYHOUR=9,17;COUNT=3"), 9))
        .containsExactly("2026-03-04T17:00:00", "2026-03-05T09:00:00", "2026-03-05T17:00:00");
  }

  @ParameterizedTest
  @CsvSource({
    "FREQ=DAILY;COUNT=400, 2027-01-31T14:00:00",
    "FREQ=YEARLY;COUNT=7975, 9999-12-28T14:00:00",
    "FREQ=HOURLY;COUNT=10000, 2027-02-18T05:00:00",
    "FREQ=MINUTELY;COUNT=10000, 2026-01-04T12:39:00",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1;COUNT=1000, 2109-04-01T14:00:00"
  })
  void countsToTheEnd(String rule, String last) {
    Recurrence recurrence = Series.of("2025-12-28T14:00", "UTC", rule);

    assertThat(recurrence.next(last)).isEmpty();
    assertThat(recurrence.between(java.time.Instant.parse(last + "Z"), java.time.Instant.MAX, 9))
        .extracting(Occurrence::local)
        .containsExactly(last);
  }

  @Test
  void noRuleIsASingleOccurrence() {
    Recurrence recurrence = Series.of("2026-03-06T14:00", NEW_YORK, null);

    assertThat(Series.locals(recurrence, 9)).containsExactly("2026-03-06T14:00:00");
    assertThat(recurrence.next("2026-03-06T14:00:00")).isEmpty();
  }

  @Test
  void everyRuleEndsWithTheYear9999() {
    assertThat(Series.locals(Series.of("9999-12-30", "UTC", "FREQ=DAILY"), 9))
        .containsExactly("9999-12-30", "9999-12-31");
    assertThat(Series.locals(Series.of("9999-12-31T22:30", NEW_YORK, "FREQ=HOURLY"), 9))
        .containsExactly("9999-12-31T22:30:00", "9999-12-31T23:30:00");
  }
}
