package dev.punctual.gateway.query;

import dev.punctual.gateway.http.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query's text into tokens, in one pass. */
final class Tokenizer {
  private static final Pattern KEY = Pattern.compile("\\p{L}[\\p{L}\\p{N}_-]*(?=[:<>])");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokenizer(String text) {
    this.text = text;
  }

  /**
   * The tokens in their order.
   *
   * @throws Mistake when a quote is not closed, a value is missing, or a character is invisible
   */
  static List<Token> of(String text) {
    return new Tokenizer(text).all();
  }

  private List<Token> all() {
    refuseInvisible();
    while (at < text.length()) {
      switch (text.charAt(at)) {
        case '(' -> tokens.add(new Token.Open(at++));
        case ')' -> tokens.add(new Token.Close(at++));
        case '"' -> tokens.add(new Token.Words(at, quoted()));
        default -> {
          if (isBlank(text.charAt(at))) {
            at++;
          } else {
            tokens.add(excludes() ? new Token.Minus(at++) : run());
          }
        }
      }
    }
    return tokens;
  }

  /** A minus excludes what follows at once; what a minus excludes may itself begin with one. */
  private boolean excludes() {
    boolean followed =
        text.charAt(at) == '-' && at + 1 < text.length() && !isBlank(text.charAt(at + 1));
    boolean doubled = !tokens.isEmpty() && tokens.getLast().equals(new Token.Minus(at - 1));
    return followed && text.charAt(at + 1) != ')' && !doubled;
  }

  private Token run() {
    int begin = at;
    Matcher key = KEY.matcher(text).region(at, text.length());
    if (key.lookingAt()) {
      at = key.end();
      return field(begin, key.group());
    }
    String word = word();
    return word.equals("OR") ? new Token.Or(begin) : new Token.Words(begin, word);
  }

  private Token field(int begin, String key) {
    int operatorAt = at;
    Operator operator = operator();
    int valueAt = at;
    String value = at < text.length() && text.charAt(at) == '"' ? quoted() : word();
    if (value.isBlank()) {
      throw new Mistake(
          ProblemCode.QUERY_SYNTAX,
          valueAt,
          "After " + key + operator.sign() + " a value is missing.");
    }
    return new Token.Field(begin, key, operatorAt, operator, valueAt, value);
  }

  private Operator operator() {
    for (Operator operator : Operator.values()) {
      if (text.startsWith(operator.sign(), at)) {
        at += operator.sign().length();
        return operator;
      }
    }
    throw new IllegalStateException("a key is followed by an operator: " + at);
  }

  private String word() {
    int begin = at;
    while (at < text.length() && !isBlank(text.charAt(at)) && "()\"".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(begin, at);
  }

  /** Within quotes a backslash takes what follows as it is. */
  private String quoted() {
    int begin = at++;
    StringBuilder phrase = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      phrase.append(text.charAt(at++));
    }
    if (at == text.length()) {
      throw new Mistake(ProblemCode.QUERY_SYNTAX, begin, "This quote is not closed.");
    }
    at++;
    if (phrase.toString().isBlank()) {
      throw new Mistake(ProblemCode.QUERY_SYNTAX, begin, "Between these quotes is nothing.");
    }
    return phrase.toString();
  }

  /** Nothing that a title may hold; PostgreSQL takes no NUL and no half of a pair at all. */
  private void refuseInvisible() {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = text.codePointAt(i);
      boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
      if (half || (Character.isISOControl(character) && !isBlank((char) character))) {
        throw new Mistake(
            ProblemCode.QUERY_SYNTAX,
            i,
            "A control character, or half of a surrogate pair, is in no task; leave it out.");
      }
    }
  }

  private static boolean isBlank(char character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }
}
