package dev.punctual.gateway.assistant.language.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A text, cut into tokens. What lies beyond either end is the empty word. */
public final class Tokens {
  /** So far a closing quotation mark is looked for. */
  private static final int LONGEST_QUOTATION = 255;

  private final String text;
  private final List<Token> tokens;

  private Tokens(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = List.copyOf(tokens);
  }

  public static Tokens of(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      int end = at + Character.charCount(character);
      if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
        at = end;
        continue;
      }
      int quotation = quotationEnd(text, at, character);
      if (quotation > 0) {
        tokens.add(new Token(Token.QUOTATION, at, quotation));
        at = quotation;
        continue;
      }
      end = runEnd(text, end, character);
      tokens.add(new Token(plain(text.substring(at, end)), at, end));
      at = end;
    }
    return new Tokens(text, tokens);
  }

  public String text() {
    return text;
  }

  public int size() {
    return tokens.size();
  }

  public Token get(int index) {
    return tokens.get(index);
  }

  public String word(int index) {
    return index < 0 || index >= tokens.size() ? "" : tokens.get(index).word();
  }

  public boolean is(int index, String word) {
    return word(index).equals(word);
  }

  public boolean isIn(int index, Set<String> words) {
    return words.contains(word(index));
  }

  /** Whether these words stand here, one after another. */
  public boolean are(int index, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!is(index + i, words[i])) {
        return false;
      }
    }
    return true;
  }

  /** The number of up to four digits that stands here, else -1. */
  public int number(int index) {
    String word = word(index);
    return !word.isEmpty() && word.length() <= 4 && word.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Integer.parseInt(word)
        : -1;
  }

  public int digits(int index) {
    return number(index) < 0 ? 0 : word(index).length();
  }

  /** Whether nothing lies between this token and the one before it. */
  public boolean touches(int index) {
    return index > 0
        && index < tokens.size()
        && tokens.get(index - 1).to() == tokens.get(index).from();
  }

  /**
   * The text from one token to another, exclusive, as it was written; a quotation without marks.
   */
  public String written(int from, int to) {
    if (from >= to) {
      return "";
    }
    Token only = tokens.get(from);
    return to - from == 1 && only.isQuotation()
        ? text.substring(only.from() + 1, only.to() - 1).strip()
        : text.substring(only.from(), tokens.get(to - 1).to());
  }

  private static int runEnd(String text, int from, int first) {
    int end = from;
    boolean letters = isLetter(first);
    boolean digits = first >= '0' && first <= '9';
    while (end < text.length() && (letters || digits)) {
      int next = text.codePointAt(end);
      boolean same = letters ? isLetter(next) : next >= '0' && next <= '9';
      if (!same) {
        break;
      }
      end += Character.charCount(next);
    }
    return end;
  }

  private static boolean isLetter(int character) {
    return Character.isLetterOrDigit(character) && !(character >= '0' && character <= '9')
        || Character.getType(character) == Character.NON_SPACING_MARK;
  }

  /** One past the closing mark; 0: no quotation begins here. */
  private static int quotationEnd(String text, int at, int character) {
    String closing =
        switch (character) {
          case '"' -> "\"";
          case '\u201c' -> "\u201d";
          default -> "";
        };
    if (closing.isEmpty()) {
      return 0;
    }
    int end = text.indexOf(closing, at + 1, Math.min(text.length(), at + LONGEST_QUOTATION));
    return end < 0 || text.substring(at + 1, end).isBlank() ? 0 : end + 1;
  }

  private static String plain(String run) {
    return run.equals("\u2019") ? "'" : run.toLowerCase(Locale.ROOT);
  }
}
