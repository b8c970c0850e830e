package dev.punctual.gateway.assistant.language.scan;

import dev.punctual.contracts.Priority;
import dev.punctual.gateway.assistant.language.piece.Piece;
import dev.punctual.gateway.assistant.language.piece.Piece.Found;
import dev.punctual.gateway.assistant.language.piece.Piece.Rank;
import dev.punctual.gateway.assistant.language.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads priorities and tags: "high-priority", "p1", "!low", "tags: travel, urgent", "#work". */
public final class Labels {
  private static final Set<String> TAGS = Set.of("tag", "tags", "tagged");
  private static final Set<String> AND = Set.of(",", "and", "&");
  private static final int MAX_TAGS = 50;

  private Labels() {}

  public static @Nullable Found at(Tokens tokens, int from) {
    Found found = priority(tokens, from);
    if (found == null) {
      found = hash(tokens, from);
    }
    return found == null ? named(tokens, from) : found;
  }

  public static @Nullable Priority priority(String word) {
    return switch (word) {
      case "high", "top", "highest" -> Priority.HIGH;
      case "medium", "normal" -> Priority.MEDIUM;
      case "low", "lowest" -> Priority.LOW;
      default -> null;
    };
  }

  private static @Nullable Found priority(Tokens tokens, int from) {
    if (tokens.is(from, "!")) {
      Priority marked = tokens.touches(from + 1) ? priority(tokens.word(from + 1)) : null;
      return marked == null ? null : new Found(new Rank(marked), from, from + 2);
    }
    if (tokens.is(from, "p") && tokens.touches(from + 1) && tokens.digits(from + 1) == 1) {
      Priority numbered =
          switch (tokens.number(from + 1)) {
            case 1 -> Priority.HIGH;
            case 2 -> Priority.MEDIUM;
            case 3 -> Priority.LOW;
            default -> null;
          };
      return numbered == null ? null : new Found(new Rank(numbered), from, from + 2);
    }
    int first = tokens.is(from, "with") ? from + 1 : from;
    if (tokens.is(first, "priority")) {
      int value = tokens.is(first + 1, ":") || tokens.is(first + 1, "is") ? first + 2 : first + 1;
      Priority said = priority(tokens.word(value));
      return said == null ? null : new Found(new Rank(said), from, value + 1);
    }
    int word = tokens.is(first, "a") ? first + 1 : first;
    Priority said = priority(tokens.word(word));
    int noun = tokens.is(word + 1, "-") ? word + 2 : word + 1;
    if (said == null || !tokens.is(noun, "priority")) {
      return null;
    }
    // The article belongs to what follows: "add a high-priority task".
    return new Found(new Rank(said), first == from && word > from ? word : from, noun + 1);
  }

  private static @Nullable Found hash(Tokens tokens, int from) {
    // "#1234" is a number of something.
    if (!tokens.is(from, "#") || !tokens.touches(from + 1) || tokens.number(from + 1) >= 0) {
      return null;
    }
    int to = tagEnd(tokens, from + 1);
    return to == from + 1
        ? null
        : new Found(new Piece.Labels(List.of(tokens.written(from + 1, to))), from, to);
  }

  private static @Nullable Found named(Tokens tokens, int from) {
    int first = tokens.is(from, "with") || tokens.is(from, "and") ? from + 1 : from;
    first = tokens.is(first, "the") ? first + 1 : first;
    if (!tokens.isIn(first, TAGS)) {
      return null;
    }
    int at = first + 1;
    if (tokens.is(at, ":") || tokens.is(at, "with") || tokens.is(at, "as")) {
      at++;
    } else if (first == from && !tokens.is(first, "tagged")) {
      // "tag" alone is a word like another: "tag the photos".
      return null;
    }
    List<String> tags = new ArrayList<>();
    int end = tagEnd(tokens, at);
    int to = at;
    while (end > at && tags.size() < MAX_TAGS) {
      tags.add(tokens.written(at, end));
      to = end;
      int next = to;
      while (next < to + 2 && tokens.isIn(next, AND)) {
        next++;
      }
      at = tokens.is(next, "#") ? next + 1 : next;
      end = next == to ? at : tagEnd(tokens, at);
    }
    return tags.isEmpty() ? null : new Found(new Piece.Labels(tags), from, to);
  }

  /** One past a tag: a word with what hangs on it without a blank, or a quotation. */
  private static int tagEnd(Tokens tokens, int at) {
    if (at >= tokens.size() || tokens.get(at).isMark()) {
      return at;
    }
    int end = at + 1;
    while (tokens.touches(end) && !tokens.get(at).isQuotation()) {
      boolean joined = tokens.is(end, "-") || tokens.is(end, "_") || tokens.is(end, "/");
      if (joined && tokens.touches(end + 1) && !tokens.get(end + 1).isMark()) {
        end += 2;
      } else if (!tokens.get(end).isMark()) {
        end++;
      } else {
        break;
      }
    }
    return end;
  }
}
