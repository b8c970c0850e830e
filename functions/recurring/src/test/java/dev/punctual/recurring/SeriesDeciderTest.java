package dev.punctual.recurring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.calendar.SeriesSchedule;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.IfPending;
import dev.punctual.contracts.LocalClock;
import dev.punctual.contracts.OnMissed;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Series.RelativeReminder;
import dev.punctual.contracts.SeriesStatus;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.event.DueEvent.RecurringDue;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRow.Progress;
import dev.punctual.store.TaskRows.Made;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeriesDeciderTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalClock CLOCK = LocalClock.usual(NEW_YORK);
  private static final Instant FRIDAY = Instant.parse("2026-03-06T19:00:00Z");

  private String rule = "FREQ=DAILY";
  private @Nullable String lead;
  private List<RelativeReminder> reminders = List.of();
  private Repeat repeat = Repeat.SCHEDULE;
  private IfPending ifPending = IfPending.SKIP;
  private OnMissed onMissed = OnMissed.LATEST;
  private SeriesStatus status = SeriesStatus.PENDING;

  @Test
  void theFirstOccurrenceBecomesATaskAndTheSeriesActive() {
    Advance.Moved moved = moved(FRIDAY.plusSeconds(1), null);

    assertThat(made(moved)).containsExactly("2026-03-06T14:00:00 pending");
    assertThat(moved.series().series().status()).isEqualTo(SeriesStatus.ACTIVE);
    assertThat(moved.series().progress())
        .isEqualTo(
            new Progress(
                "2026-03-06T14:00:00",
                "2026-03-07T14:00:00",
                Instant.parse("2026-03-07T19:00:00Z"),
                null,
                0,
                null,
                4));
    assertThat(moved.tasks().getFirst().task().tags()).containsExactly("work");
  }

  @Test
  void theRuleKeepsItsLocalTimeOverTheChangeOfClocks() {
    SeriesRow row = row();
    for (int day = 0; day < 2; day++) {
      row = moved(row, FRIDAY.plusSeconds(86_400L * day), TaskStatus.COMPLETED).series();
    }

    assertThat(row.progress().nextOccurrence()).isEqualTo("2026-03-08T14:00:00");
    assertThat(row.series().nextAt()).isEqualTo(Instant.parse("2026-03-08T18:00:00Z"));
  }

  @Test
  void aSpentRuleCompletesTheSeries() {
    rule = "FREQ=DAILY;COUNT=1";

    Advance.Moved moved = moved(FRIDAY, null);

    assertThat(moved.series().series().status()).isEqualTo(SeriesStatus.COMPLETED);
    assertThat(moved.series().series().nextAt()).isNull();
    assertThat(moved.series().progress().timerAt()).isNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING", "ACTIVE"})
  void anOpenPredecessorMakesASkippedRow(TaskStatus open) {
    assertThat(made(moved(FRIDAY, open))).containsExactly("2026-03-06T14:00:00 skipped");
  }

  @ParameterizedTest
  @EnumSource(names = {"COMPLETED", "CANCELLED"})
  void aPredecessorThatIsDoneWithMakesATask(TaskStatus done) {
    assertThat(made(moved(FRIDAY, done))).containsExactly("2026-03-06T14:00:00 pending");
  }

  @Test
  void aSeriesThatWantsItMakesATaskBesideAnOpenOne() {
    ifPending = IfPending.CREATE;

    assertThat(made(moved(FRIDAY, TaskStatus.PENDING)))
        .containsExactly("2026-03-06T14:00:00 pending");
  }

  @Test
  void skippedRowsCountInTheRule() {
    rule = "FREQ=MINUTELY;COUNT=3";

    Advance.Moved moved = moved(FRIDAY.plusSeconds(150), null);

    assertThat(made(moved))
        .containsExactly(
            "2026-03-06T14:00:00 pending",
            "2026-03-06T14:01:00 skipped",
            "2026-03-06T14:02:00 skipped");
    assertThat(moved.series().series().status()).isEqualTo(SeriesStatus.COMPLETED);
  }

  @Test
  void whatIsHandledWithinTheGraceIsNotMissed() {
    onMissed = OnMissed.SKIP;

    assertThat(made(moved(FRIDAY.plusSeconds(15 * 60), null)))
        .containsExactly("2026-03-06T14:00:00 pending");
    assertThat(made(moved(FRIDAY.plusSeconds(15 * 60 + 1), null)))
        .containsExactly("2026-03-06T14:00:00 skipped");
  }

  @Test
  void ofManyMissedTheLatestIsMade() {
    Advance.Moved moved = moved(FRIDAY.plusSeconds(86_400L * 10 + 3_600), null);

    // 14:00 is an hour earlier in UTC after the change of clocks.
    assertThat(made(moved)).containsExactly("2026-03-16T14:00:00 pending");
    assertThat(moved.series().progress().nextOccurrence()).isEqualTo("2026-03-17T14:00:00");
  }

  @Test
  void missedOnesThatAreToBeSkippedLeaveOneRow() {
    onMissed = OnMissed.SKIP;

    assertThat(made(moved(FRIDAY.plusSeconds(86_400L * 10 + 3_600), null)))
        .containsExactly("2026-03-16T14:00:00 skipped");
  }

  @Test
  void allThatWereMissedComeInPortions() {
    rule = "FREQ=MINUTELY";
    ifPending = IfPending.CREATE;
    onMissed = OnMissed.ALL;
    Instant now = FRIDAY.plusSeconds(86_400);

    Advance.Moved moved = moved(now, null);

    assertThat(moved.tasks()).hasSize(100);
    assertThat(moved.series().progress().timerAt()).isBefore(now);
    int made = 100;
    while (moved.series().progress().timerAt().isBefore(now)) {
      moved = moved(moved.series(), now, null);
      made += moved.tasks().size();
    }
    // 1,000 late ones, one row for the rest, and the 16 of the last 15 minutes.
    assertThat(made).isEqualTo(1_000 + 1 + 16);
    assertThat(moved.series().progress().madeLate()).isZero();
  }

  @Test
  void anOutageOfAYearCostsNoLoop() {
    rule = "FREQ=MINUTELY";

    Advance.Moved moved = moved(FRIDAY.plusSeconds(86_400L * 365), null);

    assertThat(made(moved)).hasSize(17).contains("2027-03-06T13:44:00 pending");
  }

  @Test
  void remindersComeWithTheTask() {
    rule = "FREQ=WEEKLY";
    reminders =
        List.of(
            RelativeReminder.before("PT15M"),
            RelativeReminder.before("P1D"),
            RelativeReminder.after("PT1H"));

    Advance.Moved moved = moved(FRIDAY.minusSeconds(86_400), null);

    assertThat(made(moved)).containsExactly("2026-03-06T14:00:00 pending");
    assertThat(moved.reminders())
        .extracting(row -> row.reminder().fireAt())
        .containsExactly(
            FRIDAY.minusSeconds(900), FRIDAY.minusSeconds(86_400), FRIDAY.plusSeconds(3_600));
    assertThat(moved.reminders().getLast().reminder().after()).isEqualTo("PT1H");
    assertThat(moved.reminders())
        .allSatisfy(
            row ->
                assertThat(row.reminder().taskId())
                    .isEqualTo(moved.tasks().getFirst().task().id()));
  }

  @Test
  void aTaskAppearsItsLeadBeforeItIsDue() {
    lead = "PT2H";

    assertThat(made(moved(FRIDAY.minusSeconds(7_200), null)))
        .containsExactly("2026-03-06T14:00:00 pending");
    assertThat(decide(row(), FRIDAY.minusSeconds(7_201), null, 4))
        .isInstanceOf(Advance.Ignored.class);
  }

  @Test
  void whatLiesBeforeTheNextOccurrenceIsNotMade() {
    Instant later = FRIDAY.plusSeconds(86_400L * 20);
    SeriesRow resumed =
        new SeriesRow(
            row().user(),
            row().series(),
            CLOCK,
            new Progress(
                "2026-03-06T14:00:00",
                "2026-03-26T14:00:00",
                later.minusSeconds(3_600),
                null,
                0,
                null,
                4));

    assertThat(made(moved(resumed, later, null))).containsExactly("2026-03-26T14:00:00 pending");
  }

  @Test
  void anEventOlderThanTheSeriesIsIgnored() {
    assertThat(decide(row(), FRIDAY, null, 3)).isInstanceOf(Advance.Ignored.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"PAUSED", "CANCELLED", "COMPLETED"})
  void aSeriesThatDoesNotRunIsLeftAlone(SeriesStatus still) {
    status = still;

    assertThat(decide(row(), FRIDAY, null, 4)).isInstanceOf(Advance.Ignored.class);
  }

  @Test
  void anOccurrenceThatWasDecidedIsLeftAlone() {
    Advance.Moved moved = moved(FRIDAY, null);

    assertThat(decide(moved.series(), FRIDAY.plusSeconds(1), TaskStatus.PENDING, 4))
        .isInstanceOf(Advance.Ignored.class);
  }

  @Test
  void whatAPersonTouchedBeforeItsTimeIsNotMadeAgain() {
    Advance.Moved moved =
        movedPast(
            row(), FRIDAY.plusSeconds(86_400), Map.of("2026-03-06T14:00:00", TaskStatus.COMPLETED));

    assertThat(made(moved)).containsExactly("2026-03-07T14:00:00 pending");
    assertThat(moved.series().progress().lastOccurrence()).isEqualTo("2026-03-07T14:00:00");
  }

  @Test
  void aTouchedOccurrenceThatIsOpenIsAnOpenPredecessor() {
    onMissed = OnMissed.ALL;

    assertThat(
            made(
                movedPast(
                    row(),
                    FRIDAY.plusSeconds(86_400),
                    Map.of("2026-03-06T14:00:00", TaskStatus.PENDING))))
        .containsExactly("2026-03-07T14:00:00 skipped");
    assertThat(
            made(
                movedPast(
                    row(),
                    FRIDAY.plusSeconds(86_400),
                    Map.of("2026-03-06T14:00:00", TaskStatus.SKIPPED))))
        .containsExactly("2026-03-07T14:00:00 pending");
  }

  @Test
  void repeatingFromCompletionNothingIsNextWhileOneIsOpen() {
    repeat = Repeat.COMPLETION;

    Advance.Moved moved = moved(FRIDAY.plusSeconds(1), null);

    assertThat(made(moved)).containsExactly("2026-03-06T14:00:00 pending");
    assertThat(moved.series().series().status()).isEqualTo(SeriesStatus.ACTIVE);
    assertThat(moved.series().series().nextAt()).isNull();
    assertThat(moved.series().progress())
        .isEqualTo(new Progress("2026-03-06T14:00:00", null, null, null, 0, null, 4));
  }

  @Test
  void repeatingFromCompletionTheNextIsTheOneThatWasCounted() {
    repeat = Repeat.COMPLETION;
    rule = "FREQ=DAILY;INTERVAL=3";
    // Done on Saturday evening: three days later is Tuesday, which the rule alone would not match.
    Instant done = Instant.parse("2026-03-08T01:00:00Z");
    Instant tuesday = Instant.parse("2026-03-10T18:00:00Z");
    SeriesRow row =
        with(new Progress("2026-03-06T14:00:00", "2026-03-10T14:00:00", tuesday, done, 0, null, 4));

    assertThat(made(moved(row, tuesday, TaskStatus.COMPLETED)))
        .containsExactly("2026-03-10T14:00:00 pending");
  }

  @Test
  void repeatingFromCompletionOneThatIsMissedAndSkippedCountsFromNow() {
    repeat = Repeat.COMPLETION;
    onMissed = OnMissed.SKIP;
    rule = "FREQ=DAILY;INTERVAL=3";
    Instant later = FRIDAY.plusSeconds(86_400);

    Advance.Moved moved = moved(later, null);

    assertThat(made(moved)).containsExactly("2026-03-06T14:00:00 skipped");
    assertThat(moved.series().progress().nextOccurrence()).isEqualTo("2026-03-10T14:00:00");
    assertThat(moved.series().progress().doneAt()).isEqualTo(later);
  }

  private SeriesRow with(Progress progress) {
    SeriesRow row = row();
    return new SeriesRow(row.user(), row.series(), row.clock(), progress);
  }

  private static Advance.Moved movedPast(
      SeriesRow row, Instant now, Map<String, TaskStatus> ahead) {
    return (Advance.Moved)
        new SeriesDecider(now, Uuid7::next)
            .decide(
                row,
                new Made(null, ahead),
                new RecurringDue(row.user(), row.series().id(), row.progress().revision(), now));
  }

  private Advance.Moved moved(Instant now, @Nullable TaskStatus latest) {
    return moved(row(), now, latest);
  }

  private static Advance.Moved moved(SeriesRow row, Instant now, @Nullable TaskStatus latest) {
    return (Advance.Moved) decide(row, now, latest, row.progress().revision());
  }

  private static Advance decide(
      SeriesRow row, Instant now, @Nullable TaskStatus latest, int revision) {
    return new SeriesDecider(now, Uuid7::next)
        .decide(
            row,
            new Made(latest, Map.of()),
            new RecurringDue(row.user(), row.series().id(), revision, now));
  }

  private static List<String> made(Advance.Moved moved) {
    return moved.tasks().stream()
        .map(row -> row.task().occurrence() + " " + row.task().status().wireName())
        .toList();
  }

  private SeriesRow row() {
    Series series =
        new Series(
            new SeriesId(Uuid7.next()),
            "Team sync",
            "",
            List.of("work"),
            Priority.HIGH,
            "2026-03-06T14:00",
            NEW_YORK.getId(),
            rule,
            List.of(),
            List.of(),
            lead,
            repeat,
            ifPending,
            onMissed,
            reminders,
            status,
            FRIDAY,
            "",
            FRIDAY,
            FRIDAY,
            1);
    Instant timerAt = SeriesSchedule.of(series, CLOCK).next(null).orElseThrow().timerAt();
    return new SeriesRow(
        new UserId(Uuid7.next()),
        series,
        CLOCK,
        new Progress(null, "2026-03-06T14:00:00", timerAt, null, 0, null, 4));
  }
}
