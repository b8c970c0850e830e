package dev.punctual.gateway.assistant.tool;

import dev.punctual.contracts.WireName;
import dev.punctual.gateway.assistant.deed.Deed;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a program may ask the assistant to do. Arguments are structured fields alone, each the
 * component of a record: a program never says a date in words, and never a statement.
 */
public enum Tool implements WireName {
  FIND_TASKS(
      "Finds tasks. Dates are inclusive; state is open unless said.",
      Call.FindTasks.class,
      Effect.NONE,
      null),
  FIND_SERIES(
      "Finds recurring tasks that have not ended, by words of their title.",
      Call.Words.class,
      Effect.NONE,
      null),
  CREATE_TASK(
      "Creates a task. Give dueLocal (local time of the person) or dueDate, or neither."
          + " remindBefore: ISO 8601 durations before the due, PT0S for when it is due.",
      Call.CreateTask.class,
      Effect.ADDS,
      null),
  CREATE_SERIES(
      "Creates a recurring task. start: local date-time or date of the first occurrence; rule: RFC"
          + " 5545 RRULE such as FREQ=WEEKLY;BYDAY=FR.",
      Call.CreateSeries.class,
      Effect.ADDS,
      null),
  EDIT_TASK(
      "Changes the named fields of a task; what is not given stays.",
      Call.EditTask.class,
      Effect.SETS,
      null),
  COMPLETE_TASK("Marks a task as done.", Call.OfTask.class, Effect.SETS, Deed.Kind.COMPLETE),
  REOPEN_TASK("Opens a completed task again.", Call.OfTask.class, Effect.SETS, Deed.Kind.REOPEN),
  DELETE_TASK(
      "Moves a task to the trash.", Call.OfTask.class, Effect.TAKES_AWAY, Deed.Kind.DELETE_TASK),
  EDIT_SERIES(
      "Changes the named fields of a recurring task; what is not given stays. start: local date-time"
          + " or date of the first occurrence; rule: RFC 5545 RRULE.",
      Call.EditSeries.class,
      Effect.SETS,
      null),
  PAUSE_SERIES("Pauses a recurring task.", Call.OfSeries.class, Effect.SETS, Deed.Kind.PAUSE),
  RESUME_SERIES(
      "Resumes a paused recurring task.", Call.OfSeries.class, Effect.SETS, Deed.Kind.RESUME),
  STOP_SERIES(
      "Ends a recurring task for good; the tasks that it made stay.",
      Call.OfSeries.class,
      Effect.TAKES_AWAY,
      Deed.Kind.STOP),
  SKIP_OCCURRENCE(
      "Skips one occurrence of a recurring task: that of the day, else the next.",
      Call.Skip.class,
      Effect.TAKES_AWAY_MORE,
      null),
  SET_REMINDER(
      "Sets a reminder of a task: before its due (ISO 8601), or at a local time of the person.",
      Call.SetReminder.class,
      Effect.ADDS,
      null),
  SNOOZE_REMINDER(
      "Puts off the next reminder of a task, else the one that came last: by an ISO 8601 duration"
          + " from now, or until a local time of the person.",
      Call.SnoozeReminder.class,
      Effect.ADDS,
      null),
  CANCEL_REMINDERS(
      "Cancels the reminders of a task that are still to come.",
      Call.OfTask.class,
      Effect.TAKES_AWAY,
      Deed.Kind.CANCEL_REMINDERS),
  UNDO_CHANGE(
      "Takes back, whole, what a call did, by its changeId; for 30 days.",
      Call.OfChange.class,
      Effect.TAKES_AWAY,
      null);

  private final String description;
  private final Class<? extends Record> record;
  private final Effect effect;
  private final Deed.@Nullable Kind deed;

  Tool(
      String description, Class<? extends Record> record, Effect effect, Deed.@Nullable Kind deed) {
    this.description = description;
    this.record = record;
    this.effect = effect;
    this.deed = deed;
  }

  /** What a call does to what is there. */
  private enum Effect {
    NONE,
    /** Each call adds something. */
    ADDS,
    /** A call again changes nothing more. */
    SETS,
    /** Something is gone afterwards; a call again changes nothing more. */
    TAKES_AWAY,
    /** Something is gone afterwards, and with each call more. */
    TAKES_AWAY_MORE
  }

  /** What it does, for whoever chooses among tools. */
  public String description() {
    return description;
  }

  /** The record whose components are its arguments. */
  Class<? extends Record> record() {
    return record;
  }

  /** What it takes, in the order of its record. */
  public List<Argument> arguments() {
    return Argument.of(record);
  }

  /** What it does to the one thing that it is told of. */
  Deed.Kind deed() {
    return Objects.requireNonNull(deed, "takes more than an id: " + this);
  }

  /** Whether it changes nothing. */
  public boolean reads() {
    return effect == Effect.NONE;
  }

  /** Whether something is gone after it. */
  public boolean takesAway() {
    return effect == Effect.TAKES_AWAY || effect == Effect.TAKES_AWAY_MORE;
  }

  /** Whether the same call again changes nothing more. */
  public boolean isIdempotent() {
    return effect != Effect.ADDS && effect != Effect.TAKES_AWAY_MORE;
  }

  /** Whether the model of a conversation may call it: what it did, only the person takes back. */
  public boolean isForModels() {
    return this != UNDO_CHANGE;
  }

  /** The tool of a name; null: there is none. */
  public static @Nullable Tool named(String name) {
    for (Tool tool : values()) {
      if (tool.wireName().equals(name)) {
        return tool;
      }
    }
    return null;
  }

  @Override
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
