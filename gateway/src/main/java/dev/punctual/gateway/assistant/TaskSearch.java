package dev.punctual.gateway.assistant;

import dev.punctual.contracts.Task;
import dev.punctual.gateway.assistant.language.Wanted;
import dev.punctual.gateway.http.Person;
import java.util.List;

/** The port through which the assistant finds a person's tasks; what is in the trash is absent. */
public interface TaskSearch {

  /**
   * What is found, the earliest due first.
   *
   * @param limit how many at most
   */
  List<Task> find(Person person, Wanted wanted, int limit);
}
