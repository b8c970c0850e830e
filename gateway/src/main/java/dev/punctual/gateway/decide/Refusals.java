package dev.punctual.gateway.decide;

import dev.punctual.calendar.RuleRefused;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.http.ProblemCode;
import java.util.function.Supplier;

/** What the calendar refuses, as a decision. */
public final class Refusals {
  private Refusals() {}

  /**
   * Decides with the calendar's help.
   *
   * @param otherField the field that an unreadable occurrence, or time before one, stood in
   */
  public static <T> Decision<T> catching(String otherField, Supplier<Decision<T>> decide) {
    try {
      return decide.get();
    } catch (RuleRefused refused) {
      return new Rejected<>(
          ProblemCode.of(refused.code()),
          field(refused.code(), otherField),
          refused.getMessage() + " Refused: " + refused.part());
    }
  }

  private static String field(RuleRefused.Code code, String otherField) {
    return switch (code) {
      case INVALID_START -> "start";
      case UNKNOWN_ZONE -> "zone";
      case INVALID_EXDATE -> "exdates";
      case INVALID_RDATE -> "rdates";
      case INVALID_OCCURRENCE, INVALID_OFFSET -> otherField;
      case INVALID_RULE,
          RULE_TOO_LONG,
          UNKNOWN_PART,
          REPEATED_PART,
          INVALID_FREQ,
          INVALID_INTERVAL,
          INVALID_COUNT,
          INVALID_UNTIL,
          INVALID_WKST,
          INVALID_SKIP,
          INVALID_RSCALE,
          INVALID_BYMONTH,
          INVALID_BYWEEKNO,
          INVALID_BYYEARDAY,
          INVALID_BYMONTHDAY,
          INVALID_BYDAY,
          INVALID_BYHOUR,
          INVALID_BYMINUTE,
          INVALID_BYSETPOS,
          SUB_MINUTE,
          COUNT_WITH_UNTIL,
          NO_MATCH,
          CANNOT_SPLIT,
          TOO_MUCH_WORK ->
          "rule";
    };
  }
}
