package dev.punctual.gateway.assistant.tool;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.assistant.deed.Deed;
import dev.punctual.gateway.assistant.deed.Deeds.Done;
import dev.punctual.gateway.assistant.deed.Subject;
import dev.punctual.gateway.http.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the tools do in one turn: all of it under one change, the rest to be confirmed. */
public final class ToolTurn {
  private final Person person;
  private final boolean asks;
  private final ChangeId change = new ChangeId(Uuid7.next());
  private final List<Done> done = new ArrayList<>();
  private final List<Deed> planned = new ArrayList<>();
  private final Map<UUID, Task> found = new LinkedHashMap<>();
  private @Nullable UUID touched;

  private ToolTurn(Person person, boolean asks) {
    this.person = person;
    this.asks = asks;
  }

  /** A turn in which what takes away, or touches more than one thing, is planned. */
  public static ToolTurn asking(Person person) {
    return new ToolTurn(person, true);
  }

  /** A turn for whoever asks people himself. */
  public static ToolTurn atOnce(Person person) {
    return new ToolTurn(person, false);
  }

  public Person person() {
    return person;
  }

  public ChangeId change() {
    return change;
  }

  public boolean isUntouched() {
    return done.isEmpty() && planned.isEmpty();
  }

  /** What was done, in its order. */
  public List<Done> done() {
    return List.copyOf(done);
  }

  /** What waits for a yes, in its order. */
  public List<Deed> planned() {
    return List.copyOf(planned);
  }

  /** Each task that was found, once. */
  public List<Task> found() {
    return List.copyOf(found.values());
  }

  /** Whether it may be done at once: it takes nothing away and is about the one thing touched. */
  boolean mayDo(Deed deed) {
    Subject subject = deed.subject();
    return !asks
        || !deed.kind().destroys()
            && (subject == null || touched == null || touched.equals(subject.id()));
  }

  void did(Done what) {
    done.add(what);
    touched = touched == null ? what.subject().id() : touched;
  }

  void plan(Deed deed) {
    if (!planned.contains(deed)) {
      planned.add(deed);
    }
  }

  void found(List<Task> tasks) {
    tasks.forEach(task -> found.put(task.id().value(), task));
  }
}
