package dev.punctual.gateway.assistant.find;

import dev.punctual.gateway.assistant.language.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Names of several things in one: "groceries, the dentist and rent", "2 reports". Pure. */
final class Enumeration {
  private static final Pattern BETWEEN =
      Pattern.compile("\\s*(?:,(?:\\s*and\\b)?|&|\\band\\b)\\s*");
  private static final Pattern ARTICLE = Pattern.compile("(?:the|my|a|an)\\s+");

  private Enumeration() {}

  /** Its parts, each a name; one: it names one thing. */
  static List<String> parts(String said) {
    return Arrays.stream(BETWEEN.split(said))
        .map(part -> ARTICLE.matcher(part).lookingAt() ? part.replaceFirst("^\\S+\\s+", "") : part)
        .filter(part -> !part.isBlank())
        .distinct()
        .toList();
  }

  /** How many are meant, where a number stands before a name; 0: none does. */
  static int count(List<String> words) {
    int count = words.size() < 2 ? 0 : Words.number(words.getFirst());
    return Math.max(0, count);
  }
}
