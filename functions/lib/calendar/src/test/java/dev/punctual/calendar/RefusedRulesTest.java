package dev.punctual.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.punctual.calendar.RuleRefused.Code;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "SUB_MINUTE|FREQ=SECONDLY|FREQ=SECONDLY",
        "SUB_MINUTE|FREQ=MINUTELY;BYSECOND=0,30|BYSECOND",
        "SUB_MINUTE|FREQ=DAILY;BYSECOND=1|BYSECOND",
        "SUB_MINUTE|FREQ=DAILY;BYSECOND=60|BYSECOND=60",
        "INVALID_INTERVAL|FREQ=DAILY;INTERVAL=0|INTERVAL=0",
        "INVALID_INTERVAL|FREQ=DAILY;INTERVAL=-1|INTERVAL=-1",
        "INVALID_INTERVAL|FREQ=DAILY;INTERVAL=1.5|INTERVAL=1.5",
        "INVALID_INTERVAL|FREQ=DAILY;INTERVAL=9999999999|INTERVAL=9999999999",
        "COUNT_WITH_UNTIL|FREQ=DAILY;COUNT=3;UNTIL=20261231|COUNT=3",
        "INVALID_COUNT|FREQ=DAILY;COUNT=0|COUNT=0",
        "INVALID_COUNT|FREQ=DAILY;COUNT=many|COUNT=MANY",
        "INVALID_UNTIL|FREQ=DAILY;UNTIL=2026-12-31|UNTIL=2026-12-31",
        "INVALID_UNTIL|FREQ=DAILY;UNTIL=20261301|UNTIL=20261301",
        "INVALID_UNTIL|FREQ=DAILY;UNTIL=20260230|UNTIL=20260230",
        "INVALID_UNTIL|FREQ=DAILY;UNTIL=20261231T250000Z|UNTIL=20261231T250000Z",
        "INVALID_FREQ|BYDAY=FR|",
        "INVALID_FREQ|FREQ=FORTNIGHTLY|FREQ=FORTNIGHTLY",
        "INVALID_WKST|FREQ=WEEKLY;WKST=XX|WKST=XX",
        "INVALID_SKIP|FREQ=MONTHLY;SKIP=SIDEWAYS|SKIP=SIDEWAYS",
        "INVALID_RSCALE|RSCALE=CHINESE;FREQ=YEARLY|RSCALE=CHINESE",
        "INVALID_BYMONTH|FREQ=YEARLY;BYMONTH=13|BYMONTH=13",
        "INVALID_BYMONTH|FREQ=YEARLY;BYMONTH=5L|BYMONTH=5L",
        "INVALID_BYMONTH|FREQ=YEARLY;BYMONTH=1,,2|BYMONTH=1,,2",
        "INVALID_BYMONTH|FREQ=YEARLY;BYMONTH=-1|BYMONTH=-1",
        "INVALID_BYWEEKNO|FREQ=YEARLY;BYWEEKNO=54|BYWEEKNO=54",
        "INVALID_BYWEEKNO|FREQ=MONTHLY;BYWEEKNO=5|BYWEEKNO=5",
        "INVALID_BYYEARDAY|FREQ=YEARLY;BYYEARDAY=0|BYYEARDAY=0",
        "INVALID_BYYEARDAY|FREQ=DAILY;BYYEARDAY=5|BYYEARDAY=5",
        "INVALID_BYMONTHDAY|FREQ=MONTHLY;BYMONTHDAY=32|BYMONTHDAY=32",
        "INVALID_BYMONTHDAY|FREQ=MONTHLY;BYMONTHDAY=0|BYMONTHDAY=0",
        "INVALID_BYMONTHDAY|FREQ=WEEKLY;BYMONTHDAY=5|BYMONTHDAY=5",
        "INVALID_BYDAY|FREQ=WEEKLY;BYDAY=FRIDAY|BYDAY=FRIDAY",
        "INVALID_BYDAY|FREQ=WEEKLY;BYDAY=1FR|BYDAY=1FR",
        "INVALID_BYDAY|FREQ=YEARLY;BYWEEKNO=3;BYDAY=1FR|BYDAY=1FR",
        "INVALID_BYDAY|FREQ=MONTHLY;BYDAY=0FR|BYDAY=0FR",
        "INVALID_BYDAY|FREQ=YEARLY;BYDAY=54FR|BYDAY=54FR",
        "INVALID_BYHOUR|FREQ=DAILY;BYHOUR=24|BYHOUR=24",
        "INVALID_BYMINUTE|FREQ=DAILY;BYMINUTE=60|BYMINUTE=60",
        "INVALID_BYSETPOS|FREQ=MONTHLY;BYDAY=FR;BYSETPOS=0|BYSETPOS=0",
        "INVALID_BYSETPOS|FREQ=MONTHLY;BYDAY=FR;BYSETPOS=367|BYSETPOS=367",
        "INVALID_BYSETPOS|FREQ=MONTHLY;BYSETPOS=1|BYSETPOS=1",
        "UNKNOWN_PART|FREQ=DAILY;BYEASTER=0|BYEASTER",
        "REPEATED_PART|FREQ=DAILY;FREQ=WEEKLY|FREQ",
        "INVALID_RULE|\"\"|\"\"",
        "INVALID_RULE|every friday|EVERY FRIDAY",
        "INVALID_RULE|FREQ=|FREQ=",
        "INVALID_RULE|FREQ=DAILY;;COUNT=3|\"\"",
        "NO_MATCH|FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30|",
        "NO_MATCH|FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=1MO;BYSETPOS=2|",
        "NO_MATCH|FREQ=MINUTELY;BYMINUTE=5;BYSETPOS=2|",
        "NO_MATCH|FREQ=HOURLY;INTERVAL=2;BYHOUR=1|",
        "NO_MATCH|FREQ=DAILY;INTERVAL=7;BYDAY=MO|",
        "NO_MATCH|FREQ=WEEKLY;INTERVAL=1000000000;BYDAY=TH|",
        "NO_MATCH|FREQ=DAILY;UNTIL=20260305|UNTIL",
        "NO_MATCH|FREQ=DAILY;UNTIL=20260306T135959|UNTIL",
      })
  void refusesWithACodeThatNamesThePart(Code code, String rule, String part) {
    assertThatExceptionOfType(RuleRefused.class)
        .isThrownBy(() -> Series.of("2026-03-06T14:00", "UTC", rule))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code))
        .satisfies(e -> assertThat(e.part()).isEqualTo(part == null ? "" : part))
        .satisfies(e -> assertThat(e).message().matches("[A-Z].*\\."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INVALID_FREQ|FREQ=HOURLY",
        "INVALID_FREQ|FREQ=MINUTELY",
        "INVALID_BYHOUR|FREQ=DAILY;BYHOUR=9",
        "INVALID_BYMINUTE|FREQ=DAILY;BYMINUTE=9",
        "SUB_MINUTE|FREQ=DAILY;BYSECOND=0",
      })
  void refusesTimesOfDayForADate(Code code, String rule) {
    assertThatExceptionOfType(RuleRefused.class)
        .isThrownBy(() -> Series.of("2026-03-06", "UTC", rule))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "freq=weekly;byday=fr",
        "RRULE:FREQ=WEEKLY;BYDAY=FR",
        " FREQ=WEEKLY;BYDAY=FR ",
        "BYDAY=FR;FREQ=WEEKLY;",
        "FREQ=WEEKLY;BYDAY=FR,FR;BYSECOND=0;WKST=SU;INTERVAL=1",
        "FREQ=MONTHLY;BYDAY=+1FR",
        "RSCALE=GREGORIAN;FREQ=WEEKLY;SKIP=OMIT"
      })
  void acceptsWhatIsOnlyWrittenDifferently(String rule) {
    assertThat(Series.of("2026-03-06T14:00", "UTC", rule).next(null))
        .hasValueSatisfying(first -> assertThat(first.local()).isEqualTo("2026-03-06T14:00:00"));
  }

  @Test
  void acceptsTheSecondOfItsStart() {
    assertThat(
            Series.locals(Series.of("2026-03-06T14:00:30", "UTC", "FREQ=MINUTELY;BYSECOND=30"), 2))
        .containsExactly("2026-03-06T14:00:30", "2026-03-06T14:01:30");
  }

  @Test
  void refusesARuleOfMoreThanAThousandCharacters() {
    String rule = "FREQ=DAILY;BYMONTH=" + String.join(",", Collections.nCopies(500, "1"));

    assertThatExceptionOfType(RuleRefused.class)
        .isThrownBy(() -> Series.of("2026-03-06T14:00", "UTC", rule))
        .satisfies(e -> assertThat(e.code()).isEqualTo(Code.RULE_TOO_LONG))
        .satisfies(e -> assertThat(e.part()).hasSize(80));
  }

  @Test
  void findsASparseRuleWithinTenYearsButNotAfter() {
    assertThat(
            Series.of("2096-03-01T14:00", "UTC", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29").next(null))
        .hasValueSatisfying(first -> assertThat(first.local()).isEqualTo("2104-02-29T14:00:00"));
    assertThatExceptionOfType(RuleRefused.class)
        .isThrownBy(
            () ->
                Series.of(
                    "2025-03-01T14:00", "UTC", "FREQ=YEARLY;INTERVAL=11;BYMONTH=2;BYMONTHDAY=29"))
        .satisfies(e -> assertThat(e.code()).isEqualTo(Code.NO_MATCH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "2026-03-06T14", "2026-03-06 14:00", "2026-03-06T14:00Z", "2026-03-06T14:00:00.5",
            "2026-02-30",
        "2026-03-06T24:00", "20260306", "2026-3-6", "0000-01-01", "+2026-03-06",
            "2026-03-06T14:00[UTC]"
      })
  void refusesAStartThatIsNoLocalTime(String start) {
    assertThatExceptionOfType(RuleRefused.class)
        .isThrownBy(() -> LocalStart.parse(start))
        .satisfies(e -> assertThat(e.code()).isEqualTo(Code.INVALID_START))
        .satisfies(e -> assertThat(e.part()).isEqualTo(start));
  }

  @Test
  void refusesExceptionsThatCannotBeReadOrHaveTheOtherForm() {
    assertRefused(Code.INVALID_EXDATE, "2026-03-06T14:00", List.of("soon"), List.of());
    assertRefused(Code.INVALID_EXDATE, "2026-03-06T14:00", List.of("2026-03-06"), List.of());
    assertRefused(Code.INVALID_EXDATE, "2026-03-06", List.of("2026-03-06T14:00:00"), List.of());
    assertRefused(Code.INVALID_RDATE, "2026-03-06T14:00", List.of(), List.of("20260306T140000"));
    assertRefused(Code.INVALID_RDATE, "2026-03-06", List.of(), List.of("2026-03-06T14:00:00"));
  }

  @Test
  void refusesMoreExceptionsThanItHolds() {
    List<String> dates = Collections.nCopies(Recurrence.MAX_DATES + 1, "2026-03-06T14:00:00");

    assertRefused(Code.INVALID_EXDATE, "2026-03-06T14:00", dates, List.of());
    assertRefused(Code.INVALID_RDATE, "2026-03-06T14:00", List.of(), dates);
  }

  private static void assertRefused(
      Code code, String start, List<String> exdates, List<String> rdates) {
    assertThatExceptionOfType(RuleRefused.class)
        .isThrownBy(() -> Series.of(start, "UTC", "FREQ=DAILY", exdates, rdates))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }
}
