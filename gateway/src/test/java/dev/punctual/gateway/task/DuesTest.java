package dev.punctual.gateway.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Due;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.http.ProblemCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DuesTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void aLocalTimeIsThePersonsUnlessItNamesAZone() {
    assertThat(decide("2026-11-27T14:00", null, null, null))
        .isEqualTo(local("2026-11-27T14:00", NEW_YORK, "2026-11-27T19:00:00Z"));
    assertThat(decide("2026-11-27T14:00", null, "Europe/Berlin", null))
        .isEqualTo(local("2026-11-27T14:00", BERLIN, "2026-11-27T13:00:00Z"));
  }

  @Test
  void aLocalTimeInAGapMovesForwardByItsLengthAndKeepsItsName() {
    assertThat(decide("2026-03-08T02:30", null, null, null))
        .isEqualTo(local("2026-03-08T02:30", NEW_YORK, "2026-03-08T07:30:00Z"));
  }

  @Test
  void aLocalTimeInAnOverlapIsTheFirstOfTheTwo() {
    assertThat(decide("2026-11-01T01:30", null, null, null))
        .isEqualTo(local("2026-11-01T01:30", NEW_YORK, "2026-11-01T05:30:00Z"));
  }

  @Test
  void anInstantKeepsItsPassOfAnOverlap() {
    assertThat(decide(null, null, null, "2026-11-01T06:30:00Z"))
        .isEqualTo(local("2026-11-01T01:30", NEW_YORK, "2026-11-01T06:30:00Z"));
  }

  @Test
  void aDateIsDueAtItsFirstMomentAndOverdueWhenItEnds() {
    Due due =
        new Due(
            null, LocalDate.parse("2026-11-01"), NEW_YORK, Instant.parse("2026-11-01T04:00:00Z"));

    assertThat(decide(null, "2026-11-01", null, null)).isEqualTo(new Accepted<>(due));
    // The day has 25 hours.
    assertThat(Dues.overdueAt(due)).isEqualTo("2026-11-02T05:00:00Z");
  }

  @Test
  void fractionsOfASecondAreCutOff() {
    assertThat(decide("2026-11-27T14:00:05.9", null, null, null))
        .isEqualTo(local("2026-11-27T14:00:05", NEW_YORK, "2026-11-27T19:00:05Z"));
    assertThat(decide(null, null, null, "2026-11-27T19:00:05.9Z"))
        .isEqualTo(local("2026-11-27T14:00:05", NEW_YORK, "2026-11-27T19:00:05Z"));
  }

  @Test
  void aLocalTimeWithTheInstantThatItStandsForIsAccepted() {
    assertThat(decide("2026-11-27T14:00", null, null, "2026-11-27T19:00:00Z"))
        .isInstanceOf(Accepted.class);
    rejects(
        decide("2026-11-27T14:00", null, null, "2026-11-27T20:00:00Z"),
        ProblemCode.AMBIGUOUS_TIME,
        "due.at");
  }

  @Test
  void whenIsSaidInExactlyOneWay() {
    rejects(decide(null, null, "UTC", null), ProblemCode.AMBIGUOUS_TIME, "due");
    rejects(
        decide("2026-11-27T14:00", "2026-11-27", null, null), ProblemCode.AMBIGUOUS_TIME, "due");
  }

  @Test
  void anUnknownZoneIsRefused() {
    rejects(
        decide("2026-11-27T14:00", null, "Mars/Olympus", null),
        ProblemCode.UNKNOWN_ZONE,
        "due.zone");
    rejects(decide("2026-11-27T14:00", null, "+02:00", null), ProblemCode.UNKNOWN_ZONE, "due.zone");
  }

  @Test
  void yearsThatNobodyMeansAreRefused() {
    rejects(decide("+12026-11-27T14:00", null, null, null), ProblemCode.OUT_OF_RANGE, "due.local");
    rejects(decide(null, "-0001-11-27", null, null), ProblemCode.OUT_OF_RANGE, "due.date");
    rejects(decide(null, null, null, "+12026-11-27T14:00:00Z"), ProblemCode.OUT_OF_RANGE, "due.at");
  }

  private static Decision<Due> decide(
      @Nullable String local, @Nullable String date, @Nullable String zone, @Nullable String at) {
    return Dues.decide(
        new DueDraft(
            local == null ? null : LocalDateTime.parse(local),
            date == null ? null : LocalDate.parse(date),
            zone,
            at == null ? null : Instant.parse(at)),
        NEW_YORK);
  }

  private static Decision<Due> local(String local, ZoneId zone, String at) {
    return new Accepted<>(new Due(LocalDateTime.parse(local), null, zone, Instant.parse(at)));
  }

  private static void rejects(Decision<Due> decision, ProblemCode code, String field) {
    assertThat(decision)
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.code()).isEqualTo(code);
              assertThat(rejected.field()).isEqualTo(field);
            });
  }
}
