package dev.punctual.gateway.assistant;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.assistant.Deeds.Done;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the tools did in one turn: all of it under one change, the rest in one plan. */
final class ToolTurn {
  private final Context context;
  private final ChangeId change = new ChangeId(Uuid7.next());
  private final List<Done> done = new ArrayList<>();
  private final List<Deed> planned = new ArrayList<>();
  private final Map<UUID, Task> found = new LinkedHashMap<>();
  private @Nullable UUID touched;

  ToolTurn(Context context) {
    this.context = context;
  }

  Context context() {
    return context;
  }

  ChangeId change() {
    return change;
  }

  boolean isUntouched() {
    return done.isEmpty() && planned.isEmpty();
  }

  /** Whether it may be done at once: it takes nothing away and is about the one thing touched. */
  boolean isHarmless(Deed deed) {
    Subject subject = deed.subject();
    return !deed.kind().destroys()
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

  /**
   * What came of the turn. What was done is told from what came of it; the model's words stand
   * where nothing was done, and it is said that nothing was.
   */
  Outcome outcome(Plans plans, String words) {
    List<Subject> subjects = new ArrayList<>(done.stream().map(Done::subject).toList());
    List<String> told = new ArrayList<>();
    Replies replies = context.replies();
    done.forEach(one -> told.add(replies.done(List.of(one))));
    Plan plan =
        planned.isEmpty() ? null : plans.propose(context.person(), context.sessionId(), planned);
    if (plan != null) {
      told.add(replies.plan(plan));
      subjects.addAll(plan.items());
    }
    if (told.isEmpty()) {
      told.add(words.isBlank() ? "I have nothing to say to that." : words.strip());
      told.add("Nothing was changed.");
    }
    if (subjects.isEmpty()) {
      found.values().forEach(task -> subjects.add(Subject.of(task)));
    }
    return new Outcome(
        String.join(" ", told),
        done.isEmpty() ? null : change,
        plan,
        done.isEmpty() && plan == null ? List.copyOf(found.values()) : List.of(),
        subjects,
        null);
  }
}
