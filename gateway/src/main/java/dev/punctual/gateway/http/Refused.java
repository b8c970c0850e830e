package dev.punctual.gateway.http;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request that cannot be granted, on its way from the edge to the one place that answers it. What
 * decides returns refusals as values; only what loads, saves and answers throws them.
 */
public final class Refused extends RuntimeException {
  private final ProblemCode code;
  private final String field;
  private final transient @Nullable Record current;
  private final @Nullable Duration wait;

  /**
   * A refusal.
   *
   * @param field the path in the body or the parameter at fault; empty: none in particular
   * @param message what is wrong and what would be right, one sentence for people
   */
  public Refused(ProblemCode code, String field, String message) {
    this(code, field, message, null, null);
  }

  private Refused(
      ProblemCode code,
      String field,
      String message,
      @Nullable Record current,
      @Nullable Duration wait) {
    super(message, null, false, false);
    this.code = code;
    this.field = field;
    this.current = current;
    this.wait = wait;
  }

  /** Nothing is there, as far as this person may know. */
  public static Refused notFound() {
    return new Refused(ProblemCode.NOT_FOUND, "", "There is nothing here, or not for you.");
  }

  /** If-Match did not match; the answer carries the thing as it is now. */
  static Refused changedMeanwhile(Record current) {
    return new Refused(
        ProblemCode.PRECONDITION_FAILED,
        "",
        "It is at another version than If-Match says; current holds it as it is now.",
        current,
        null);
  }

  /**
   * Too much was asked for.
   *
   * @param wait after which the same may succeed
   */
  public static Refused tooOften(Duration wait) {
    return new Refused(
        ProblemCode.TOO_OFTEN, "", "Too often: come again later, see Retry-After.", null, wait);
  }

  /**
   * Too much of it is under way already.
   *
   * @param wait after which the same may succeed
   */
  public static Refused busy(Duration wait) {
    return new Refused(
        ProblemCode.UNAVAILABLE, "", "Too many are signing in; try again soon.", null, wait);
  }

  /** After which the same may succeed; null: nobody knows. */
  @Nullable Duration retryAfter() {
    return wait;
  }

  Problem problem() {
    return Problem.of(code, field, Objects.requireNonNull(getMessage()), current);
  }
}
