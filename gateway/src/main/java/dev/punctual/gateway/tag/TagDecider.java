package dev.punctual.gateway.tag;

import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.decide.Wording;
import dev.punctual.gateway.http.ProblemCode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of tags. */
final class TagDecider {
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

  private TagDecider() {}

  /** What becomes of a tag. */
  sealed interface Outcome {
    /** It stays, perhaps under another name or in another colour. */
    record Kept(String name, @Nullable String colour) implements Outcome {}

    /** It becomes one with another, which stays as it is. */
    record Merged(String into) implements Outcome {}
  }

  /**
   * What a draft makes of a tag.
   *
   * @param taken whether another tag has the draft's name already
   */
  static Decision<Outcome> decide(String tag, TagDraft draft, boolean taken) {
    return name(draft)
        .then(
            name ->
                colour(draft.colour())
                    .then(
                        colour -> {
                          if (name.equals(tag) || !taken) {
                            return new Accepted<>(
                                new Outcome.Kept(name, colour.isEmpty() ? null : colour));
                          }
                          return Boolean.TRUE.equals(draft.merge())
                              ? new Accepted<>(new Outcome.Merged(name))
                              : new Rejected<>(
                                  ProblemCode.NAME_TAKEN,
                                  "name",
                                  "There is a tag "
                                      + name
                                      + " already; say merge: true to make them one.");
                        }));
  }

  /** The draft's name as tags are kept. */
  static Decision<String> name(TagDraft draft) {
    return Wording.tag(draft.name(), "name");
  }

  private static Decision<String> colour(@Nullable String text) {
    String colour = text == null ? "" : text.toLowerCase(Locale.ROOT);
    return colour.isEmpty() && text == null || COLOUR.matcher(colour).matches()
        ? new Accepted<>(colour)
        : new Rejected<>(
            ProblemCode.INVALID_VALUE, "colour", "A colour is written as #1e90ff, or null.");
  }
}
