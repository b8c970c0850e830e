package dev.punctual.calendar;

import org.jspecify.annotations.Nullable;

/**
 * One search through a rule: how far, and how much work at most, for all that one answer looks up.
 * Work is counted in steps, not in time: a step looks at one period or one day and takes some tens
 * of nanoseconds. Not shared between threads.
 */
final class Search {

  /** Enough for 17 years of hours or 400 years of days without a match. */
  static final int MAX_STEPS = 150_000;

  private static final int REMEMBERED = 4;

  private final long last;
  private int left = MAX_STEPS;
  private final long[] indexes = {-1, -1, -1, -1};
  private final @Nullable Positions[] periods = new @Nullable Positions[REMEMBERED];

  /**
   * @param last the last floating second to look at
   */
  Search(long last) {
    this.last = Math.min(last, Floating.MAX);
  }

  /** Whether a floating second lies within the search, and there are steps left to look at it. */
  boolean reaches(long floating, int steps) {
    if (floating > last) {
      return false;
    }
    spend(steps);
    return !exhausted();
  }

  void spend(int steps) {
    left = Math.max(left - steps, -1);
  }

  /** How many steps were taken. */
  int spent() {
    return MAX_STEPS - Math.max(left, 0);
  }

  /** Whether the search was given up rather than finished. */
  boolean exhausted() {
    return left < 0;
  }

  /** The time found, or none when it lies beyond the search. */
  long within(long floating) {
    return floating <= last ? floating : Floating.NONE;
  }

  /** One of the last few periods looked at. */
  @Nullable Positions known(long index) {
    int slot = (int) (index % REMEMBERED);
    return indexes[slot] == index ? periods[slot] : null;
  }

  void remember(long index, Positions positions) {
    int slot = (int) (index % REMEMBERED);
    indexes[slot] = index;
    periods[slot] = positions;
  }
}
