package dev.punctual.gateway.assistant.offline;

import dev.punctual.contracts.Series;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.assistant.deed.Deed;
import dev.punctual.gateway.assistant.deed.Deeds;
import dev.punctual.gateway.assistant.deed.Plan;
import dev.punctual.gateway.assistant.deed.Plans;
import dev.punctual.gateway.assistant.deed.Plans.Carried;
import dev.punctual.gateway.assistant.deed.Subject;
import dev.punctual.gateway.assistant.find.Lookup;
import dev.punctual.gateway.assistant.find.Lookup.Met;
import dev.punctual.gateway.assistant.language.Addition;
import dev.punctual.gateway.assistant.language.Doubt;
import dev.punctual.gateway.assistant.language.Intent;
import dev.punctual.gateway.assistant.language.Reference;
import dev.punctual.gateway.assistant.language.Sentence;
import dev.punctual.gateway.assistant.language.Wanted.State;
import dev.punctual.gateway.assistant.turn.Context;
import dev.punctual.gateway.assistant.turn.Engine;
import dev.punctual.gateway.assistant.turn.Outcome;
import dev.punctual.gateway.task.TaskDraft;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The engine without a model: what {@link Sentence} reads, done at once or planned. The same words
 * about the same things lead to the same.
 */
@Singleton
public final class Offline implements Engine {
  static final String HELP =
      "Tell me in a sentence: \u201cremind me to call mum tomorrow at 9\u201d, \u201cevery Friday at"
          + " 14:00 submit the report\u201d, \u201cwhat's due this week\u201d, \u201cmove the dentist to"
          + " Thursday 3pm\u201d, \u201cI'm done with groceries\u201d, \u201cundo that\u201d.";

  private final Lookup lookup;
  private final Telling telling;
  private final Plans plans;
  private final Reminding reminding;
  private final TakingBack takingBack;

  Offline(Lookup lookup, Telling telling, Plans plans, Reminding reminding, TakingBack takingBack) {
    this.lookup = lookup;
    this.telling = telling;
    this.plans = plans;
    this.reminding = reminding;
    this.takingBack = takingBack;
  }

  @Override
  public Outcome answer(Context context, Progress progress) {
    if (progress.isGone()) {
      return Outcome.said("Nobody waited for it, so it was not done.");
    }
    Context meant = Pendings.resolve(context);
    return does(meant, Sentence.read(meant.message(), meant.speaker()));
  }

  private Outcome does(Context context, Intent intent) {
    return switch (intent) {
      case Intent.Add(Addition addition) -> add(context, addition);
      case Intent.SetPriority(Reference what, var priority) ->
          edit(context, what, task -> "{\"priority\":\"" + priority.wireName() + "\"}");
      case Intent.AddTags(Reference what, List<String> tags) ->
          edit(context, what, task -> Edits.withTags(task, tags));
      case Intent.RemoveTags(Reference what, List<String> tags) ->
          edit(context, what, task -> Edits.withoutTags(task, tags));
      case Intent.Rename(Reference what, String title) ->
          edit(context, what, task -> Edits.titled(title));
      case Intent.Move(Reference what, var when) ->
          edit(context, what, task -> Edits.moved(task, when, context.speaker()));
      case Intent.Postpone(Reference what, var by) ->
          edit(context, what, task -> Edits.postponed(task, by, context.speaker()));
      case Intent.Complete(Reference what) -> on(context, what, State.OPEN, Deed.Kind.COMPLETE);
      case Intent.Reopen(Reference what) -> on(context, what, State.COMPLETED, Deed.Kind.REOPEN);
      case Intent.Delete(Reference what) -> on(context, what, State.ANY, Deed.Kind.DELETE_TASK);
      case Intent.Find(var wanted) -> telling.find(context, wanted);
      case Intent.Missed missed -> telling.missed(context);
      case Intent.Why(var what) ->
          what == null
              ? telling.why(context, null)
              : tasks(context, what, State.ANY, tasks -> telling.why(context, tasks.getFirst()));
      case Intent.RemindBefore(Reference what, var before) ->
          deeds(context, what, State.OPEN, task -> Reminding.before(task, before));
      case Intent.CancelReminders(Reference what) ->
          on(context, what, State.OPEN, Deed.Kind.CANCEL_REMINDERS);
      case Intent.Snooze snooze -> snooze(context, snooze);
      case Intent.Pause(Reference what) -> series(context, what, Deed.Kind.PAUSE, null);
      case Intent.Resume(Reference what) -> series(context, what, Deed.Kind.RESUME, null);
      case Intent.Stop(Reference what) -> stop(context, what);
      case Intent.Skip(Reference what, var day) ->
          series(context, what, Deed.Kind.SKIP, day == null ? null : day.toString());
      case Intent.Undo undo -> takingBack.last(context);
      case Intent.Help help -> Outcome.said(HELP);
      case Intent.Agree agree -> agree(context);
      case Intent.Decline decline -> Outcome.said("Left as it was.");
      case Intent.Ask(Doubt doubt) -> Pendings.ask(context, doubt);
      case Intent.Offer(String title) -> offer(title);
    };
  }

  private static Outcome offer(String title) {
    return Outcome.said(
        "I did not understand that. To add it as a task, say \u201cadd "
            + (title.length() > 60 ? "\u2026" : title)
            + "\u201d. "
            + HELP);
  }

  private Outcome agree(Context context) {
    UUID plan = context.conversation().planId();
    if (plan == null) {
      return Outcome.said("There is nothing that waits for a yes.");
    }
    return told(context, plans.confirm(context.person(), plan).carried(), "");
  }

  private Outcome add(Context context, Addition addition) {
    return switch (addition) {
      case Addition.OneTask(TaskDraft task, var reminders, String remark) ->
          told(
              context,
              plans.carryOut(
                  context.person(),
                  List.of(
                      Deed.made(
                          Deed.Kind.CREATE_TASK, Json.write(new Deeds.NewTask(task, reminders))))),
              remark);
      case Addition.Recurring(var series, String remark) ->
          told(
              context,
              plans.carryOut(
                  context.person(),
                  List.of(Deed.made(Deed.Kind.CREATE_SERIES, Json.write(series)))),
              remark);
      case Addition.Unsure(Doubt doubt) -> Pendings.ask(context, doubt);
    };
  }

  private Outcome stop(Context context, Reference what) {
    return switch (lookup.series(context, what)) {
      case Met.These<Series>(List<Series> found) ->
          run(context, List.of(Deed.of(Deed.Kind.STOP, found.getFirst(), null)));
      case Met.Which<Series>(List<Series> candidates) ->
          Pendings.which(context, candidates.stream().map(Subject::of).toList());
      // What does not recur is given up.
      case Met.Nothing<Series> none -> edit(context, what, task -> "{\"status\":\"cancelled\"}");
    };
  }

  private Outcome series(Context context, Reference what, Deed.Kind kind, @Nullable String body) {
    return switch (lookup.series(context, what)) {
      case Met.These<Series>(List<Series> found) ->
          run(context, List.of(Deed.of(kind, found.getFirst(), body)));
      case Met.Which<Series>(List<Series> candidates) ->
          Pendings.which(context, candidates.stream().map(Subject::of).toList());
      case Met.Nothing<Series>(String reply) -> Outcome.said(reply);
    };
  }

  private Outcome snooze(Context context, Intent.Snooze snooze) {
    Reference what = snooze.what();
    return what == null
        ? snoozed(context, reminding.snooze(context, null, snooze))
        : tasks(
            context,
            what,
            State.OPEN,
            tasks -> snoozed(context, reminding.snooze(context, tasks.getFirst(), snooze)));
  }

  private Outcome snoozed(Context context, @Nullable Deed deed) {
    return deed == null
        ? Outcome.said("No reminder has come that could be put off.")
        : run(context, List.of(deed));
  }

  private Outcome edit(Context context, Reference what, Function<Task, String> patch) {
    return deeds(
        context, what, State.OPEN, task -> Deed.of(Deed.Kind.EDIT_TASK, task, patch.apply(task)));
  }

  private Outcome on(Context context, Reference what, State state, Deed.Kind kind) {
    return deeds(context, what, state, task -> Deed.of(kind, task, null));
  }

  private Outcome deeds(Context context, Reference what, State state, Function<Task, Deed> deed) {
    return tasks(context, what, state, tasks -> run(context, tasks.stream().map(deed).toList()));
  }

  private Outcome tasks(
      Context context, Reference what, State state, Function<List<Task>, Outcome> then) {
    return switch (lookup.tasks(context, what, state)) {
      case Met.These<Task>(List<Task> tasks) -> then.apply(tasks);
      case Met.Which<Task>(List<Task> candidates) -> Pendings.whichTask(context, candidates);
      case Met.Nothing<Task>(String reply) -> Outcome.said(reply);
    };
  }

  /** One harmless thing at once; what takes away, or touches more, is planned. */
  private Outcome run(Context context, List<Deed> deeds) {
    if (deeds.size() > Lookup.MAX) {
      return Outcome.said(
          "That are more than " + Lookup.MAX + " things at once. Say more exactly which.");
    }
    if (deeds.size() == 1 && !deeds.getFirst().kind().destroys()) {
      return told(context, plans.carryOut(context.person(), deeds), "");
    }
    Plan plan = plans.propose(context.person(), context.sessionId(), deeds);
    return Outcome.planned(context.replies().plan(plan), plan);
  }

  public static Outcome told(Context context, Carried carried, String remark) {
    String reply = context.replies().done(carried.done());
    return Outcome.done(
        remark.isEmpty() ? reply : reply + " " + remark,
        carried.change(),
        carried.done().stream().map(Deeds.Done::subject).toList());
  }
}
