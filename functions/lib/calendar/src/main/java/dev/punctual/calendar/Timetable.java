package dev.punctual.calendar;

import dev.punctual.calendar.RuleRefused.Code;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The local times of a series, before its zone and its exceptions: the matches of the rule from its
 * first to its last, and the added times. A rule that cannot be kept is refused here.
 */
final class Timetable {

  private static final int MAX_YEARS_WITHOUT_MATCH = 10;

  /** Counting begins at the start, each time a rule is read: more would take too long. */
  private static final int MAX_COUNT = 10_000;

  private final Matches matches;
  private final long last;
  private final long[] added;

  /**
   * @param added floating seconds, ascending
   */
  private Timetable(Matches matches, long last, long[] added) {
    this.matches = matches;
    this.last = last;
    this.added = added;
  }

  static Timetable of(LocalStart start, ZoneId zone, @Nullable Rule rule, long[] added) {
    long floating = Floating.of(start);
    if (rule == null) {
      return new Timetable(
          (after, search) -> after < floating ? floating : Floating.NONE, floating, added);
    }
    checkAgainst(start, rule);
    Matches matches = matches(rule, floating);
    long until = until(rule.bound(), zone);
    int spent = checkMatches(rule, matches, floating, until);
    return new Timetable(
        matches,
        rule.bound() instanceof Bound.Count count ? last(matches, floating, count, spent) : until,
        added);
  }

  /** A search through this timetable. */
  Search search() {
    return new Search(last);
  }

  /**
   * The first time strictly after a floating second, or {@link Floating#NONE} when there is none.
   */
  long after(long floating, Search search) {
    int index = Arrays.binarySearch(added, floating);
    int next = index >= 0 ? index + 1 : -index - 1;
    return Math.min(
        next < added.length ? added[next] : Floating.NONE, matches.after(floating, search));
  }

  private static void checkAgainst(LocalStart start, Rule rule) {
    if (start instanceof LocalStart.On) {
      if (rule.frequency().subDaily()) {
        throw new RuleRefused(
            Code.INVALID_FREQ,
            "FREQ=" + rule.frequency(),
            "A series that starts on a date without a time is daily or rarer.");
      }
      for (Part part : List.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND)) {
        if (rule.has(part)) {
          throw new RuleRefused(
              part.code, part.name(), part + " needs a start with a time of day.");
        }
      }
    }
    int second = Floating.second(Floating.of(start)) % 60;
    if (rule.has(Part.BYSECOND) && !rule.get(Part.BYSECOND).equals(List.of(second))) {
      throw new RuleRefused(
          Code.SUB_MINUTE,
          "BYSECOND",
          "A rule fires at the second of its start, here BYSECOND=" + second + ".");
    }
  }

  private static Matches matches(Rule rule, long start) {
    int hour = Floating.second(start) / 3_600;
    int minute = Floating.second(start) / 60 % 60;
    int second = Floating.second(start) % 60;
    int[] minutes = orElse(rule.get(Part.BYMINUTE), minute);
    return switch (rule.frequency()) {
      case MINUTELY -> new SubDailyMatches(rule, start, chosen(rule, IntStream.of(second)));
      case HOURLY ->
          new SubDailyMatches(
              rule, start, chosen(rule, IntStream.of(minutes).map(each -> each * 60 + second)));
      case YEARLY, MONTHLY, WEEKLY, DAILY -> {
        int[] hours = orElse(rule.get(Part.BYHOUR), hour);
        IntStream times =
            IntStream.of(hours)
                .flatMap(h -> IntStream.of(minutes).map(each -> h * 3_600 + each * 60 + second));
        yield new DailyMatches(rule, start, times.toArray());
      }
    };
  }

  private static int[] orElse(List<Integer> numbers, int number) {
    return numbers.isEmpty()
        ? new int[] {number}
        : numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** BYSETPOS within an hour or minute: always of the same matches. */
  private static int[] chosen(Rule rule, IntStream offsets) {
    int[] all = offsets.toArray();
    return rule.has(Part.BYSETPOS)
        ? rule.get(Part.BYSETPOS).stream()
            .mapToInt(position -> position > 0 ? position - 1 : all.length + position)
            .filter(index -> 0 <= index && index < all.length)
            .map(index -> all[index])
            .sorted()
            .distinct()
            .toArray()
        : all;
  }

  private static long until(Bound bound, ZoneId zone) {
    return switch (bound) {
      case Bound.Never never -> Floating.MAX;
      case Bound.Count count -> Floating.MAX;
      case Bound.UntilDay until -> Floating.of(until.day().atTime(23, 59, 59));
      case Bound.UntilLocal until -> Floating.of(until.time());
      case Bound.UntilInstant until -> Floating.of(Zones.lastLocalAt(until.instant(), zone));
    };
  }

  /** How many steps it took. */
  private static int checkMatches(Rule rule, Matches matches, long start, long until) {
    LocalDateTime horizon = Floating.time(start).plusYears(MAX_YEARS_WITHOUT_MATCH);
    Search search = new Search(Math.min(Floating.of(horizon), until));
    if (matches.after(start - 1, search) != Floating.NONE) {
      return search.spent();
    }
    if (search.exhausted()) {
      throw new RuleRefused(
          Code.TOO_MUCH_WORK,
          "FREQ=" + rule.frequency(),
          "The rule matches too rarely for how often it looks.");
    }
    boolean ended = until < Floating.of(horizon);
    throw new RuleRefused(
        Code.NO_MATCH,
        ended ? "UNTIL" : "",
        ended
            ? "The rule ends before its first match."
            : "A rule matches at least once within "
                + MAX_YEARS_WITHOUT_MATCH
                + " years after its start.");
  }

  /** The last of COUNT matches: from then on a counted rule is a rule with an end. */
  private static long last(Matches matches, long start, Bound.Count count, int spent) {
    if (count.matches() > MAX_COUNT) {
      throw uncountable(count, "A rule counts to 10,000 at most: use UNTIL.");
    }
    Search search = new Search(Floating.MAX);
    search.spend(spent);
    long last = start - 1;
    for (int i = 0; i < count.matches(); i++) {
      long next = matches.after(last, search);
      if (search.exhausted()) {
        throw uncountable(count, "The rule matches too rarely to be counted so far: use UNTIL.");
      }
      if (next == Floating.NONE) {
        return Floating.MAX;
      }
      last = next;
    }
    return last;
  }

  /**
   * The last time before a floating second, found by halving what lies between; {@link
   * Floating#NONE} when there is none.
   */
  long lastBefore(long floating, Search search) {
    return Halving.last(Floating.MIN, floating, after -> after(after, search));
  }

  private static RuleRefused uncountable(Bound.Count count, String sentence) {
    return new RuleRefused(Code.TOO_MUCH_WORK, "COUNT=" + count.matches(), sentence);
  }
}
