package dev.punctual.gateway.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request that cannot be granted, on its way from the edge to the one place that answers it. What
 * decides returns refusals as values; only what loads, saves and answers throws them.
 */
public final class Refused extends RuntimeException {
  private final ProblemCode code;
  private final String field;
  private final transient @Nullable More more;

  /**
   * A refusal.
   *
   * @param field the path in the body or the parameter at fault; empty: none in particular
   * @param message what is wrong and what would be right, one sentence for people
   */
  public Refused(ProblemCode code, String field, String message) {
    this(code, field, message, null);
  }

  private Refused(ProblemCode code, String field, String message, @Nullable More more) {
    super(message, null, false, false);
    this.code = code;
    this.field = field;
    this.more = more;
  }

  /** What a refusal says beside its message. */
  private sealed interface More {}

  private record Current(Record state) implements More {}

  private record Wait(Duration time) implements More {}

  /**
   * Where in a text it goes wrong.
   *
   * @param position in UTF-16 code units from 0
   * @param suggestions what may have been meant there, the likeliest first
   */
  public record Place(int position, List<String> suggestions) implements More {
    public Place {
      suggestions = List.copyOf(suggestions);
    }
  }

  /** A text that cannot be understood from one place on. */
  public static Refused at(ProblemCode code, String field, String message, Place place) {
    return new Refused(code, field, message, place);
  }

  /** A write that would touch another number of things than its writer expects. */
  public static Refused otherCount(String field, String message, Record current) {
    return new Refused(ProblemCode.COUNT_MISMATCH, field, message, new Current(current));
  }

  /** Why, as programs know it. */
  public ProblemCode code() {
    return code;
  }

  /** What is wrong about each of several fields, in their order. */
  private record Fields(Map<String, String> messages) implements More {}

  /**
   * A refusal for several reasons.
   *
   * @param fields what is wrong about each, in their order
   */
  public static Refused of(ProblemCode code, String message, Map<String, String> fields) {
    return new Refused(code, "", message, new Fields(fields));
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
        new Current(current));
  }

  /**
   * Too much was asked for.
   *
   * @param wait after which the same may succeed
   */
  public static Refused tooOften(Duration wait) {
    return new Refused(
        ProblemCode.TOO_OFTEN, "", "Too often: come again later, see Retry-After.", new Wait(wait));
  }

  /**
   * Too much of it is under way already.
   *
   * @param wait after which the same may succeed
   */
  public static Refused busy(Duration wait) {
    return new Refused(
        ProblemCode.UNAVAILABLE, "", "Too many are signing in; try again soon.", new Wait(wait));
  }

  /** After which the same may succeed; null: nobody knows. */
  @Nullable Duration retryAfter() {
    return more instanceof Wait(Duration time) ? time : null;
  }

  Problem problem() {
    Problem problem =
        Problem.of(
            code,
            field,
            Objects.requireNonNull(getMessage()),
            more instanceof Current(Record state) ? state : null,
            more instanceof Place place ? place : null);
    return more instanceof Fields(Map<String, String> messages) ? problem.with(messages) : problem;
  }
}
