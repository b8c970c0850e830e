package dev.punctual.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * Random rules against lib-recur, on floating time. What it is known to get wrong (0.17.1) is not
 * asked: negative year days of hourly rules, week 53 of years with 52, WKST and months in yearly
 * rules by week, BYSETPOS in a first period that begins before the start, and SKIP in yearly rules,
 * with BYDAY and with days counted from the end. It may also give up on a sparse rule: then what it
 * found so far must agree.
 */
class SecondOpinionTest {

  private static final int COMPARED = 25;

  record Case(LocalDateTime start, String rule) {}

  @Property(tries = 3_000, seed = "42", edgeCases = EdgeCasesMode.NONE)
  void agreesWithLibRecur(@ForAll("cases") Case each) throws InvalidRecurrenceRuleException {
    List<String> ours = ours(each);
    Assume.that(!ours.isEmpty());

    List<String> theirs = theirs(each, ours.size());

    assertThat(ours.subList(0, theirs.size()))
        .as("%s from %s", each.rule(), each.start())
        .isEqualTo(theirs);
  }

  private static List<String> ours(Case each) {
    try {
      return Series.locals(Series.of(each.start().toString(), "UTC", each.rule()), COMPARED);
    } catch (RuleRefused e) {
      assertThat(e.code()).isIn(RuleRefused.Code.NO_MATCH, RuleRefused.Code.TOO_MUCH_WORK);
      return List.of();
    }
  }

  private static List<String> theirs(Case each, int count) throws InvalidRecurrenceRuleException {
    List<String> found = new ArrayList<>();
    String rule = each.rule().contains("SKIP") ? "RSCALE=GREGORIAN;" + each.rule() : each.rule();
    LocalDateTime start = each.start();
    DateTime begin =
        new DateTime(
            start.getYear(),
            start.getMonthValue() - 1,
            start.getDayOfMonth(),
            start.getHour(),
            start.getMinute(),
            0);
    try {
      RecurrenceRuleIterator iterator =
          new RecurrenceRule(rule, RecurrenceRule.RfcMode.RFC5545_LAX).iterator(begin);
      while (iterator.hasNext() && found.size() < count) {
        DateTime next = iterator.nextDateTime();
        found.add(
            "%04d-%02d-%02dT%02d:%02d:00"
                .formatted(
                    next.getYear(),
                    next.getMonth() + 1,
                    next.getDayOfMonth(),
                    next.getHours(),
                    next.getMinutes()));
      }
    } catch (IllegalArgumentException | IllegalStateException | ClassCastException e) {
      return found;
    }
    assertThat(found).as("%s from %s", each.rule(), each.start()).hasSize(count);
    return found;
  }

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.of(Frequency.values()).flatMap(SecondOpinionTest::cases);
  }

  private static Arbitrary<Case> cases(Frequency frequency) {
    boolean yearly = frequency == Frequency.YEARLY;
    boolean weekly = frequency == Frequency.WEEKLY;
    List<Arbitrary<String>> parts = new ArrayList<>();
    parts.add(
        Arbitraries.integers()
            .between(1, frequency.subDaily() ? 20 : 4)
            .map(number -> ";INTERVAL=" + number));
    parts.add(numbers(Part.BYMONTH, 12, 3));
    parts.add(weekly ? Arbitraries.just("") : numbers(Part.BYMONTHDAY, 31, 3));
    parts.add(
        yearly || frequency.subDaily() ? numbers(Part.BYYEARDAY, 366, 3) : Arbitraries.just(""));
    parts.add(yearly ? numbers(Part.BYWEEKNO, 52, 3) : Arbitraries.just(""));
    parts.add(weekdays(yearly || frequency == Frequency.MONTHLY));
    parts.add(numbers(Part.BYHOUR, 23, 3));
    parts.add(numbers(Part.BYMINUTE, 59, 3));
    parts.add(numbers(Part.BYSETPOS, 4, 2));
    parts.add(Arbitraries.of("", "", "", ";WKST=SU", ";WKST=WE"));
    parts.add(Arbitraries.of("", "", ";SKIP=BACKWARD", ";SKIP=FORWARD"));
    Arbitrary<String> rule =
        Combinators.combine(parts)
            .as(texts -> "FREQ=" + frequency + String.join("", texts))
            .filter(SecondOpinionTest::isAsked);
    return Combinators.combine(starts(), rule)
        .as(
            (start, text) ->
                new Case(
                    text.contains("BYSETPOS")
                        ? start.toLocalDate().withDayOfYear(1).atStartOfDay()
                        : start,
                    text));
  }

  private static boolean isAsked(String rule) {
    boolean positioned = rule.contains("BYSETPOS");
    boolean positions = rule.replace("BYSETPOS", "").contains("BY");
    boolean counted = rule.matches(".*BYDAY=[^;]*\\d.*");
    boolean yearly = rule.contains("FREQ=YEARLY");
    boolean byWeek = rule.contains("BYWEEKNO");
    boolean skips = rule.contains("SKIP");
    return (!positioned || positions)
        && !(byWeek && (counted || skips || rule.contains("BYMONTH") || rule.contains("WKST")))
        && !(skips && (yearly || rule.contains("BYDAY") || rule.contains("-")))
        && !(rule.contains("BYYEARDAY") && rule.contains("-"));
  }

  private static Arbitrary<LocalDateTime> starts() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2_500),
            Arbitraries.integers().between(0, 1_439),
            Arbitraries.of(true, false, false))
        .as(
            (day, minute, monthEnd) -> {
              LocalDate date = LocalDate.of(2020, 1, 1).plusDays(day);
              LocalDate shown = monthEnd ? date.withDayOfMonth(date.lengthOfMonth()) : date;
              return shown.atStartOfDay().plusMinutes(minute);
            });
  }

  /** Absent in two of three rules. */
  private static Arbitrary<String> numbers(Part part, int max, int most) {
    Arbitrary<String> present =
        Arbitraries.integers()
            .between(part.fromEnd ? -max : part.min, max)
            .filter(part::holds)
            .set()
            .ofMinSize(1)
            .ofMaxSize(most)
            .map(
                set ->
                    ";"
                        + part
                        + "="
                        + new TreeSet<>(set)
                            .stream().map(String::valueOf).collect(Collectors.joining(",")));
    return Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just("")), Tuple.of(1, present));
  }

  private static Arbitrary<String> weekdays(boolean counted) {
    Arbitrary<String> nth =
        counted ? Arbitraries.of("", "", "1", "2", "5", "-1", "-2") : Arbitraries.just("");
    Arbitrary<String> present =
        Combinators.combine(nth, Arbitraries.of("MO", "TU", "WE", "TH", "FR", "SA", "SU"))
            .as(String::concat)
            .set()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(days -> ";BYDAY=" + String.join(",", days));
    return Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just("")), Tuple.of(2, present));
  }
}
