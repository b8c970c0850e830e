package dev.punctual.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The matches of a daily or rarer rule: the days of each period, at the times of the day. */
final class DailyMatches implements Matches {

  private static final int POSITIONS_IN_A_STEP = 8;

  private final Periods periods;
  private final DaySets days;
  private final int[] times;
  private final Rule rule;
  private final long start;

  /**
   * Days of a month or year may lie outside it: a week of the year beside it, or a day moved by
   * SKIP.
   */
  private final int slack;

  /** How many steps it takes to find the days of one period. */
  private final int cost;

  /** How many steps it takes to look through a period whose days are known. */
  private final int look;

  DailyMatches(Rule rule, long start, int[] times) {
    LocalDate day = Floating.date(start);
    this.periods = new Periods(rule, day);
    this.days = new DaySets(rule, day);
    this.times = times;
    this.rule = rule;
    this.start = start;
    this.slack = rule.has(Part.BYWEEKNO) || rule.skip() != Skip.OMIT ? 7 : 0;
    this.look = 1 + rule.get(Part.BYSETPOS).size() / POSITIONS_IN_A_STEP;
    this.cost = cost(rule);
  }

  @Override
  public long after(long floating, Search search) {
    long from = Math.max(floating, start - 1);
    long index = Math.max(periods.indexOf(Floating.date(from)) - (slack > 0 ? 1 : 0), 0);
    long best = Floating.NONE;
    LocalDate first = periods.firstDay(index);
    while (first != null && search.reaches(earliest(first), look)) {
      best = Math.min(best, period(index, first, search).after(from));
      first = periods.firstDay(++index);
      if (best != Floating.NONE && (first == null || best < earliest(first))) {
        break;
      }
    }
    return search.within(best);
  }

  private static int cost(Rule rule) {
    int monthDays = Math.max(2, rule.get(Part.BYMONTHDAY).size());
    return switch (rule.frequency()) {
      case YEARLY ->
          rule.has(Part.BYDAY) || rule.has(Part.BYWEEKNO) || rule.has(Part.BYYEARDAY)
              ? 366
              : monthDays * Math.max(1, rule.get(Part.BYMONTH).size());
      case MONTHLY -> rule.has(Part.BYDAY) ? 31 : monthDays;
      case WEEKLY -> 7;
      case DAILY, HOURLY, MINUTELY -> 1;
    };
  }

  /** Before this no match of the period that begins on a day. */
  private long earliest(LocalDate first) {
    return (first.toEpochDay() - slack) * Floating.DAY;
  }

  private Positions period(long index, LocalDate first, Search search) {
    @Nullable Positions known = search.known(index);
    if (known != null) {
      return known;
    }
    search.spend(cost);
    Positions positions = new Positions(days.in(first), times, rule.get(Part.BYSETPOS));
    search.remember(index, positions);
    return positions;
  }
}
