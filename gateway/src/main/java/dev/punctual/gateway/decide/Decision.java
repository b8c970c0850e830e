package dev.punctual.gateway.decide;

import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import java.util.function.Function;

/**
 * What became of a command: deciders return it, the edge acts on it.
 *
 * @param <T> what the command leads to
 */
public sealed interface Decision<T> {

  /** It is granted. */
  record Accepted<T>(T outcome) implements Decision<T> {}

  /**
   * It is not.
   *
   * @param field the path of the field at fault; empty: none in particular
   * @param message what is wrong and what would be right
   */
  record Rejected<T>(ProblemCode code, String field, String message) implements Decision<T> {}

  /** Decides further on what was granted; what was rejected stays so. */
  default <U> Decision<U> then(Function<T, Decision<U>> next) {
    return switch (this) {
      case Accepted<T>(T outcome) -> next.apply(outcome);
      case Rejected<T>(ProblemCode code, String field, String message) ->
          new Rejected<>(code, field, message);
    };
  }

  /**
   * What the command leads to.
   *
   * @throws Refused when it was rejected
   */
  default T orRefuse() {
    return switch (this) {
      case Accepted<T>(T outcome) -> outcome;
      case Rejected<T>(ProblemCode code, String field, String message) ->
          throw new Refused(code, field, message);
    };
  }
}
