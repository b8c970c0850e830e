package dev.punctual.calendar;

import dev.punctual.calendar.RuleRefused.Code;

/**
 * A part of a recurrence rule (RFC 5545 §3.3.10, RFC 7529 §4), and the numbers that it may hold.
 */
enum Part {
  FREQ(Code.INVALID_FREQ, 0, 0, false),
  INTERVAL(Code.INVALID_INTERVAL, 1, 1_000_000_000, false),
  COUNT(Code.INVALID_COUNT, 1, 1_000_000_000, false),
  UNTIL(Code.INVALID_UNTIL, 0, 0, false),
  WKST(Code.INVALID_WKST, 0, 0, false),
  RSCALE(Code.INVALID_RSCALE, 0, 0, false),
  SKIP(Code.INVALID_SKIP, 0, 0, false),
  BYMONTH(Code.INVALID_BYMONTH, 1, 12, false),
  BYWEEKNO(Code.INVALID_BYWEEKNO, 1, 53, true),
  BYYEARDAY(Code.INVALID_BYYEARDAY, 1, 366, true),
  BYMONTHDAY(Code.INVALID_BYMONTHDAY, 1, 31, true),
  BYDAY(Code.INVALID_BYDAY, 1, 53, true),
  BYHOUR(Code.INVALID_BYHOUR, 0, 23, false),
  BYMINUTE(Code.INVALID_BYMINUTE, 0, 59, false),
  BYSECOND(Code.SUB_MINUTE, 0, 59, false),
  BYSETPOS(Code.INVALID_BYSETPOS, 1, 366, true);

  final Code code;
  final int min;
  final int max;

  /** Whether -max to -min is allowed too: counted from the end. */
  final boolean fromEnd;

  Part(Code code, int min, int max, boolean fromEnd) {
    this.code = code;
    this.min = min;
    this.max = max;
    this.fromEnd = fromEnd;
  }

  boolean holds(int number) {
    int size = fromEnd ? Math.abs(number) : number;
    return min <= size && size <= max;
  }

  String range() {
    return min + " to " + max + (fromEnd ? " or " + -max + " to " + -min : "");
  }
}
