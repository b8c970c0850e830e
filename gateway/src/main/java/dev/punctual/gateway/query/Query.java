package dev.punctual.gateway.query;

import dev.punctual.gateway.http.ProblemCode;

/**
 * A question for tasks, in the grammar of DESIGN §5 (docs/query.md). At most {@value #MAX_LENGTH}
 * characters (code points), {@value #MAX_TERMS} terms, {@value #MAX_DEPTH} parentheses deep.
 */
public final class Query implements Parsed {
  public static final int MAX_LENGTH = 1_000;
  public static final int MAX_TERMS = 50;
  public static final int MAX_DEPTH = 32;

  private final String text;
  private final Expression expression;

  private Query(String text, Expression expression) {
    this.text = text;
    this.expression = expression;
  }

  /** Reads a text; an empty one asks nothing. Never throws. */
  public static Parsed parse(String text) {
    if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
      return new Mistake(
              ProblemCode.QUERY_TOO_LONG,
              text.offsetByCodePoints(0, MAX_LENGTH),
              "A query has at most " + MAX_LENGTH + " characters.")
          .asValue();
    }
    try {
      return new Query(text, Parser.parse(text));
    } catch (Mistake mistake) {
      return mistake.asValue();
    }
  }

  /**
   * As a condition for PostgreSQL on a row of {@code task} under the alias {@code t}.
   *
   * @param viewpoint from where "today" is seen
   */
  public Condition condition(Viewpoint viewpoint) {
    return Compiler.compile(expression, viewpoint);
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  @Override
  public Query orRefuse(String field) {
    return this;
  }

  Expression expression() {
    return expression;
  }
}
