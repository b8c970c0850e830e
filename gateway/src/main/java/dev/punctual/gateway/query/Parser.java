package dev.punctual.gateway.query;

import dev.punctual.gateway.http.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From tokens to what they ask for, by recursive descent.
 *
 * <pre>
 * any  := all ("OR" all)*
 * all  := part part*
 * part := "-"? ("(" any ")" | words | key operator value)
 * </pre>
 */
final class Parser {
  private final List<Token> tokens;
  private final int end;
  private int at;
  private int terms;

  private Parser(List<Token> tokens, int end) {
    this.tokens = tokens;
    this.end = end;
  }

  /**
   * The whole text as one expression.
   *
   * @throws Mistake naming the first place where it is none
   */
  static Expression parse(String text) {
    Parser parser = new Parser(Tokenizer.of(text), text.length());
    if (parser.tokens.isEmpty()) {
      return new Expression.Everything();
    }
    Expression all = parser.any(0);
    if (parser.peek() instanceof Token.Close close) {
      throw syntax(close.position(), "There is nothing open that this parenthesis would close.");
    }
    return all;
  }

  private Expression any(int depth) {
    List<Expression> parts = new ArrayList<>();
    parts.add(all(depth));
    while (peek() instanceof Token.Or) {
      at++;
      parts.add(all(depth));
    }
    return parts.size() == 1 ? parts.getFirst() : new Expression.Any(parts);
  }

  private Expression all(int depth) {
    List<Expression> parts = new ArrayList<>();
    while (peek() != null && !(peek() instanceof Token.Or) && !(peek() instanceof Token.Close)) {
      parts.add(part(depth));
    }
    if (parts.isEmpty()) {
      throw nothing();
    }
    return parts.size() == 1 ? parts.getFirst() : new Expression.All(parts);
  }

  private Expression part(int depth) {
    if (peek() instanceof Token.Minus) {
      at++;
      return new Expression.Not(positive(depth));
    }
    return positive(depth);
  }

  private Expression positive(int depth) {
    Token token = tokens.get(at++);
    return switch (token) {
      case Token.Open open -> group(open, depth + 1);
      case Token.Words words -> new Expression.Contains(counted(words).text());
      case Token.Field field -> Fields.expression(counted(field));
      case Token.Minus minus -> throw syntax(minus.position(), "One minus is enough.");
      case Token.Or or -> throw syntax(or.position(), "OR cannot be excluded.");
      case Token.Close close -> throw syntax(close.position(), "There is nothing to close.");
    };
  }

  private Expression group(Token.Open open, int depth) {
    if (depth > Query.MAX_DEPTH) {
      throw new Mistake(
          ProblemCode.QUERY_TOO_DEEP,
          open.position(),
          "Parentheses stand at most " + Query.MAX_DEPTH + " deep.");
    }
    Expression inside = any(depth);
    if (!(peek() instanceof Token.Close)) {
      throw syntax(open.position(), "This parenthesis is not closed.");
    }
    at++;
    return inside;
  }

  private <T extends Token> T counted(T token) {
    if (++terms > Query.MAX_TERMS) {
      throw new Mistake(
          ProblemCode.QUERY_TOO_MANY_TERMS,
          token.position(),
          "A query has at most " + Query.MAX_TERMS + " words, phrases and keys.");
    }
    return token;
  }

  private Mistake nothing() {
    return switch (peek()) {
      case Token.Or or -> syntax(or.position(), "Before this OR something is missing.");
      case Token.Close close ->
          syntax(close.position(), "Before this parenthesis something is missing.");
      case null, default -> syntax(end, "At the end something is missing.");
    };
  }

  private @Nullable Token peek() {
    return at < tokens.size() ? tokens.get(at) : null;
  }

  private static Mistake syntax(int position, String message) {
    return new Mistake(ProblemCode.QUERY_SYNTAX, position, message);
  }
}
