package dev.punctual.gateway.assistant;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.assistant.deed.Plan;
import dev.punctual.gateway.assistant.deed.Subject;
import dev.punctual.gateway.assistant.language.meaning.Choice;
import dev.punctual.gateway.assistant.turn.Conversation.Pending;
import dev.punctual.gateway.assistant.turn.Outcome;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the assistant answers (DESIGN §5).
 *
 * @param changeId what was changed, to be undone whole; null: nothing
 * @param plan what waits for a yes; null: nothing
 * @param tasks what was found
 * @param choices what the question may be answered with; empty: there is none, or freely
 */
public record Reply(
    String reply,
    UUID sessionId,
    @Nullable ChangeId changeId,
    @Nullable Plan plan,
    List<Task> tasks,
    List<String> choices) {

  public Reply {
    tasks = List.copyOf(tasks);
    choices = List.copyOf(choices);
  }

  static Reply of(Outcome outcome, UUID sessionId) {
    return new Reply(
        outcome.reply(),
        sessionId,
        outcome.change(),
        outcome.plan(),
        outcome.tasks(),
        choices(outcome.pending()));
  }

  private static List<String> choices(@Nullable Pending pending) {
    if (pending == null) {
      return List.of();
    }
    return pending.candidates().isEmpty()
        ? pending.choices().stream().map(Choice::say).toList()
        : pending.candidates().stream().map(Subject::title).toList();
  }
}
