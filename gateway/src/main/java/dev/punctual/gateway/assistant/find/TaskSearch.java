package dev.punctual.gateway.assistant.find;

import dev.punctual.contracts.Task;
import dev.punctual.gateway.assistant.language.meaning.Wanted;
import dev.punctual.gateway.find.Search;
import dev.punctual.gateway.find.TaskFinder;
import dev.punctual.gateway.http.Person;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds a person's tasks by the one query grammar: what REST finds, and nothing else. */
@Singleton
public final class TaskSearch {
  private static final String EARLIEST_DUE = "due";

  private final TaskFinder finder;

  TaskSearch(TaskFinder finder) {
    this.finder = finder;
  }

  /**
   * What is found, the earliest due first.
   *
   * @param limit how many at most, 1 to {@link dev.punctual.gateway.http.PageRequest#MAX_LIMIT}
   * @throws dev.punctual.gateway.http.Refused when that is too much for one query
   */
  public List<Task> find(Person person, Wanted wanted, int limit) {
    return finder.page(person, Search.of(wanted.query(), null, EARLIEST_DUE), limit, null).items();
  }
}
