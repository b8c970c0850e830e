package dev.punctual.gateway.assistant.find;

import dev.punctual.contracts.Series;
import dev.punctual.gateway.assistant.deed.Subject;
import dev.punctual.gateway.assistant.language.meaning.Reference;
import dev.punctual.gateway.assistant.turn.Context;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Which of a person's series are meant; never a guess between two. */
@Singleton
public final class SeriesLookup {
  /** Words that say how a thing recurs and need not stand in its title. */
  private static final Set<String> RHYTHMS =
      Set.of("daily", "weekly", "monthly", "yearly", "annual", "quarterly", "recurring");

  private final Recent recent;

  SeriesLookup(Recent recent) {
    this.recent = recent;
  }

  /** Series that have not ended. */
  public Met<Series> series(Context context, Reference reference) {
    return switch (reference) {
      case Reference.Named(String said) -> series(context, said);
      case Reference.It it -> {
        Subject last =
            context.conversation().subjects().stream()
                .filter(subject -> subject.kind() == Subject.Kind.SERIES)
                .findFirst()
                .orElse(null);
        yield last == null
            ? new Met.Nothing<>("Which series do you mean? Say its name.")
            : series(context, last.title());
      }
      case Reference.All all -> new Met.Nothing<>("One series at a time: say its name.");
    };
  }

  private Met<Series> series(Context context, String said) {
    Subject chosen = context.chosen();
    List<String> words = Lookup.words(said);
    List<Series> found = recent.series(context.person(), words, Lookup.FEW);
    List<String> fewer = words.stream().filter(word -> !RHYTHMS.contains(word)).toList();
    if (found.isEmpty() && !fewer.isEmpty()) {
      words = fewer;
      found = recent.series(context.person(), fewer, Lookup.FEW);
    }
    if (chosen != null) {
      found = found.stream().filter(one -> one.id().value().equals(chosen.id())).toList();
    }
    return found.isEmpty()
        ? new Met.Nothing<>("No series is called " + context.replies().name(said) + ".")
        : Met.one(found, said, words, Series::title);
  }
}
