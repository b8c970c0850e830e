package dev.punctual.gateway.assistant.find;

import dev.punctual.contracts.Id.TaskId;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of a person's tasks are meant; never a guess between two. */
@Singleton
public final class Lookup {
  /** More things than this are not done in one turn. */
  public static final int MAX = 100;

  /** As many are asked about. */
  static final int FEW = 6;

  private final TaskSearch search;
  private final Recent recent;
  private final Database database;

  Lookup(TaskSearch search, Recent recent, Database database) {
    this.search = search;
    this.recent = recent;
    this.database = database;
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

  private Met<Task> named(Context context, String said, State state) {
    List<String> words = words(said);
    List<Task> found = named(context, words, state == State.ANY ? State.OPEN : state);
    if (found.isEmpty() && state == State.ANY) {
      found = named(context, words, State.ANY);
    }
    if (found.isEmpty()) {
      Met<Task> several = several(context, said, words, state);
      if (several != null) {
        return several;
      }
    }
    return found.isEmpty()
        ? new Met.Nothing<>(nothing(context, said, words, state))
        : Met.one(found, said, List.of(said.split("\\s+")), Task::title);
  }

  /**
   * "groceries and the dentist", "2 reports": each of the names means one thing, and as many are
   * called so as were said; null: it names one thing.
   */
  private @Nullable Met<Task> several(
      Context context, String said, List<String> words, State state) {
    int count = Enumeration.count(words);
    if (count > 1) {
      List<String> name = words.subList(1, words.size());
      List<Task> called =
          named(context, name, state).stream()
              .filter(task -> Titles.have(task.title(), name))
              .toList();
      if (!called.isEmpty()) {
        return called.size() == count ? new Met.These<>(called) : new Met.Which<>(called);
      }
    }
    List<String> names = Enumeration.parts(said);
    if (names.size() < 2 || names.size() > FEW) {
      return null;
    }
    Map<TaskId, Task> all = new LinkedHashMap<>();
    for (String name : names) {
      switch (named(context, name, state)) {
        case Met.These<Task>(List<Task> one) -> one.forEach(task -> all.put(task.id(), task));
        case Met.Which<Task>(List<Task> candidates) -> {
          return new Met.Nothing<>(
              "Nothing was done: "
                  + context.replies().name(name)
                  + " may mean more than one. Say them one at a time.");
        }
        case Met.Nothing<Task>(String reply) -> {
          return new Met.Nothing<>("Nothing was done. " + reply);
        }
      }
    }
    return new Met.These<>(List.copyOf(all.values()));
  }

  /** Tasks in the trash; one at a time. */
  public Met<Task> trashed(Context context, Reference reference) {
    if (!(reference instanceof Reference.Named(String said))) {
      return new Met.Nothing<>("Which deleted task? Say its name.");
    }
    Subject chosen = context.chosen();
    List<String> words = words(said);
    List<Task> found = recent.trashed(context.person(), words, FEW);
    if (chosen != null) {
      found = found.stream().filter(task -> task.id().value().equals(chosen.id())).toList();
    }
    return found.isEmpty()
        ? new Met.Nothing<>("Nothing in the trash is called " + context.replies().name(said) + ".")
        : Met.one(found, said, words, Task::title);
  }

  private List<Task> named(Context context, List<String> words, State state) {
    return search.find(context.person(), Wanted.named(state, words), FEW);
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
