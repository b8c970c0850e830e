package dev.punctual.gateway.assistant.turn;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.assistant.deed.Plan;
import dev.punctual.gateway.assistant.deed.Subject;
import dev.punctual.gateway.assistant.turn.Conversation.Pending;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a turn.
 *
 * @param reply for people
 * @param change what was changed; null: nothing
 * @param plan what waits for a yes; null: nothing
 * @param tasks what was found
 * @param subjects what was spoken of: what "it" means next
 * @param pending the question that was asked; null: none
 */
public record Outcome(
    String reply,
    @Nullable ChangeId change,
    @Nullable Plan plan,
    List<Task> tasks,
    List<Subject> subjects,
    @Nullable Pending pending) {

  public Outcome {
    tasks = List.copyOf(tasks);
    subjects = List.copyOf(subjects);
  }

  /** The same, with something to know first. */
  public Outcome after(String note) {
    return new Outcome(note + " " + reply, change, plan, tasks, subjects, pending);
  }

  /** The same, with more to know behind it. */
  public Outcome followedBy(String more) {
    return new Outcome(reply + more, change, plan, tasks, subjects, pending);
  }

  /** What was told of some things. */
  public static Outcome about(String reply, List<Subject> subjects) {
    return new Outcome(reply, null, null, List.of(), subjects, null);
  }

  public static Outcome said(String reply) {
    return new Outcome(reply, null, null, List.of(), List.of(), null);
  }

  public static Outcome asked(String question, Pending pending) {
    return new Outcome(question, null, null, List.of(), List.of(), pending);
  }

  public static Outcome found(String reply, List<Task> tasks) {
    return new Outcome(reply, null, null, tasks, tasks.stream().map(Subject::of).toList(), null);
  }

  public static Outcome planned(String reply, Plan plan) {
    return new Outcome(reply, null, plan, List.of(), plan.items(), null);
  }

  public static Outcome done(String reply, ChangeId change, List<Subject> subjects) {
    return new Outcome(reply, change, null, List.of(), subjects, null);
  }
}
