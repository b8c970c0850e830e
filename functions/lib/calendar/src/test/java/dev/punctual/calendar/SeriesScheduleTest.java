package dev.punctual.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.calendar.SeriesSchedule.Timed;
import dev.punctual.contracts.Due;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.IfPending;
import dev.punctual.contracts.LocalClock;
import dev.punctual.contracts.OnMissed;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Series.RelativeReminder;
import dev.punctual.contracts.SeriesStatus;
import dev.punctual.contracts.Uuid7;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesScheduleTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalClock CLOCK = LocalClock.usual(NEW_YORK);

  @Test
  void theTimerIsDueWithTheOccurrence() {
    var first = schedule("2026-03-06T14:00", "FREQ=DAILY", null).next(null).orElseThrow();

    assertThat(first.occurrence().at()).isEqualTo(Instant.parse("2026-03-06T19:00:00Z"));
    assertThat(first.timerAt()).isEqualTo(first.occurrence().at());
  }

  @Test
  void theLongerOfLeadAndEarliestReminderPullsTheTimerForward() {
    assertThat(timerAt("PT1H", "PT15M")).isEqualTo(Instant.parse("2026-03-09T17:00:00Z"));
    assertThat(timerAt("PT1H", "PT15M", "PT2H")).isEqualTo(Instant.parse("2026-03-09T16:00:00Z"));
  }

  @Test
  void anOccurrenceIsTheNextFromItself() {
    var schedule = schedule("2026-03-06T14:00", "FREQ=DAILY", null);

    assertThat(schedule.nextFrom("2026-03-08T14:00:00").orElseThrow().occurrence().local())
        .isEqualTo("2026-03-08T14:00:00");
    assertThat(schedule.nextFrom("2026-03-08T14:00:01").orElseThrow().occurrence().local())
        .isEqualTo("2026-03-09T14:00:00");
    assertThat(schedule("2026-03-06", "FREQ=DAILY", null).nextFrom("2026-03-08"))
        .hasValueSatisfying(next -> assertThat(next.occurrence().local()).isEqualTo("2026-03-08"));
  }

  @Test
  void aDayAheadIsACalendarDayAlsoOverTheChangeOfClocks() {
    // 2026-03-08 has 23 hours in New York: 14:00 the day before is EST.
    assertThat(timerAt("P2D")).isEqualTo(Instant.parse("2026-03-07T19:00:00Z"));
  }

  @Test
  void remindersOfADateCountFromNine() {
    var schedule = schedule("2026-03-09", null, null, "P1D");
    var only = schedule.next(null).orElseThrow();

    assertThat(only.timerAt()).isEqualTo(Instant.parse("2026-03-08T13:00:00Z"));
    assertThat(schedule.fireAt(only.occurrence(), RelativeReminder.before("P1D")))
        .isEqualTo(only.timerAt());
  }

  @Test
  void aTaskOfAGapIsDueAtTheTimeThatTheClocksShowed() {
    var schedule = schedule("2026-03-08T02:30", null, null);

    assertThat(schedule.due(schedule.next(null).orElseThrow().occurrence()))
        .isEqualTo(
            new Due(
                LocalDateTime.parse("2026-03-08T03:30"),
                null,
                NEW_YORK,
                Instant.parse("2026-03-08T07:30:00Z")));
  }

  @Test
  void aDateIsDueAtItsFirstMomentAndOverdueWhenItEnds() {
    var schedule = schedule("2026-03-08", null, null);
    Due due = schedule.due(schedule.next(null).orElseThrow().occurrence());

    assertThat(due)
        .isEqualTo(
            new Due(
                null,
                LocalDate.parse("2026-03-08"),
                NEW_YORK,
                Instant.parse("2026-03-08T05:00:00Z")));
    assertThat(Overdue.at(due)).isEqualTo(Instant.parse("2026-03-09T04:00:00Z"));
  }

  @Test
  void theLatestBeforeIsFoundAcrossYearsAndDenseMonths() {
    assertThat(latest("2016-01-01T08:00", "FREQ=MINUTELY", "2026-03-06T19:00:30Z"))
        .isEqualTo("2026-03-06T14:00:00");
    assertThat(latest("2016-01-01T08:00", "FREQ=MINUTELY;BYMONTH=1", "2026-12-06T19:00:30Z"))
        .isEqualTo("2026-01-31T23:59:00");
    assertThat(latest("2016-02-29T08:00", "FREQ=YEARLY", "2026-12-06T19:00:30Z"))
        .isEqualTo("2024-02-29T08:00:00");
  }

  @Test
  void nothingIsTheLatestBeforeWhenNothingLiesBetween() {
    var schedule = schedule("2026-03-06T14:00", "FREQ=DAILY", null);
    var first = schedule.next(null).orElseThrow().occurrence();

    assertThat(schedule.latestBefore(first.at().plusSeconds(60), first)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // done late in the evening of the 8th: the day counts, and the time of day is the start's
    "2026-03-06T14:00, FREQ=DAILY;INTERVAL=3, 2026-03-09T03:30:00Z, 2026-03-11T14:00:00",
    "2026-03-06T14:00, FREQ=WEEKLY, 2026-03-09T03:30:00Z, 2026-03-15T14:00:00",
    "2026-03-06T14:00, FREQ=MONTHLY, 2026-03-09T03:30:00Z, 2026-04-08T14:00:00",
    "2026-03-06T14:00, FREQ=WEEKLY;BYDAY=MO, 2026-03-09T03:30:00Z, 2026-03-09T14:00:00",
    "2026-03-06, FREQ=DAILY;INTERVAL=3, 2026-03-09T03:30:00Z, 2026-03-11",
    // from the minute on
    "2026-03-06T14:00, FREQ=HOURLY;INTERVAL=8, 2026-03-09T03:30:40Z, 2026-03-09T07:30:00"
  })
  void countsFromTheDayOfCompletion(String start, String rule, Instant done, String next) {
    assertThat(fromCompletion(start, rule).countedFrom(done).orElseThrow().next(null))
        .hasValueSatisfying(found -> assertThat(found.occurrence().local()).isEqualTo(next));
  }

  @Test
  void nothingIsCountedBehindTheEndOfTheRule() {
    assertThat(
            fromCompletion("2026-03-06T14:00", "FREQ=DAILY;UNTIL=20260310")
                .countedFrom(Instant.parse("2026-03-11T12:00:00Z")))
        .isEmpty();
  }

  @Test
  void theSummarySaysWhatIsCountedFrom() {
    assertThat(fromCompletion("2026-03-06T14:00", "FREQ=DAILY;INTERVAL=3").summary())
        .isEqualTo("every 3 days at 14:00, New York time, counted from when it was last done");
  }

  private static String latest(String start, String rule, String before) {
    var schedule = schedule(start, rule, null);
    var first = schedule.next(null).orElseThrow().occurrence();
    return schedule.latestBefore(Instant.parse(before), first).orElseThrow().occurrence().local();
  }

  @Test
  void aReminderAfterTheDueFollowsItAndMovesNoTimer() {
    Series series =
        series("2026-03-07T14:00", null, null, Repeat.SCHEDULE, List.of(), List.of(), "PT15M");
    RelativeReminder dayLater = RelativeReminder.after("P1D");
    RelativeReminder hoursLater = RelativeReminder.after("PT24H");
    SeriesSchedule schedule =
        SeriesSchedule.of(
            with(series, List.of(series.reminders().getFirst(), dayLater, hoursLater)), CLOCK);

    Timed only = schedule.next(null).orElseThrow();

    assertThat(only.timerAt()).isEqualTo(Instant.parse("2026-03-07T18:45:00Z"));
    // The clocks go forward in between: a day of the calendar has 23 hours.
    assertThat(schedule.fireAt(only.occurrence(), dayLater))
        .isEqualTo(Instant.parse("2026-03-08T18:00:00Z"));
    assertThat(schedule.fireAt(only.occurrence(), hoursLater))
        .isEqualTo(Instant.parse("2026-03-08T19:00:00Z"));
  }

  private static Series with(Series series, List<RelativeReminder> reminders) {
    return new Series(
        series.id(),
        series.title(),
        series.notes(),
        series.tags(),
        series.priority(),
        series.start(),
        series.zone(),
        series.rule(),
        series.exdates(),
        series.rdates(),
        series.lead(),
        series.repeat(),
        series.ifPending(),
        series.onMissed(),
        reminders,
        series.status(),
        series.nextAt(),
        series.summary(),
        series.createdAt(),
        series.updatedAt(),
        series.version());
  }

  private static Instant timerAt(String lead, String... reminders) {
    return schedule("2026-03-09T14:00", null, lead, reminders).next(null).orElseThrow().timerAt();
  }

  private static SeriesSchedule schedule(
      String start, @Nullable String rule, @Nullable String lead, String... reminders) {
    return SeriesSchedule.of(
        series(start, rule, lead, Repeat.SCHEDULE, List.of(), List.of(), reminders), CLOCK);
  }

  static Series series(String start, String rule, List<String> exdates, List<String> rdates) {
    return series(start, rule, null, Repeat.SCHEDULE, exdates, rdates);
  }

  private static SeriesSchedule fromCompletion(String start, String rule) {
    return SeriesSchedule.of(
        series(start, rule, null, Repeat.COMPLETION, List.of(), List.of()), CLOCK);
  }

  private static Series series(
      String start,
      @Nullable String rule,
      @Nullable String lead,
      Repeat repeat,
      List<String> exdates,
      List<String> rdates,
      String... reminders) {
    Instant created = Instant.parse("2026-03-01T00:00:00Z");
    return new Series(
        new SeriesId(Uuid7.next()),
        "Team sync",
        "",
        List.of(),
        Priority.MEDIUM,
        start,
        NEW_YORK.getId(),
        rule,
        exdates,
        rdates,
        lead,
        repeat,
        IfPending.SKIP,
        OnMissed.LATEST,
        Arrays.stream(reminders).map(RelativeReminder::before).toList(),
        SeriesStatus.PENDING,
        null,
        "",
        created,
        created,
        1);
  }
}
