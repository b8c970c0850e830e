package dev.punctual.gateway.assistant.model;

import dev.punctual.gateway.assistant.deed.Deeds.Done;
import dev.punctual.gateway.assistant.deed.Plan;
import dev.punctual.gateway.assistant.deed.Plans;
import dev.punctual.gateway.assistant.deed.Replies;
import dev.punctual.gateway.assistant.deed.Subject;
import dev.punctual.gateway.assistant.model.ModelEngine.Words;
import dev.punctual.gateway.assistant.tool.ToolTurn;
import dev.punctual.gateway.assistant.turn.Context;
import dev.punctual.gateway.assistant.turn.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a turn with a model. What was done is told from what came of it; the model's words
 * stand where nothing was done, and it is said that nothing was.
 */
final class ModelOutcome {
  private ModelOutcome() {}

  static Outcome of(Context context, ToolTurn turn, Plans plans, Words words) {
    Replies replies = context.replies();
    List<Subject> subjects = new ArrayList<>(turn.done().stream().map(Done::subject).toList());
    List<String> told = new ArrayList<>();
    turn.done().forEach(one -> told.add(replies.done(List.of(one))));
    Plan plan =
        turn.planned().isEmpty()
            ? null
            : plans.propose(context.person(), context.sessionId(), turn.planned());
    if (plan != null) {
      told.add(replies.plan(plan));
      subjects.addAll(plan.items());
    }
    if (told.isEmpty()) {
      told.add(words.text().isBlank() ? "I have nothing to say to that." : words.text().strip());
      told.add("Nothing was changed.");
    } else if (words.isOurs()) {
      told.add(words.text());
      told.add("Nothing else was done.");
    }
    if (subjects.isEmpty()) {
      turn.found().forEach(task -> subjects.add(Subject.of(task)));
    }
    return new Outcome(
        String.join(" ", told),
        turn.done().stream().anyMatch(Done::isChange) ? turn.change() : null,
        plan,
        turn.isUntouched() ? turn.found() : List.of(),
        subjects,
        null);
  }
}
