package dev.punctual.gateway.assistant.offline;

import dev.punctual.calendar.Offset;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.assistant.deed.Replies;
import dev.punctual.gateway.assistant.deed.Subject;
import dev.punctual.gateway.assistant.find.Recent;
import dev.punctual.gateway.assistant.find.Recent.Told;
import dev.punctual.gateway.assistant.find.TaskSearch;
import dev.punctual.gateway.assistant.language.meaning.Speaker;
import dev.punctual.gateway.assistant.language.meaning.Wanted;
import dev.punctual.gateway.assistant.language.meaning.Wanted.State;
import dev.punctual.gateway.assistant.language.text.Say;
import dev.punctual.gateway.assistant.turn.Context;
import dev.punctual.gateway.assistant.turn.Outcome;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers questions: what there is, what was missed, why a reminder came. */
@Singleton
final class Telling {
  private static final int SHOWN = 20;
  private static final Duration LATELY = Duration.ofDays(7);

  private final TaskSearch search;
  private final Recent recent;
  private final Recurring recurring;

  Telling(TaskSearch search, Recent recent, Recurring recurring) {
    this.search = search;
    this.recent = recent;
    this.recurring = recurring;
  }

  Outcome find(Context context, Wanted wanted) {
    List<Task> found = search.find(context.person(), wanted, SHOWN + 1);
    List<Series> coming = recurring.coming(context, wanted);
    String later = Recurring.told(context, coming);
    if (!found.isEmpty()) {
      return listed(context, "", found, wanted.spoken()).followedBy(later);
    }
    if (coming.isEmpty()) {
      return nothing(context, wanted);
    }
    return Outcome.about(
        wanted.recurring() ? later.strip() : "There are no " + wanted.spoken() + "." + later,
        coming.stream().map(Subject::of).toList());
  }

  Outcome reminders(Context context) {
    List<Told> told = recent.coming(context.person(), SHOWN);
    if (told.isEmpty()) {
      return Outcome.said("No reminder is still to come.");
    }
    String lines =
        told.stream()
            .map(
                one ->
                    "\n- "
                        + context.replies().name(one.title())
                        + " "
                        + context.replies().moment(one.reminder().fireAt()))
            .collect(Collectors.joining());
    return Outcome.about(
        "Reminders to come:" + lines, told.stream().map(Told::subject).distinct().toList());
  }

  Outcome trash(Context context) {
    List<Task> deleted = recent.trashed(context.person(), List.of(), SHOWN + 1);
    if (deleted.isEmpty()) {
      return Outcome.said("The trash is empty.");
    }
    String lines =
        deleted.stream()
            .limit(SHOWN)
            .map(task -> "\n- " + context.replies().line(task))
            .collect(Collectors.joining());
    return Outcome.said(
        "In the trash, what was deleted last first:"
            + lines
            + (deleted.size() > SHOWN ? "\n- and more" : "")
            + "\nSay \u201crestore \u2026\u201d to take one out.");
  }

  String now(Speaker speaker) {
    return "It is "
        + Say.date(speaker.today(), speaker.today())
        + ", "
        + Say.time(speaker.local().toLocalTime())
        + " ("
        + speaker.zone()
        + ").";
  }

  /** Says so, and tells what a wider question finds. */
  private Outcome nothing(Context context, Wanted wanted) {
    String none = "There are no " + wanted.spoken() + ".";
    for (State state : List.of(wanted.state(), State.ANY)) {
      Wanted wider = wanted.wider(state);
      boolean near = state == wanted.state() || wider.isNarrow();
      if (wanted.isNarrow() && near && !wider.equals(wanted)) {
        List<Task> found = search.find(context.person(), wider, SHOWN + 1);
        if (!found.isEmpty()) {
          return listed(context, none + " ", found, wider.spoken());
        }
      }
    }
    return Outcome.said(none);
  }

  private static Outcome listed(Context context, String lead, List<Task> found, String what) {
    List<Task> shown = found.subList(0, Math.min(SHOWN, found.size()));
    String count = found.size() > SHOWN ? "More than " + SHOWN : Integer.toString(found.size());
    String things = found.size() == 1 ? what.replaceFirst("tasks", "task") : what;
    String lines =
        shown.stream()
            .map(task -> "\n- " + context.replies().line(task))
            .collect(Collectors.joining());
    return Outcome.found(lead + count + " " + things + ":" + lines, shown);
  }

  Outcome missed(Context context) {
    Wanted overdue =
        new Wanted(State.OPEN, List.of(), List.of(), List.of(), null, null, null, true, false);
    List<Task> late = search.find(context.person(), overdue, SHOWN + 1);
    Instant since = context.speaker().now().minus(LATELY);
    List<Told> reminders = recent.missedSince(context.person(), since, SHOWN);
    String told =
        reminders.isEmpty()
            ? ""
            : "\nReminders that came too late this week: "
                + reminders.stream()
                    .map(
                        one ->
                            context.replies().name(one.title())
                                + " "
                                + context.replies().moment(one.reminder().fireAt()))
                    .collect(Collectors.joining(", "))
                + ".";
    if (late.isEmpty()) {
      return Outcome.said(
          told.isEmpty() ? "Nothing is overdue, and no reminder came too late." : told.strip());
    }
    Outcome listed = listed(context, "", late, overdue.spoken());
    return Outcome.found(listed.reply() + told, listed.tasks());
  }

  /**
   * Why a reminder came.
   *
   * @param task null: whatever was told last
   */
  Outcome why(Context context, @Nullable Task task) {
    return recent
        .lastHandled(context.person(), task == null ? null : task.id())
        .map(told -> why(context, told))
        .orElseGet(
            () ->
                Outcome.said(
                    task == null
                        ? "No reminder has come yet."
                        : context.replies().name(task.title()) + " has had no reminder yet."));
  }

  private static Outcome why(Context context, Told told) {
    Reminder reminder = told.reminder();
    Replies replies = context.replies();
    String came =
        switch (reminder.status()) {
          case DELIVERED -> " came ";
          case MISSED -> " came too late; it was to come ";
          case SUPPRESSED -> " was kept back, since it was done already; it was to come ";
          case SCHEDULED, CANCELLED, FAILED -> " was to come ";
        };
    return Outcome.about(
        "The reminder of "
            + replies.name(told.title())
            + came
            + replies.moment(reminder.fireAt())
            + ": "
            + asked(reminder)
            + ".",
        List.of(told.subject()));
  }

  private static String asked(Reminder reminder) {
    if (reminder.at() != null) {
      return "it was set for that time";
    }
    Offset before = reminder.before() == null ? null : Offset.parse(reminder.before());
    Offset after = reminder.after() == null ? null : Offset.parse(reminder.after());
    if (after != null) {
      return "it was set for " + Say.length(after) + " after the due";
    }
    return before == null || Say.length(before).isEmpty()
        ? "it was set for when the task is due"
        : "it was set for " + Say.length(before) + " before the due";
  }
}
