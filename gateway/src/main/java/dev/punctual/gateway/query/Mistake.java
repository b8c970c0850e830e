package dev.punctual.gateway.query;

import dev.punctual.gateway.http.ProblemCode;
import java.util.List;
import java.util.Objects;

/** What stops the reading of a query; it never leaves this package. */
final class Mistake extends RuntimeException {
  private final ProblemCode code;
  private final int position;
  private final transient List<String> suggestions;

  Mistake(ProblemCode code, int position, String message) {
    this(code, position, message, List.of());
  }

  Mistake(ProblemCode code, int position, String message, List<String> suggestions) {
    super(message, null, false, false);
    this.code = code;
    this.position = position;
    this.suggestions = suggestions;
  }

  Unreadable asValue() {
    return new Unreadable(code, position, Objects.requireNonNull(getMessage()), suggestions);
  }
}
