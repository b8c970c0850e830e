package dev.punctual.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Rules of all frequencies and parts, with starts from 2020 to 2026, many at the end of a month.
 */
final class RandomRules {
  private RandomRules() {}

  /** A rule and its start, in a test's own words for what went wrong. */
  record Case(LocalDateTime start, String rule) {
    /** Our first matches; none when the rule is refused as it matches too rarely. */
    List<String> ours(int count) {
      try {
        return Series.locals(Series.of(start.toString(), "UTC", rule), count);
      } catch (RuleRefused e) {
        if (e.code() == RuleRefused.Code.NO_MATCH || e.code() == RuleRefused.Code.TOO_MUCH_WORK) {
          return List.of();
        }
        throw e;
      }
    }
  }

  /**
   * @param asked which rules, by their text
   */
  static Arbitrary<Case> cases(Predicate<String> asked) {
    return Arbitraries.of(Frequency.values()).flatMap(frequency -> cases(frequency, asked));
  }

  private static Arbitrary<Case> cases(Frequency frequency, Predicate<String> asked) {
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
            .filter(text -> isRule(text) && asked.test(text));
    return Combinators.combine(starts(), rule)
        .as(
            (start, text) ->
                new Case(
                    text.contains("BYSETPOS")
                        ? start.toLocalDate().withDayOfYear(1).atStartOfDay()
                        : start,
                    text));
  }

  private static boolean isRule(String rule) {
    boolean positioned = rule.contains("BYSETPOS");
    boolean positions = rule.replace("BYSETPOS", "").contains("BY");
    return (!positioned || positions) && !(rule.contains("BYWEEKNO") && counted(rule));
  }

  static boolean counted(String rule) {
    return rule.matches(".*BYDAY=[^;]*\\d.*");
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
