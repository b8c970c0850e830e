package dev.punctual.gateway.assistant.language;

import dev.punctual.gateway.assistant.language.meaning.Reference;
import dev.punctual.gateway.assistant.language.meaning.Reference.All;
import dev.punctual.gateway.assistant.language.meaning.Reference.It;
import dev.punctual.gateway.assistant.language.meaning.Reference.Named;
import dev.punctual.gateway.assistant.language.meaning.Wanted.State;
import dev.punctual.gateway.assistant.language.text.Tokens;
import java.time.LocalDate;
import java.util.Set;

/** Reads what a sentence speaks of: "it", "the dentist", "everything tagged travel". */
final class References {
  private static final Set<String> IT = Set.of("it", "that", "this");
  private static final Set<String> THEM = Set.of("them", "those", "these", "both");
  private static final Set<String> ALL_OF = Set.of("all", "both");
  private static final Set<String> EVERYTHING = Set.of("everything", "all", "every");
  private static final Set<String> ARTICLES = Set.of("the", "my", "a", "an", "our");
  private static final Set<String> NOUNS = Set.of("task", "series", "one");

  private References() {}

  static Reference read(Tokens tokens, int from, int to, LocalDate today) {
    int first = from;
    int last = to;
    while (last > first && tokens.get(last - 1).isMark()) {
      last--;
    }
    while (last - first > 1 && tokens.isIn(first, ARTICLES)) {
      first++;
    }
    int pronounAt = tokens.isIn(first, ALL_OF) && last - first > 1 ? first + 1 : first;
    pronounAt += pronounAt > first && tokens.is(pronounAt, "of") ? 1 : 0;
    boolean many = tokens.isIn(pronounAt, THEM);
    boolean alone = last - pronounAt == 1 || (many && tokens.is(last - 1, "all"));
    boolean pronoun =
        (many && alone)
            || (tokens.isIn(first, IT)
                && (last - first == 1 || (last - first == 2 && tokens.isIn(last - 1, NOUNS))));
    boolean theOne = first > from && last - first == 1 && tokens.isIn(first, NOUNS);
    if (last <= first || pronoun || theOne) {
      return new It(many);
    }
    if (tokens.isIn(first, EVERYTHING) || hasTasks(tokens, first, last)) {
      return new All(Wishes.read(tokens, first, last, today, State.ANY));
    }
    if (last - first > 1 && tokens.isIn(last - 1, NOUNS)) {
      last--;
    }
    return new Named(tokens.written(first, last));
  }

  private static boolean hasTasks(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.is(i, "tasks")) {
        return true;
      }
    }
    return false;
  }
}
