package dev.punctual.gateway.undo;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.change.Conflicts;
import dev.punctual.gateway.change.Recorded;
import dev.punctual.gateway.filter.FilterUndo;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.reminder.ReminderUndo;
import dev.punctual.gateway.series.RecordedSeries;
import dev.punctual.gateway.series.SeriesUndo;
import dev.punctual.gateway.tag.TagUndo;
import dev.punctual.gateway.task.OccurrenceWatch;
import dev.punctual.gateway.task.TaskUndo;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.Change;
import dev.punctual.store.ChangeLog;
import dev.punctual.store.RecordedChange;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes a change back: all that it touched is locked, series before tasks before reminders, then
 * looked at, and only when nothing stands in the way written, by the ways of any other write.
 */
public final class Undo {
  public static final Duration MAX_AGE = Duration.ofDays(30);

  /** Things of one undo: as many as one write of many tasks, with a reminder each. */
  static final int MAX_THINGS = 20_000;

  private Undo() {}

  /**
   * Undoes a change.
   *
   * @throws Refused when there is none, it is too old, too large or of a kind that cannot be taken
   *     back, or something stands in the way
   */
  public static Undone of(Write write, OccurrenceWatch watch, ChangeId id) {
    List<RecordedChange> all = ChangeLog.of(write.connection(), write.user(), id, MAX_THINGS + 1);
    check(write, all);
    List<RecordedSeries> series = of(all, Change.Kind.SERIES).map(RecordedSeries::of).toList();
    List<Recorded<Task>> tasks =
        of(all, Change.Kind.TASK).map(change -> Recorded.of(change, Task.class)).toList();
    List<Recorded<Reminder>> reminders =
        of(all, Change.Kind.REMINDER).map(change -> Recorded.of(change, Reminder.class)).toList();
    Set<TaskId> own =
        tasks.stream().map(change -> new TaskId(change.subject())).collect(Collectors.toSet());
    Set<TaskId> concerned = new HashSet<>(own);
    reminders.forEach(change -> concerned.add(ReminderUndo.task(change)));

    Conflicts conflicts = new Conflicts();
    SeriesUndo ofSeries =
        SeriesUndo.of(write, series, seriesOf(write, tasks, concerned), own, conflicts);
    TaskUndo ofTasks = TaskUndo.of(write, watch, tasks, concerned, conflicts);
    ReminderUndo ofReminders =
        ReminderUndo.of(
            write, ofSeries.person().zone(), reminders, own, ofTasks::isOpen, conflicts);
    TagUndo ofTags = TagUndo.of(write, of(all, Change.Kind.TAG).toList(), conflicts);
    FilterUndo ofFilters = FilterUndo.of(write, of(all, Change.Kind.FILTER).toList(), conflicts);
    conflicts.refuseAny();

    int seriesDone = ofSeries.save();
    int tasksDone = ofTasks.save(ofSeries.settled());
    int remindersDone = ofReminders.save();
    int tagsDone = ofTags.save();
    int filtersDone = ofFilters.save();
    if (seriesDone + tasksDone + remindersDone + tagsDone + filtersDone == 0) {
      throw new Refused(
          ProblemCode.NOTHING_TO_UNDO, "", "Everything that it touched is as it was before.");
    }
    return new Undone(
        write.changeId(), id, tasksDone, seriesDone, remindersDone, tagsDone, filtersDone);
  }

  private static void check(Write write, List<RecordedChange> all) {
    if (all.isEmpty()) {
      throw Refused.notFound();
    }
    if (all.getLast().at().isBefore(write.now().minus(MAX_AGE))) {
      throw new Refused(
          ProblemCode.CHANGE_TOO_OLD,
          "",
          "A change can be undone for " + MAX_AGE.toDays() + " days.");
    }
    if (all.size() > MAX_THINGS) {
      throw new Refused(
          ProblemCode.NOT_UNDOABLE, "", "It touched more than " + MAX_THINGS + " things.");
    }
    for (RecordedChange change : all) {
      String why =
          switch (change.kind()) {
            case TASK, SERIES, REMINDER, TAG, FILTER -> "";
            case CHANNEL -> "A channel's secret, and what was sent by it, cannot be taken back.";
            case FEED -> "A feed's address cannot be taken back.";
          };
      if (!why.isEmpty()) {
        throw new Refused(ProblemCode.NOT_UNDOABLE, "", why);
      }
      if (change.actor() == Change.Actor.SERIES || change.actor() == Change.Actor.ZONE_RULES) {
        throw new Refused(ProblemCode.NOT_UNDOABLE, "", "Nobody did this; it follows from a rule.");
      }
    }
  }

  private static Set<SeriesId> seriesOf(
      Write write, List<Recorded<Task>> tasks, Set<TaskId> concerned) {
    Set<SeriesId> series = new HashSet<>(TaskUndo.series(write, concerned));
    for (Recorded<Task> change : tasks) {
      add(series, change.before());
      add(series, change.after());
    }
    return series;
  }

  private static void add(Set<SeriesId> series, @Nullable Task task) {
    if (task != null && task.seriesId() != null) {
      series.add(task.seriesId());
    }
  }

  private static Stream<RecordedChange> of(List<RecordedChange> all, Change.Kind kind) {
    return all.stream().filter(change -> change.kind() == kind);
  }
}
