package dev.punctual.gateway.assistant.language.scan;

import dev.punctual.gateway.assistant.language.meaning.Choice;
import dev.punctual.gateway.assistant.language.meaning.Doubt;
import dev.punctual.gateway.assistant.language.piece.Piece.Day;
import dev.punctual.gateway.assistant.language.piece.Piece.Found;
import dev.punctual.gateway.assistant.language.piece.Piece.Repeat;
import dev.punctual.gateway.assistant.language.piece.Piece.Time;
import dev.punctual.gateway.assistant.language.text.Tokens;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks which counts, where two days or two times of day are said of one thing. */
public final class Twice {
  private static final Set<String> RANGE = Set.of("to", "until", "till", "-", "\u2013");
  private static final Set<String> LIST = Set.of("and", "or", ",", "/", "&");

  private Twice() {}

  /** Null: nothing is said twice. From three to five is said once: what is due has no end. */
  public static @Nullable Doubt of(Scan scan) {
    boolean once =
        scan.first(Repeat.class).map(repeat -> Timing.needsDay(repeat.repeating())).orElse(true);
    // "on Monday to prepare for Thursday" is for Monday.
    Doubt days =
        once
            ? of(scan, one -> one.piece() instanceof Day && !scan.tokens().is(one.from(), "for"))
            : null;
    return days == null ? of(scan, one -> one.piece() instanceof Time) : days;
  }

  private static @Nullable Doubt of(Scan scan, Predicate<Found> kind) {
    List<Found> said = scan.found().stream().filter(kind).toList();
    Found first = said.isEmpty() ? null : said.getFirst();
    Found other =
        said.stream()
            .filter(one -> first != null && !one.piece().equals(first.piece()))
            .findFirst()
            .orElse(null);
    if (first == null || other == null || areAll(scan.tokens(), first, other, RANGE)) {
      return null;
    }
    Tokens tokens = scan.tokens();
    String one = tokens.written(first.from(), first.to());
    String two = tokens.written(other.from(), other.to());
    int from = tokens.get(first.from()).from();
    int to = tokens.get(other.to() - 1).to();
    String between =
        tokens.text().substring(tokens.get(first.to() - 1).to(), tokens.get(other.from()).from());
    boolean list = areAll(tokens, first, other, LIST);
    return new Doubt(
        "Do you mean " + bare(one) + ", or " + bare(two) + "?",
        from,
        to,
        List.of(
            new Choice(bare(one), list ? one : one + between + quoted(two)),
            new Choice(bare(two), list ? two : quoted(one) + between + two)));
  }

  private static String bare(String words) {
    return words.replaceFirst("^(?i)(?:at|on|by|due|from|for) ", "");
  }

  /** What is quoted is not read again. */
  private static String quoted(String words) {
    return "\"" + words + "\"";
  }

  private static boolean areAll(Tokens tokens, Found first, Found other, Set<String> words) {
    for (int i = first.to(); i < other.from(); i++) {
      if (!tokens.isIn(i, words)) {
        return false;
      }
    }
    return true;
  }
}
