package dev.punctual.gateway.decide;

import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.http.ProblemCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What people write of a task or a series, within its bounds (DESIGN §4). Characters are Unicode
 * code points.
 *
 * @param title one line, trimmed, 1 to 255 characters
 * @param notes any number of lines, at most 20,000 characters
 * @param tags at most 50, each once in the order given: trimmed, in lower case, 1 to 50 characters
 */
public record Wording(String title, String notes, List<String> tags) {
  private static final int MAX_TITLE = 255;
  private static final int MAX_NOTES = 20_000;
  private static final int MAX_TAG = 50;
  private static final int MAX_TAGS = 50;

  public Wording {
    tags = List.copyOf(tags);
  }

  /** The wording as it is kept. */
  public static Decision<Wording> of(String title, @Nullable String notes, List<String> tags) {
    return line(title, "title", MAX_TITLE)
        .then(
            keptTitle ->
                notes(notes == null ? "" : notes)
                    .then(
                        keptNotes ->
                            tags(tags)
                                .then(
                                    keptTags ->
                                        new Accepted<>(
                                            new Wording(keptTitle, keptNotes, keptTags)))));
  }

  /** One line: trimmed, 1 to {@code max} characters, none of them a control character. */
  public static Decision<String> line(String text, String field, int max) {
    String trimmed = text.strip();
    return trimmed.codePoints().allMatch(Wording::isInvisible)
        ? new Rejected<>(ProblemCode.EMPTY, field, field + " needs at least one character.")
        : bounded(trimmed, field, max, Character::isISOControl);
  }

  /** One tag: in lower case, trimmed, 1 to {@value #MAX_TAG} characters. */
  public static Decision<String> tag(String text, String field) {
    return line(text.toLowerCase(Locale.ROOT), field, MAX_TAG);
  }

  private static boolean isInvisible(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.getType(character) == Character.FORMAT;
  }

  private static Decision<String> notes(String text) {
    return bounded(
        text.replace("\r\n", "\n").replace('\r', '\n'),
        "notes",
        MAX_NOTES,
        character -> Character.isISOControl(character) && character != '\n' && character != '\t');
  }

  private static Decision<List<String>> tags(List<String> tags) {
    Set<String> kept = new LinkedHashSet<>();
    for (int i = 0; i < tags.size(); i++) {
      switch (tag(tags.get(i), "tags[" + i + "]")) {
        case Accepted<String>(String tag) -> kept.add(tag);
        case Rejected<String>(ProblemCode code, String field, String message) -> {
          return new Rejected<>(code, field, message);
        }
      }
    }
    return kept.size() > MAX_TAGS
        ? new Rejected<>(
            ProblemCode.TOO_MANY, "tags", "There are at most " + MAX_TAGS + " tags to one thing.")
        : new Accepted<>(List.copyOf(kept));
  }

  private static Decision<String> bounded(
      String text, String field, int max, IntPredicate forbidden) {
    int length = text.codePointCount(0, text.length());
    if (length > max) {
      return new Rejected<>(
          ProblemCode.TOO_LONG,
          field,
          field + " has " + length + " characters; at most " + max + " are kept.");
    }
    boolean unkept =
        text.codePoints().anyMatch(character -> forbidden.test(character) || isHalf(character));
    return unkept
        ? new Rejected<>(
            ProblemCode.INVALID_TEXT,
            field,
            field + " holds a control character or half of a surrogate pair; leave it out.")
        : new Accepted<>(text);
  }

  private static boolean isHalf(int character) {
    return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
  }
}
