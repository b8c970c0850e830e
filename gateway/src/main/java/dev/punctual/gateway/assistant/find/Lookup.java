package dev.punctual.gateway.assistant.find;

import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.assistant.deed.Replies;
import dev.punctual.gateway.assistant.deed.Subject;
import dev.punctual.gateway.assistant.language.meaning.Reference;
import dev.punctual.gateway.assistant.language.meaning.Wanted;
import dev.punctual.gateway.assistant.language.meaning.Wanted.State;
import dev.punctual.gateway.assistant.turn.Context;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.http.Refused;
import dev.punctual.store.Database;
import dev.punctual.store.Owned;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Which of a person's things are meant; never a guess between two. */
@Singleton
public final class Lookup {
  /** More things than this are not done in one turn. */
  public static final int MAX = 100;

  /** Words that say how a thing recurs and need not stand in its title. */
  private static final Set<String> RHYTHMS =
      Set.of("daily", "weekly", "monthly", "yearly", "annual", "quarterly", "recurring");

  private static final int FEW = 6;

  private final TaskSearch search;
  private final Recent recent;
  private final Database database;

  Lookup(TaskSearch search, Recent recent, Database database) {
    this.search = search;
    this.recent = recent;
    this.database = database;
  }

  /** What a reference leads to. */
  public sealed interface Met<T> {
    /** These, at least one. */
    record These<T>(List<T> things) implements Met<T> {
      public These {
        things = List.copyOf(things);
      }
    }

    /** One of these: it has to be asked which. */
    record Which<T>(List<T> candidates) implements Met<T> {
      public Which {
        candidates = List.copyOf(candidates);
      }
    }

    /**
     * Nothing.
     *
     * @param reply says so, and what there is instead
     */
    record Nothing<T>(String reply) implements Met<T> {}
  }

  /**
   * Tasks.
   *
   * @param state in which those are looked for that are named
   */
  public Met<Task> tasks(Context context, Reference reference, State state) {
    Subject chosen = context.chosen();
    if (chosen != null && chosen.kind() == Subject.Kind.TASK) {
      return these(load(context, List.of(chosen)), "It is gone meanwhile.");
    }
    return switch (reference) {
      case Reference.It(boolean many) -> spoken(context, many);
      case Reference.All(Wanted wanted) -> all(context, wanted, state);
      case Reference.Named(String words) -> named(context, words, state);
    };
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
    List<String> words = words(said);
    List<Series> found = recent.series(context.person(), words, FEW);
    List<String> fewer = words.stream().filter(word -> !RHYTHMS.contains(word)).toList();
    if (found.isEmpty() && !fewer.isEmpty()) {
      words = fewer;
      found = recent.series(context.person(), fewer, FEW);
    }
    if (chosen != null) {
      found = found.stream().filter(one -> one.id().value().equals(chosen.id())).toList();
    }
    return found.isEmpty()
        ? new Met.Nothing<>("No series is called " + context.replies().name(said) + ".")
        : one(found, said, words, Series::title);
  }

  private Met<Task> named(Context context, String said, State state) {
    List<String> words = words(said);
    List<Task> found = named(context, words, state == State.ANY ? State.OPEN : state);
    if (found.isEmpty() && state == State.ANY) {
      found = named(context, words, State.ANY);
    }
    return found.isEmpty()
        ? new Met.Nothing<>(nothing(context, said, words, state))
        : one(found, said, List.of(said.split("\\s+")), Task::title);
  }

  private List<Task> named(Context context, List<String> words, State state) {
    return search.find(context.person(), Wanted.named(state, words), FEW);
  }

  /**
   * That whose title is exactly what was said, else the one with a title of such words. What only
   * has the letters somewhere in it, or the words in its notes, is asked about.
   */
  private static <T> Met<T> one(
      List<T> found, String said, List<String> words, Function<T, String> title) {
    List<T> exact =
        found.stream().filter(thing -> title.apply(thing).equalsIgnoreCase(said)).toList();
    List<T> titled =
        exact.isEmpty()
            ? found.stream().filter(thing -> Titles.have(title.apply(thing), words)).toList()
            : exact;
    return titled.size() == 1
        ? new Met.These<>(titled)
        : new Met.Which<>(titled.isEmpty() ? found : titled);
  }

  private Met<Task> all(Context context, Wanted wanted, State state) {
    Wanted meant = wanted.state() == State.ANY ? wanted.in(state) : wanted;
    return these(
        search.find(context.person(), meant, MAX + 1), "There are no " + meant.spoken() + ".");
  }

  private Met<Task> spoken(Context context, boolean many) {
    List<Subject> tasks =
        context.conversation().subjects().stream()
            .filter(subject -> subject.kind() == Subject.Kind.TASK)
            .toList();
    List<Task> loaded = load(context, tasks);
    return loaded.size() > 1 && !many
        ? new Met.Which<>(loaded.subList(0, Math.min(FEW, loaded.size())))
        : these(loaded, "I do not know what you mean by that. Say the name of the task.");
  }

  private static Met<Task> these(List<Task> tasks, String otherwise) {
    return tasks.isEmpty() ? new Met.Nothing<>(otherwise) : new Met.These<>(tasks);
  }

  /**
   * A person's task.
   *
   * @throws Refused when there is none
   */
  public Task task(Person person, TaskId id) {
    return database
        .read(
            person.id(),
            connection -> TaskRows.find(connection, List.of(new Owned<>(person.id(), id))))
        .stream()
        .filter(row -> row.deletedAt() == null)
        .findFirst()
        .orElseThrow(Refused::notFound)
        .task();
  }

  private List<Task> load(Context context, List<Subject> subjects) {
    List<Owned<TaskId>> keys =
        subjects.stream()
            .map(subject -> new Owned<>(context.person().id(), new TaskId(subject.id())))
            .toList();
    return database
        .read(context.person().id(), connection -> TaskRows.find(connection, keys))
        .stream()
        .filter(row -> row.deletedAt() == null)
        .map(TaskRow::task)
        .toList();
  }

  /** Says that there is nothing, and what a wider question finds. */
  private String nothing(Context context, String said, List<String> words, State state) {
    Replies replies = context.replies();
    String none =
        "Nothing "
            + (state == State.OPEN ? "open " : state == State.COMPLETED ? "completed " : "")
            + "is called "
            + replies.name(said)
            + ".";
    List<Task> wider = named(context, words, State.ANY);
    if (!wider.isEmpty() && state != State.ANY) {
      String other = state == State.OPEN ? "Not open any more: " : "Still open: ";
      return none + " " + other + replies.names(wider.stream().map(Subject::of).toList()) + ".";
    }
    for (String word : words) {
      List<Task> some =
          words.size() > 1 && word.length() > 2
              ? named(context, List.of(word), State.OPEN)
              : List.of();
      if (!some.isEmpty()) {
        return none
            + " Close to it: "
            + replies.names(some.stream().map(Subject::of).toList())
            + ".";
      }
    }
    return none;
  }

  /** At most 20 words, in lower case. */
  public static List<String> words(String said) {
    return Arrays.stream(said.toLowerCase(Locale.ROOT).split("\\s+"))
        .filter(word -> !word.isEmpty())
        .limit(20)
        .toList();
  }
}
