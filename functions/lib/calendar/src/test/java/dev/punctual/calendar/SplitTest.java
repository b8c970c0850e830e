package dev.punctual.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.punctual.calendar.RandomRules.Case;
import dev.punctual.calendar.SeriesSplit.Half;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A series cut in two occurs when the whole did. */
class SplitTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-06T14:00|FREQ=WEEKLY;BYDAY=FR|2026-03-20T14:00:00|FREQ=WEEKLY;BYDAY=FR;UNTIL=20260313T140000|2026-03-20T14:00:00|FREQ=WEEKLY;BYDAY=FR",
        "2026-03-06|FREQ=DAILY|2026-03-08|FREQ=DAILY;UNTIL=20260307|2026-03-08|FREQ=DAILY",
        "2026-03-06T14:00|FREQ=DAILY;COUNT=10|2026-03-09T14:00:00|FREQ=DAILY;COUNT=3|2026-03-09T14:00:00|FREQ=DAILY;COUNT=7",
        "2026-03-06T14:00|FREQ=DAILY;UNTIL=20260401|2026-03-09T14:00:00|FREQ=DAILY;UNTIL=20260308T140000|2026-03-09T14:00:00|FREQ=DAILY;UNTIL=20260401",
        "2026-01-31|FREQ=MONTHLY;SKIP=BACKWARD|2026-02-28|FREQ=MONTHLY;SKIP=BACKWARD;UNTIL=20260131|2026-02-28|FREQ=MONTHLY;SKIP=BACKWARD;BYMONTHDAY=31",
        "2024-02-29|FREQ=YEARLY;SKIP=BACKWARD|2025-02-28|FREQ=YEARLY;SKIP=BACKWARD;UNTIL=20240229|2025-02-28|FREQ=YEARLY;SKIP=BACKWARD;BYMONTH=2;BYMONTHDAY=29",
      })
  void eachHalfSaysItsOwnEnd(
      String start, String rule, String cut, String before, String restStart, String rest) {
    SeriesSplit split = split(start, rule, cut, List.of(), List.of());

    assertThat(split.before()).isEqualTo(new Half(start, before, List.of(), List.of()));
    assertThat(split.rest()).isEqualTo(new Half(restStart, rest, List.of(), List.of()));
  }

  @Test
  void everyTwoWeeksStayInPhase() {
    SeriesSplit split =
        split(
            "2026-03-03T09:00",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU",
            "2026-03-08T09:00:00",
            List.of(),
            List.of());

    assertThat(locals(split.rest(), 4))
        .containsExactly(
            "2026-03-08T09:00:00",
            "2026-03-17T09:00:00",
            "2026-03-22T09:00:00",
            "2026-03-31T09:00:00");
  }

  @Test
  void datesLeftOutAndAddedGoWithTheirHalf() {
    SeriesSplit split =
        split(
            "2026-03-06T14:00",
            "FREQ=DAILY",
            "2026-03-09T14:00:00",
            List.of("2026-03-07T14:00", "2026-03-10T14:00"),
            List.of("2026-03-08T20:00", "2026-03-12T20:00"));

    assertThat(split.before().exdates()).containsExactly("2026-03-07T14:00");
    assertThat(split.before().rdates()).containsExactly("2026-03-08T20:00");
    assertThat(split.rest().exdates()).containsExactly("2026-03-10T14:00");
    assertThat(split.rest().rdates()).containsExactly("2026-03-12T20:00");
  }

  @Test
  void anAddedDateBehindTheRuleStartsARestOfItsOwn() {
    SeriesSplit split =
        split(
            "2026-03-06T14:00",
            "FREQ=DAILY;COUNT=2",
            "2026-04-01T09:00:00",
            List.of(),
            List.of("2026-04-02T09:00", "2026-04-01T09:00"));

    assertThat(split.rest())
        .isEqualTo(new Half("2026-04-01T09:00", null, List.of(), List.of("2026-04-02T09:00")));
  }

  @Test
  void aDayThatMovedIntoTheNextMonthIsNoPlaceToCut() {
    SeriesSplit split =
        split("2026-01-31", "FREQ=MONTHLY;SKIP=FORWARD", "2026-03-01", List.of(), List.of());

    assertThatExceptionOfType(RuleRefused.class)
        .isThrownBy(split::rest)
        .satisfies(e -> assertThat(e.code()).isEqualTo(RuleRefused.Code.CANNOT_SPLIT));
    assertThat(split.restart().start()).isEqualTo("2026-03-01");
  }

  @Property(tries = 500, seed = "42", edgeCases = EdgeCasesMode.NONE)
  void bothHalvesTogetherAreTheWhole(
      @ForAll("cases") Case each, @ForAll @IntRange(min = 1, max = 8) int at) {
    List<String> whole = each.ours(20);
    Assume.that(whole.size() > at);
    SeriesSplit split =
        split(each.start().toString(), each.rule(), whole.get(at), List.of(), List.of());

    List<String> both = new ArrayList<>(locals(split.before(), 20));
    try {
      both.addAll(locals(split.rest(), 20 - both.size()));
    } catch (RuleRefused refused) {
      assertThat(refused.code()).isEqualTo(RuleRefused.Code.CANNOT_SPLIT);
      assertThat(each.rule()).contains("SKIP");
      return;
    }
    assertThat(both).isEqualTo(whole);
  }

  @Test
  void shiftsMoveLocalTimesOfTheSameForm() {
    LocalShift shift = LocalShift.between("2026-03-06T14:00", "2026-03-07T16:30");

    assertThat(shift.of("2026-03-28T14:00:00")).isEqualTo("2026-03-29T16:30:00");
    assertThat(LocalShift.between("2026-03-06", "2026-03-04").of("2026-03-01"))
        .isEqualTo("2026-02-27");
    assertThat(LocalShift.between("2026-03-06", "2026-03-06T14:00").isNone()).isTrue();
  }

  @Provide
  Arbitrary<Case> cases() {
    return RandomRules.cases(rule -> true);
  }

  private static SeriesSplit split(
      String start, String rule, String cut, List<String> exdates, List<String> rdates) {
    return SeriesSplit.of(
        SeriesScheduleTest.series(start, rule, exdates, rdates), ZoneId.of("UTC"), cut);
  }

  private static List<String> locals(Half half, int count) {
    return Series.locals(
        Series.of(half.start(), "UTC", half.rule(), half.exdates(), half.rdates()), count);
  }
}
