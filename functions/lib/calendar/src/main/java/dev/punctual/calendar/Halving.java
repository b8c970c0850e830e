package dev.punctual.calendar;

import java.util.function.LongUnaryOperator;

/** Looking back in a sequence that can only be asked for what comes next. */
final class Halving {
  private Halving() {}

  /**
   * The last element before a bound, in at most some 80 questions; {@link Floating#NONE} when none
   * lies between.
   *
   * @param low before all elements that count
   * @param bound exclusive
   * @param after the first element after a number, or {@link Floating#NONE}
   */
  static long last(long low, long bound, LongUnaryOperator after) {
    long found = Floating.NONE;
    long next = after.applyAsLong(low);
    long high = bound;
    while (next < bound) {
      found = next;
      long middle = found + (high - found) / 2;
      long beyond = after.applyAsLong(middle);
      if (beyond < bound) {
        next = beyond;
      } else {
        high = middle;
        next = after.applyAsLong(found);
      }
    }
    return found;
  }
}
