package dev.punctual.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Dates left out of a series and dates added to it. */
class ExceptionsTest {

  private static final String START = "2026-03-06T14:00";
  private static final String ZONE = "America/New_York";
  private static final String FRIDAYS = "FREQ=WEEKLY;BYDAY=FR;COUNT=3";

  @Test
  void leftOutDatesDoNotOccurButAreCounted() {
    assertThat(locals(FRIDAYS, List.of("2026-03-13T14:00:00"), List.of()))
        .containsExactly("2026-03-06T14:00:00", "2026-03-20T14:00:00");
  }

  @Test
  void leftOutDatesThatNeverOccurChangeNothing() {
    assertThat(locals(FRIDAYS, List.of("2026-03-13T14:00:01", "2026-03-14T14:00:00"), List.of()))
        .hasSize(3);
  }

  @Test
  void addedDatesOccurInOrderAndAreNotCounted() {
    assertThat(
            locals(
                FRIDAYS,
                List.of(),
                List.of("2026-04-01T09:00:00", "2026-03-07T08:15:00", "2026-03-01T10:00:00")))
        .containsExactly(
            "2026-03-01T10:00:00",
            "2026-03-06T14:00:00",
            "2026-03-07T08:15:00",
            "2026-03-13T14:00:00",
            "2026-03-20T14:00:00",
            "2026-04-01T09:00:00");
  }

  @Test
  void addedDateThatTheRuleMatchesOccursOnce() {
    assertThat(locals(FRIDAYS, List.of(), List.of("2026-03-13T14:00", "2026-03-13T14:00:00")))
        .hasSize(3);
  }

  @Test
  void leavingOutWinsOverAdding() {
    assertThat(locals(FRIDAYS, List.of("2026-03-10T09:00:00"), List.of("2026-03-10T09:00:00")))
        .hasSize(3);
  }

  @Test
  void datesCanBeAddedToASingleOccurrence() {
    assertThat(locals(null, List.of(START), List.of("2026-05-01T09:00", "2026-04-01T09:00")))
        .containsExactly("2026-04-01T09:00:00", "2026-05-01T09:00:00");
  }

  @Test
  void leavingOutEverythingLeavesNothing() {
    assertThat(locals("FREQ=DAILY;COUNT=1", List.of(START), List.of())).isEmpty();
  }

  @Test
  void dateOnlySeriesHaveDateOnlyExceptions() {
    Recurrence recurrence =
        Series.of(
            "2026-03-06", ZONE, "FREQ=DAILY;COUNT=3", List.of("2026-03-07"), List.of("2026-03-20"));

    assertThat(Series.locals(recurrence, 9))
        .containsExactly("2026-03-06", "2026-03-08", "2026-03-20");
  }

  @Test
  void nextGoesOnFromADateThatWasLeftOut() {
    Recurrence recurrence =
        Series.of(START, ZONE, FRIDAYS, List.of("2026-03-13T14:00:00"), List.of());

    assertThat(recurrence.next("2026-03-13T14:00:00"))
        .hasValueSatisfying(next -> assertThat(next.local()).isEqualTo("2026-03-20T14:00:00"));
  }

  private static List<String> locals(String rule, List<String> exdates, List<String> rdates) {
    return Series.locals(Series.of(START, ZONE, rule, exdates, rdates), 99);
  }
}
