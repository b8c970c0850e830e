package dev.punctual.gateway.assistant.offline;

import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.assistant.deed.Deed;
import dev.punctual.gateway.assistant.deed.Deeds;
import dev.punctual.gateway.assistant.deed.Plans;
import dev.punctual.gateway.assistant.deed.Plans.Carried;
import dev.punctual.gateway.assistant.language.Sentence;
import dev.punctual.gateway.assistant.language.meaning.Addition;
import dev.punctual.gateway.assistant.language.meaning.Doubt;
import dev.punctual.gateway.assistant.language.meaning.Intent;
import dev.punctual.gateway.assistant.language.meaning.Length;
import dev.punctual.gateway.assistant.language.meaning.Reference;
import dev.punctual.gateway.assistant.language.meaning.Wanted.State;
import dev.punctual.gateway.assistant.language.meaning.When;
import dev.punctual.gateway.assistant.turn.Context;
import dev.punctual.gateway.assistant.turn.Engine;
import dev.punctual.gateway.assistant.turn.Outcome;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.task.TaskDraft;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
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

  private final Acting acting;
  private final Telling telling;
  private final Plans plans;
  private final Reminding reminding;
  private final TakingBack takingBack;

  Offline(Acting acting, Telling telling, Plans plans, Reminding reminding, TakingBack takingBack) {
    this.acting = acting;
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
          acting.edit(context, what, task -> "{\"priority\":\"" + priority.wireName() + "\"}");
      case Intent.AddTags(Reference what, List<String> tags) ->
          acting.edit(context, what, task -> Edits.withTags(task, tags));
      case Intent.RemoveTags(Reference what, List<String> tags) ->
          acting.edit(context, what, task -> Edits.withoutTags(task, tags));
      case Intent.Note(Reference what, String text) ->
          acting.edit(context, what, task -> Edits.noted(task, text));
      case Intent.Rename(Reference what, String title) -> rename(context, what, title);
      case Intent.Move(Reference what, When when) -> move(context, what, when);
      case Intent.Rerule rerule ->
          acting.series(
              context,
              rerule.what(),
              series -> Deed.of(Deed.Kind.EDIT_SERIES, series, Edits.reruled(series, rerule)),
              Outcome::said);
      case Intent.Correct(When when, String words) -> move(context, new Reference.It(false), when);
      case Intent.Postpone(Reference what, var by) ->
          acting.edit(
              context,
              what,
              task ->
                  what instanceof Reference.All && task.due() == null
                      ? null
                      : Edits.postponed(task, by, context.speaker()));
      case Intent.Unset(Reference what) -> acting.edit(context, what, task -> Edits.DUE_NEVER);
      case Intent.Complete(Reference what) ->
          acting.on(context, what, State.OPEN, Deed.Kind.COMPLETE);
      case Intent.Reopen(Reference what) ->
          acting.on(context, what, State.COMPLETED, Deed.Kind.REOPEN);
      case Intent.Delete(Reference what) -> acting.delete(context, what);
      case Intent.Restore(Reference what) -> acting.restore(context, what);
      case Intent.Find(var wanted) -> telling.find(context, wanted);
      case Intent.Trash trash -> telling.trash(context);
      case Intent.Missed missed -> telling.missed(context);
      case Intent.Why(var what) ->
          what == null
              ? telling.why(context, null)
              : acting.task(context, what, State.ANY, task -> telling.why(context, task));
      case Intent.Reminders reminders -> telling.reminders(context);
      case Intent.RemindBefore(Reference what, var before) -> remind(context, what, before);
      case Intent.CancelReminders(Reference what) ->
          acting.on(context, what, State.OPEN, Deed.Kind.CANCEL_REMINDERS);
      case Intent.Snooze snooze -> snooze(context, snooze);
      case Intent.Pause(Reference what) -> acting.series(context, what, Deed.Kind.PAUSE, null);
      case Intent.Resume(Reference what) -> acting.series(context, what, Deed.Kind.RESUME, null);
      case Intent.Stop(Reference what) -> stop(context, what);
      case Intent.Skip(Reference what, var day) ->
          acting.series(context, what, Deed.Kind.SKIP, day == null ? null : day.toString());
      case Intent.Undo undo -> undo(context);
      case Intent.Help help -> Outcome.said(HELP);
      case Intent.Now now -> Outcome.said(telling.now(context.speaker()));
      case Intent.Thanks thanks -> Outcome.said("You are welcome.");
      case Intent.Agree agree -> agree(context);
      case Intent.Decline decline -> Outcome.said("Left as it was.");
      case Intent.Unable(String reply) -> Outcome.said(reply);
      case Intent.Ask(Doubt doubt) -> Pendings.ask(context, doubt);
      case Intent.Offer(String title) -> Pendings.offer(context, title);
    };
  }

  /** What waits for a yes was not done: there is nothing of it to take back. */
  private Outcome undo(Context context) {
    return context.conversation().planId() == null
        ? takingBack.last(context)
        : Outcome.said(
            "That was not done yet, so there is nothing of it to take back. Say \u201cundo that\u201d"
                + " again to take back what was done before.");
  }

  private Outcome agree(Context context) {
    UUID plan = context.conversation().planId();
    if (plan == null) {
      return Outcome.said("There is nothing that waits for a yes.");
    }
    try {
      return told(context, plans.confirm(context.person(), plan).carried(), "");
    } catch (Refused refused) {
      return switch (refused.code()) {
        case PRECONDITION_FAILED, NOT_FOUND ->
            Outcome.said(
                "Nothing was done: something of it has changed meanwhile. Ask again for what you"
                    + " want.");
        default -> throw refused;
      };
    }
  }

  private Outcome add(Context context, Addition addition) {
    return switch (addition) {
      case Addition.OneTask(TaskDraft task, var reminders, String remark) ->
          acting.make(
              context,
              Deed.made(Deed.Kind.CREATE_TASK, Json.write(new Deeds.NewTask(task, reminders))),
              remark);
      case Addition.Recurring(var series, String remark) ->
          acting.make(context, Deed.made(Deed.Kind.CREATE_SERIES, Json.write(series)), remark);
      case Addition.Unsure(Doubt doubt) -> Pendings.ask(context, doubt);
    };
  }

  private Outcome rename(Context context, Reference what, String title) {
    String patch = Edits.titled(title);
    return acting.edit(
        context,
        what,
        task -> patch,
        "",
        series -> acting.run(context, Deed.of(Deed.Kind.EDIT_SERIES, series, patch)));
  }

  private Outcome move(Context context, Reference what, When when) {
    return acting.edit(
        context,
        what,
        task -> Edits.moved(task, when, context.speaker()),
        when.remark(),
        series ->
            acting.run(
                context, Deed.of(Deed.Kind.EDIT_SERIES, series, Edits.retimed(series, when))));
  }

  /** What does not recur is given up. */
  private Outcome stop(Context context, Reference what) {
    return acting.series(
        context,
        what,
        series -> Deed.of(Deed.Kind.STOP, series, null),
        none ->
            what instanceof Reference.All(var wanted) && wanted.recurring()
                ? Outcome.said(none)
                : acting.edit(context, what, task -> Edits.CANCELLED));
  }

  private Outcome remind(Context context, Reference what, Length before) {
    try {
      return acting.deeds(context, what, State.OPEN, task -> Reminding.before(task, before));
    } catch (Refused refused) {
      if (refused.code() == ProblemCode.IN_THE_PAST) {
        return Outcome.said(
            "So long before it is due is over already. Say a shorter time before it.");
      }
      throw refused;
    }
  }

  private Outcome snooze(Context context, Intent.Snooze snooze) {
    Reference what = snooze.what();
    return what == null
        ? snoozed(context, snooze, reminding.snooze(context, null, snooze))
        : acting.task(
            context,
            what,
            State.OPEN,
            task -> snoozed(context, snooze, reminding.snooze(context, task, snooze)));
  }

  private Outcome snoozed(Context context, Intent.Snooze snooze, @Nullable Deed deed) {
    return deed == null
        ? Outcome.said("No reminder has come that could be put off.")
        : acting.make(context, deed, snooze.until().remark());
  }

  public static Outcome told(Context context, Carried carried, String remark) {
    return Acting.told(context, carried, remark);
  }
}
