package dev.punctual.calendar;

import java.util.Objects;

/**
 * Something about a recurrence, a zone or an offset that cannot be accepted: which part, and what
 * would be right.
 *
 * <p>The message is one sentence for people; programs use the code and the part.
 */
public final class RuleRefused extends RuntimeException {

  /** Why it was refused; the names are stable. Those that begin with INVALID_ name the part. */
  public enum Code {
    /** The start is not {@code yyyy-MM-dd'T'HH:mm[:ss]} or {@code yyyy-MM-dd}. */
    INVALID_START,
    /** The zone is not a region of the IANA time zone database. */
    UNKNOWN_ZONE,
    /** An excluded date cannot be read, or there are too many. */
    INVALID_EXDATE,
    /** An added date cannot be read, has the other form than the start, or there are too many. */
    INVALID_RDATE,
    /** The identity of an occurrence cannot be read. */
    INVALID_OCCURRENCE,
    /** A time before an occurrence is not a period such as P1D or a duration such as PT15M. */
    INVALID_OFFSET,
    /** The rule is not a list of NAME=value joined by semicolons. */
    INVALID_RULE,
    /** The rule has more than 1,000 characters. */
    RULE_TOO_LONG,
    /** RFC 5545 and RFC 7529 know no such part. */
    UNKNOWN_PART,
    /** A part stands twice in the rule. */
    REPEATED_PART,
    /** FREQ is missing, unknown, or finer than the start allows. */
    INVALID_FREQ,
    /** INTERVAL is not a whole number from 1 to 1,000,000,000. */
    INVALID_INTERVAL,
    /** COUNT is not a whole number from 1 to 1,000,000,000. */
    INVALID_COUNT,
    /** UNTIL is neither a date nor a date with a time. */
    INVALID_UNTIL,
    /** WKST is not a weekday. */
    INVALID_WKST,
    /** SKIP is not OMIT, BACKWARD or FORWARD. */
    INVALID_SKIP,
    /** RSCALE is not GREGORIAN. */
    INVALID_RSCALE,
    /** BYMONTH holds something other than months from 1 to 12. */
    INVALID_BYMONTH,
    /** BYWEEKNO is out of range, or the rule is not yearly. */
    INVALID_BYWEEKNO,
    /** BYYEARDAY is out of range, or stands in a daily, weekly or monthly rule. */
    INVALID_BYYEARDAY,
    /** BYMONTHDAY is out of range, or stands in a weekly rule. */
    INVALID_BYMONTHDAY,
    /** BYDAY cannot be read, or counts weekdays where that means nothing. */
    INVALID_BYDAY,
    /** BYHOUR is out of range, or the start is a date. */
    INVALID_BYHOUR,
    /** BYMINUTE is out of range, or the start is a date. */
    INVALID_BYMINUTE,
    /** BYSETPOS is out of range, or stands without another BY part. */
    INVALID_BYSETPOS,
    /** The rule fires more often than once a minute, or at another second than the start's. */
    SUB_MINUTE,
    /** COUNT and UNTIL stand in one rule. */
    COUNT_WITH_UNTIL,
    /** The rule matches nothing within 10 years after its start. */
    NO_MATCH,
    /** No rule that starts at an occurrence goes on as this one does. */
    CANNOT_SPLIT,
    /** Answering would take more than a bounded number of steps, as does a COUNT above 10,000. */
    TOO_MUCH_WORK
  }

  private final Code code;
  private final String part;

  RuleRefused(Code code, String part, String sentence) {
    super(sentence);
    this.code = Objects.requireNonNull(code);
    this.part = part;
  }

  /** Why. */
  public Code code() {
    return code;
  }

  /** What was refused as it was written, for instance {@code INTERVAL=0}; at most 80 characters. */
  public String part() {
    return part.length() <= 80 ? part : part.substring(0, 79) + "…";
  }
}
