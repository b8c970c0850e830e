package dev.punctual.gateway.assistant.language.text;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence as one line of its tokens, a blank between any two, without the courtesies at either
 * end: what patterns are held against.
 */
public final class Line {
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:(?:please|hey|hi|hello|ok|okay|so|and|then|also|just|now|,"
              + "|(?:can|could|would|will) you|i (?:want|need|would like) (?:you )?to|let ' s) )+");
  private static final Pattern AFTER =
      Pattern.compile("(?: (?:please|thanks|thank you|for me|now|\\.|!|\\?|,))+$");

  private final Tokens tokens;
  private final int[] starts;
  private final String text;
  private final int from;
  private final int to;

  private Line(Tokens tokens, int[] starts, String text, int from, int to) {
    this.tokens = tokens;
    this.starts = starts;
    this.text = text;
    this.from = from;
    this.to = to;
  }

  public static Line of(Tokens tokens) {
    StringBuilder line = new StringBuilder();
    int[] starts = new int[tokens.size()];
    for (int i = 0; i < starts.length; i++) {
      line.append(i == 0 ? "" : " ");
      starts[i] = line.length();
      line.append(tokens.word(i));
    }
    String text = line.toString();
    Matcher before = BEFORE.matcher(text);
    Matcher after = AFTER.matcher(text);
    int from = before.lookingAt() ? before.end() : 0;
    int to = after.find(from) ? after.start() : text.length();
    return new Line(tokens, starts, text, from, Math.max(from, to));
  }

  /** A run of tokens: from inclusive, to exclusive. */
  public record Words(int from, int to) {}

  /** The whole line must match; null: it does not. */
  public @Nullable Match match(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(from, to);
    return matcher.matches() ? new Match(this, matcher) : null;
  }

  public Tokens tokens() {
    return tokens;
  }

  public boolean isEmpty() {
    return from == to;
  }

  private Words words(int start, int end) {
    return new Words(index(start), index(end));
  }

  /** The first token that begins at or after a place. */
  private int index(int place) {
    int found = Arrays.binarySearch(starts, place);
    return found >= 0 ? found : -found - 1;
  }

  /** A line that a pattern matches. */
  public record Match(Line line, Matcher matcher) {

    public boolean has(String group) {
      return matcher.namedGroups().containsKey(group) && matcher.group(group) != null;
    }

    /** The tokens of a group that is there. */
    public Words words(String group) {
      return line.words(matcher.start(group), matcher.end(group));
    }

    public String word(String group) {
      return matcher.group(group);
    }
  }
}
