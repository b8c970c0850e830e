package dev.punctual.gateway.series;

import static dev.punctual.contracts.event.Samples.SERIES_ID;
import static dev.punctual.contracts.event.Samples.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.LocalClock;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Series.RelativeReminder;
import dev.punctual.contracts.SeriesStatus;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.http.MergePatches;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.series.SeriesCommand.Cancel;
import dev.punctual.gateway.series.SeriesCommand.Create;
import dev.punctual.gateway.series.SeriesCommand.Edit;
import dev.punctual.gateway.series.SeriesCommand.Follow;
import dev.punctual.gateway.series.SeriesCommand.Pause;
import dev.punctual.gateway.series.SeriesCommand.Resume;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRow.Progress;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesDeciderTest {
  private static final LocalClock CLOCK = LocalClock.usual(ZoneId.of("America/New_York"));

  /** Tuesday, 03:00 in New York. */
  private static final Instant NOW = Instant.parse("2026-03-03T08:00:00Z");

  private static final String FRIDAYS = "FREQ=WEEKLY;BYDAY=FR";

  @Test
  void aNewSeriesWaitsForItsFirstOccurrence() {
    SeriesRow row = created("2026-03-06T14:00", FRIDAYS);

    assertThat(row.series().status()).isEqualTo(SeriesStatus.PENDING);
    assertThat(row.series().nextAt()).isEqualTo("2026-03-06T19:00:00Z");
    assertThat(row.series().version()).isEqualTo(1);
    assertThat(row.progress())
        .isEqualTo(
            new Progress(
                null,
                "2026-03-06T14:00:00",
                Instant.parse("2026-03-06T19:00:00Z"),
                null,
                0,
                null,
                1));
  }

  @Test
  void occurrencesThatHavePassedAreNotMadeButCounted() {
    SeriesRow row = created("2026-02-06T14:00", FRIDAYS + ";COUNT=5");

    assertThat(row.progress().nextOccurrence()).isEqualTo("2026-03-06T14:00:00");
    rejects(create("2026-02-06T14:00", FRIDAYS + ";COUNT=4"), ProblemCode.NOTHING_TO_COME, "rule");
    rejects(create("2026-02-06T14:00", null), ProblemCode.NOTHING_TO_COME, "start");
  }

  @Test
  void anOccurrenceOfThisVeryMomentIsStillToCome() {
    assertThat(created("2026-03-03T03:00", null).progress().nextOccurrence())
        .isEqualTo("2026-03-03T03:00:00");
  }

  @Test
  void theTimerIsDueAheadByTheLongerOfLeadAndEarliestReminder() {
    SeriesDraft draft =
        patched(
            draft("2026-03-06T14:00", FRIDAYS),
            "{\"lead\":\"PT1H\",\"reminders\":[{\"before\":\"PT15M\"},{\"before\":\"P1D\"}]}");
    SeriesRow row = decide(new Create(USER, SERIES_ID, draft, CLOCK)).orRefuse();

    assertThat(row.progress().timerAt()).isEqualTo("2026-03-05T19:00:00Z");
    assertThat(row.series().nextAt()).isEqualTo("2026-03-06T19:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"rule\":\"FREQ=DAILY;INTERVAL=0\"} | INVALID_INTERVAL | rule",
        "{\"rule\":\"FREQ=SECONDLY\"} | SUB_MINUTE | rule",
        "{\"rule\":\"FREQ=DAILY;COUNT=2;UNTIL=20270101\"} | COUNT_WITH_UNTIL | rule",
        "{\"rule\":\"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\"} | NO_MATCH | rule",
        "{\"rule\":\"every day\"} | INVALID_RULE | rule",
        "{\"start\":\"tomorrow\"} | INVALID_START | start",
        "{\"zone\":\"Mars/Olympus\"} | UNKNOWN_ZONE | zone",
        "{\"exdates\":[\"2026-03-06\"]} | INVALID_EXDATE | exdates",
        "{\"rdates\":[\"x\"]} | INVALID_RDATE | rdates",
        "{\"lead\":\"a day\"} | INVALID_OFFSET | lead",
        "{\"reminders\":[{\"before\":\"P1D\"},{\"before\":\"-P1D\"}]} | INVALID_OFFSET | reminders[1].before",
        "{\"repeat\":\"completion\",\"rule\":null} | INVALID_RULE | rule",
        "{\"repeat\":\"completion\",\"rule\":\"FREQ=DAILY;COUNT=3\"} | INVALID_COUNT | rule",
        "{\"title\":\" \"} | EMPTY | title",
      })
  void create_refuses(String patch, ProblemCode code, String field) {
    SeriesDraft draft = patched(draft("2026-03-06T14:00", FRIDAYS), patch);

    rejects(decide(new Create(USER, SERIES_ID, draft, CLOCK)), code, field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"rule\":\"FREQ=DAILY\"}",
        "{\"rule\":null}",
        "{\"start\":\"2026-03-07T14:00\"}",
        "{\"zone\":\"Europe/Berlin\"}",
        "{\"exdates\":[\"2026-03-06T14:00\"]}",
        "{\"rdates\":[\"2026-03-07T14:00\"]}",
        "{\"lead\":\"P1D\"}",
        "{\"reminders\":[{\"before\":\"PT5M\"}]}",
      })
  void edit_revisionMovesWithTheTimer(String patch) {
    SeriesRow before = created("2026-03-06T14:00", FRIDAYS);
    SeriesRow after = edited(before, patch, NOW);

    assertThat(after.progress().revision()).isEqualTo(before.progress().revision() + 1);
    assertThat(after.series().version()).isEqualTo(before.series().version() + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"title\":\"other\"}",
        "{\"notes\":\"n\"}",
        "{\"tags\":[\"x\"]}",
        "{\"priority\":\"low\"}",
        "{\"ifPending\":\"create\"}",
        "{\"onMissed\":\"all\"}",
      })
  void edit_ofWordsLeavesRevisionAndTimer(String patch) {
    SeriesRow before = created("2026-03-06T14:00", FRIDAYS);
    SeriesRow after = edited(before, patch, NOW);

    assertThat(after.progress()).isEqualTo(before.progress());
    assertThat(after.series().version()).isEqualTo(before.series().version() + 1);
  }

  @Test
  void anEditThatChangesNothingIsNone() {
    SeriesRow row = created("2026-03-06T14:00", FRIDAYS);

    assertThat(edited(row, "{\"title\":\"Team sync\"}", NOW)).isEqualTo(row);
  }

  @Test
  void afterAnEditWhatIsOwedComesFirst() {
    SeriesRow row = created("2026-03-06T14:00", FRIDAYS);
    Instant claimed = Instant.parse("2026-03-06T19:00:01Z");

    SeriesRow after = edited(row, "{\"lead\":\"PT1H\"}", claimed);

    assertThat(after.progress().nextOccurrence()).isEqualTo("2026-03-06T14:00:00");
    assertThat(after.progress().timerAt()).isEqualTo("2026-03-06T18:00:00Z");
  }

  @Test
  void aRuleThatIsNewTodayMakesNoOccurrencesOfYesterday() {
    SeriesRow row = decidedUpTo("2026-02-27T14:00:00", created("2026-02-06T14:00", FRIDAYS));

    SeriesRow after = edited(row, "{\"rule\":\"FREQ=DAILY\"}", NOW);

    assertThat(after.progress().nextOccurrence()).isEqualTo("2026-03-03T14:00:00");
    assertThat(after.progress().lastOccurrence()).isEqualTo("2026-02-27T14:00:00");
  }

  @Test
  void whatIsDecidedAheadOfItsTimeIsNotDecidedAgain() {
    SeriesRow row = decidedUpTo("2026-03-06T14:00:00", created("2026-02-06T14:00", FRIDAYS));

    SeriesRow after = edited(row, "{\"lead\":\"P2D\"}", NOW);

    assertThat(after.progress().nextOccurrence()).isEqualTo("2026-03-13T14:00:00");
  }

  @Test
  void aPausedSeriesHasNothingToComeAndGoesOnFromNow() {
    SeriesRow row = created("2026-03-03T14:00", "FREQ=DAILY");
    SeriesRow paused = decide(new Pause(row)).orRefuse();

    assertThat(paused.series().status()).isEqualTo(SeriesStatus.PAUSED);
    assertThat(paused.series().nextAt()).isNull();
    assertThat(paused.progress())
        .isEqualTo(new Progress(null, null, null, null, 0, SeriesStatus.PENDING, 2));
    SeriesRow resumed =
        SeriesDecider.decide(new Resume(paused), Instant.parse("2026-03-10T19:00:01Z")).orRefuse();
    assertThat(resumed.series().status()).isEqualTo(SeriesStatus.PENDING);
    assertThat(resumed.progress().nextOccurrence()).isEqualTo("2026-03-11T14:00:00");
    assertThat(resumed.progress().pausedFrom()).isNull();
    assertThat(resumed.progress().revision()).isEqualTo(3);
  }

  @Test
  void aPausedSeriesStaysPausedWhenItsRuleIsEdited() {
    SeriesRow paused = decide(new Pause(created("2026-03-06T14:00", FRIDAYS))).orRefuse();

    SeriesRow after = edited(paused, "{\"rule\":\"FREQ=DAILY\"}", NOW);

    assertThat(after.series().status()).isEqualTo(SeriesStatus.PAUSED);
    assertThat(after.progress())
        .isEqualTo(new Progress(null, null, null, null, 0, SeriesStatus.PENDING, 3));
    assertThat(after.series().summary()).startsWith("every day");
  }

  @Test
  void aSeriesWhoseRuleWasSpentWhilePausedCannotBeResumed() {
    SeriesRow paused = decide(new Pause(created("2026-03-06T14:00", null))).orRefuse();

    rejects(
        SeriesDecider.decide(new Resume(paused), Instant.parse("2026-04-01T00:00:00Z")),
        ProblemCode.NOTHING_TO_COME,
        "start");
  }

  @Test
  void cancellingIsForGood() {
    SeriesRow cancelled = decide(new Cancel(created("2026-03-06T14:00", FRIDAYS))).orRefuse();

    assertThat(cancelled.series().status()).isEqualTo(SeriesStatus.CANCELLED);
    assertThat(cancelled.progress()).isEqualTo(new Progress(null, null, null, null, 0, null, 2));
    assertThat(decide(new Cancel(cancelled))).isEqualTo(new Accepted<>(cancelled));
    rejects(decide(new Pause(cancelled)), ProblemCode.WRONG_STATE, "status");
    rejects(decide(new Resume(cancelled)), ProblemCode.WRONG_STATE, "status");
    rejects(edit(cancelled, "{\"rule\":\"FREQ=DAILY\"}", NOW), ProblemCode.WRONG_STATE, "status");
    assertThat(edited(cancelled, "{\"title\":\"x\"}", NOW).series().title()).isEqualTo("x");
  }

  @Test
  void whatIsSoAlreadyChangesNothing() {
    SeriesRow row = created("2026-03-06T14:00", FRIDAYS);
    SeriesRow paused = decide(new Pause(row)).orRefuse();

    assertThat(decide(new Resume(row))).isEqualTo(new Accepted<>(row));
    assertThat(decide(new Pause(paused))).isEqualTo(new Accepted<>(paused));
  }

  @Test
  void aSeriesFollowsThePersonsZone() {
    SeriesRow row = created("2026-03-06T14:00", FRIDAYS);

    SeriesRow after =
        decide(new Follow(row, LocalClock.usual(ZoneId.of("Europe/Berlin")))).orRefuse();

    assertThat(after.series().nextAt()).isEqualTo("2026-03-06T13:00:00Z");
    assertThat(after.series().summary()).contains("Berlin");
    assertThat(after.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(after.progress().revision()).isEqualTo(2);
  }

  @Test
  void movingWestwardsDoesNotRepeatWhatIsDecided() {
    SeriesRow row = decidedUpTo("2026-03-03T02:00:00", created("2026-02-03T02:00", "FREQ=DAILY"));

    SeriesRow west =
        decide(new Follow(row, LocalClock.usual(ZoneId.of("America/Los_Angeles")))).orRefuse();

    // 02:00 of the same day is still to come there.
    assertThat(west.progress().nextOccurrence()).isEqualTo("2026-03-04T02:00:00");
  }

  private static SeriesRow decidedUpTo(String last, SeriesRow row) {
    return new SeriesRow(
        row.user(),
        row.series(),
        row.clock(),
        new Progress(
            last,
            row.progress().nextOccurrence(),
            row.progress().timerAt(),
            null,
            0,
            null,
            row.progress().revision()));
  }

  private static SeriesRow created(String start, @Nullable String rule) {
    return create(start, rule).orRefuse();
  }

  private static Decision<SeriesRow> create(String start, @Nullable String rule) {
    return decide(new Create(USER, SERIES_ID, draft(start, rule), CLOCK));
  }

  private static SeriesRow edited(SeriesRow row, String patch, Instant now) {
    return edit(row, patch, now).orRefuse();
  }

  private static Decision<SeriesRow> edit(SeriesRow row, String patch, Instant now) {
    Series series = row.series();
    return SeriesDecider.decide(new Edit(row, patched(SeriesDraft.of(series), patch), CLOCK), now);
  }

  private static Decision<SeriesRow> decide(SeriesCommand command) {
    return SeriesDecider.decide(command, NOW);
  }

  private static SeriesDraft draft(String start, @Nullable String rule) {
    return new SeriesDraft(
        "Team sync",
        start,
        null,
        rule,
        null,
        List.of(),
        null,
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        List.<RelativeReminder>of());
  }

  private static SeriesDraft patched(SeriesDraft draft, String patch) {
    return MergePatches.parse(patch).applyTo(draft);
  }

  private static void rejects(Decision<?> decision, ProblemCode code, String field) {
    assertThat(decision)
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.code()).isEqualTo(code);
              assertThat(rejected.field()).isEqualTo(field);
            });
  }
}
