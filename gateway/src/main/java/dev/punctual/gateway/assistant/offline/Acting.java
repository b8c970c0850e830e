package dev.punctual.gateway.assistant.offline;

import dev.punctual.contracts.Series;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.assistant.deed.Deed;
import dev.punctual.gateway.assistant.deed.Deeds;
import dev.punctual.gateway.assistant.deed.Plan;
import dev.punctual.gateway.assistant.deed.Plans;
import dev.punctual.gateway.assistant.deed.Plans.Carried;
import dev.punctual.gateway.assistant.deed.Subject;
import dev.punctual.gateway.assistant.find.Lookup;
import dev.punctual.gateway.assistant.find.Met;
import dev.punctual.gateway.assistant.find.SeriesLookup;
import dev.punctual.gateway.assistant.language.meaning.Reference;
import dev.punctual.gateway.assistant.language.meaning.Wanted.State;
import dev.punctual.gateway.assistant.turn.Context;
import dev.punctual.gateway.assistant.turn.Outcome;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does what a sentence asks to the things that it means: at once, or planned, or not at all. */
@Singleton
final class Acting {
  private final Lookup lookup;
  private final SeriesLookup seriesLookup;
  private final Plans plans;

  Acting(Lookup lookup, SeriesLookup seriesLookup, Plans plans) {
    this.lookup = lookup;
    this.seriesLookup = seriesLookup;
    this.plans = plans;
  }

  /** Something new. */
  Outcome make(Context context, Deed deed, String remark) {
    return told(context, plans.carryOut(context.person(), List.of(deed)), remark);
  }

  /** Open tasks, by patches as the route of a task takes them; null: that one is not meant. */
  Outcome edit(Context context, Reference what, Function<Task, @Nullable String> patch) {
    return edit(context, what, patch, "", series -> recurs(context, series));
  }

  /**
   * As {@link #edit(Context, Reference, Function)}.
   *
   * @param orSeries what is done where only a series is called that
   */
  Outcome edit(
      Context context,
      Reference what,
      Function<Task, @Nullable String> patch,
      String remark,
      Function<Series, Outcome> orSeries) {
    return tasks(
        context, what, State.OPEN, tasks -> run(context, edits(tasks, patch), remark), orSeries);
  }

  private static List<Deed> edits(List<Task> tasks, Function<Task, @Nullable String> patch) {
    List<Deed> edits = new ArrayList<>();
    for (Task task : tasks) {
      String body = patch.apply(task);
      if (body != null) {
        edits.add(Deed.of(Deed.Kind.EDIT_TASK, task, body));
      }
    }
    return edits;
  }

  Outcome on(Context context, Reference what, State state, Deed.Kind kind) {
    return deeds(context, what, state, task -> Deed.of(kind, task, null));
  }

  Outcome deeds(Context context, Reference what, State state, Function<Task, Deed> deed) {
    return tasks(
        context,
        what,
        state,
        tasks -> run(context, tasks.stream().map(deed).toList(), ""),
        series -> recurs(context, series));
  }

  /** Takes one task out of the trash. */
  Outcome restore(Context context, Reference what) {
    return switch (lookup.trashed(context, what)) {
      case Met.These<Task>(List<Task> tasks) ->
          run(context, Deed.of(Deed.Kind.RESTORE, tasks.getFirst(), null));
      case Met.Which<Task>(List<Task> candidates) -> Pendings.whichTask(context, candidates);
      case Met.Nothing<Task>(String reply) -> Outcome.said(reply);
    };
  }

  /** Moves to the trash; where only a series is called that, deletes it. */
  Outcome delete(Context context, Reference what) {
    return tasks(
        context,
        what,
        State.ANY,
        tasks ->
            run(
                context,
                tasks.stream().map(task -> Deed.of(Deed.Kind.DELETE_TASK, task, null)).toList(),
                ""),
        series -> run(context, Deed.of(Deed.Kind.DELETE_SERIES, series, null)));
  }

  /** One task, to tell of or to go on with. */
  Outcome task(Context context, Reference what, State state, Function<Task, Outcome> then) {
    return tasks(
        context,
        what,
        state,
        tasks ->
            tasks.size() == 1
                ? then.apply(tasks.getFirst())
                : Outcome.said("One task at a time: say its name."),
        series -> recurs(context, series));
  }

  private Outcome tasks(
      Context context,
      Reference what,
      State state,
      Function<List<Task>, Outcome> then,
      Function<Series, Outcome> orSeries) {
    return switch (lookup.tasks(context, what, state)) {
      case Met.These<Task>(List<Task> tasks) -> then.apply(tasks);
      case Met.Which<Task>(List<Task> candidates) -> Pendings.whichTask(context, candidates);
      case Met.Nothing<Task>(String reply) ->
          seriesLookup.series(context, what) instanceof Met.These<Series>(List<Series> series)
              ? orSeries.apply(series.getFirst())
              : Outcome.said(reply);
    };
  }

  Outcome series(Context context, Reference what, Deed.Kind kind, @Nullable String body) {
    return series(context, what, series -> Deed.of(kind, series, body), Outcome::said);
  }

  /**
   * One series.
   *
   * @param otherwise what there is to say, where none is called that
   */
  Outcome series(
      Context context,
      Reference what,
      Function<Series, Deed> deed,
      Function<String, Outcome> otherwise) {
    return switch (seriesLookup.series(context, what)) {
      case Met.These<Series>(List<Series> found) -> run(context, deed.apply(found.getFirst()));
      case Met.Which<Series>(List<Series> candidates) ->
          Pendings.which(context, candidates.stream().map(Subject::of).toList());
      case Met.Nothing<Series>(String reply) -> otherwise.apply(reply);
    };
  }

  /** What cannot be done to a series is said, and what can. */
  private static Outcome recurs(Context context, Series series) {
    return Outcome.about(
        context.replies().name(series.title())
            + " recurs, and no task of it is open now. I can move it to another time or day,"
            + " rename, skip, pause, resume, stop or delete it.",
        List.of(Subject.of(series)));
  }

  Outcome run(Context context, Deed deed) {
    return run(context, List.of(deed), "");
  }

  /** One harmless thing at once; what takes away, or touches more, is planned. */
  private Outcome run(Context context, List<Deed> deeds, String remark) {
    if (deeds.isEmpty()) {
      return Outcome.said("None of them is due at any time.");
    }
    if (deeds.size() > Lookup.MAX) {
      return Outcome.said(
          "That are more than " + Lookup.MAX + " things at once. Say more exactly which.");
    }
    if (deeds.size() == 1 && !deeds.getFirst().kind().destroys()) {
      return told(context, plans.carryOut(context.person(), deeds), remark);
    }
    Plan plan = plans.propose(context.person(), context.sessionId(), deeds);
    String reply = context.replies().plan(plan);
    return Outcome.planned(remark.isEmpty() ? reply : remark + " " + reply, plan);
  }

  static Outcome told(Context context, Carried carried, String remark) {
    String reply = context.replies().done(carried.done());
    List<Subject> subjects = carried.done().stream().map(Deeds.Done::subject).toList();
    return carried.isChange()
        ? Outcome.done(remark.isEmpty() ? reply : reply + " " + remark, carried.change(), subjects)
        : Outcome.about(reply, subjects);
  }
}
