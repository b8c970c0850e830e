package dev.punctual.gateway.assistant.tool;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.WireName;
import dev.punctual.gateway.assistant.deed.Deed;
import dev.punctual.gateway.assistant.find.Lookup;
import dev.punctual.gateway.assistant.language.meaning.Span;
import dev.punctual.gateway.assistant.language.meaning.Wanted;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
      FindTasks.class,
      Effect.NONE,
      null),
  FIND_SERIES(
      "Finds recurring tasks that have not ended, by words of their title.",
      Words.class,
      Effect.NONE,
      null),
  CREATE_TASK(
      "Creates a task. Give dueLocal (local time of the person) or dueDate, or neither."
          + " remindBefore: ISO 8601 durations before the due, PT0S for when it is due.",
      CreateTask.class,
      Effect.ADDS,
      null),
  CREATE_SERIES(
      "Creates a recurring task. start: local date-time or date of the first occurrence; rule: RFC"
          + " 5545 RRULE such as FREQ=WEEKLY;BYDAY=FR.",
      CreateSeries.class,
      Effect.ADDS,
      null),
  EDIT_TASK(
      "Changes the named fields of a task; what is not given stays.",
      EditTask.class,
      Effect.SETS,
      null),
  COMPLETE_TASK("Marks a task as done.", OfTask.class, Effect.SETS, Deed.Kind.COMPLETE),
  REOPEN_TASK("Opens a completed task again.", OfTask.class, Effect.SETS, Deed.Kind.REOPEN),
  DELETE_TASK("Moves a task to the trash.", OfTask.class, Effect.TAKES_AWAY, Deed.Kind.DELETE_TASK),
  EDIT_SERIES(
      "Changes the named fields of a recurring task; what is not given stays. start: local date-time"
          + " or date of the first occurrence; rule: RFC 5545 RRULE.",
      EditSeries.class,
      Effect.SETS,
      null),
  PAUSE_SERIES("Pauses a recurring task.", OfSeries.class, Effect.SETS, Deed.Kind.PAUSE),
  RESUME_SERIES("Resumes a paused recurring task.", OfSeries.class, Effect.SETS, Deed.Kind.RESUME),
  STOP_SERIES(
      "Ends a recurring task for good; the tasks that it made stay.",
      OfSeries.class,
      Effect.TAKES_AWAY,
      Deed.Kind.STOP),
  SKIP_OCCURRENCE(
      "Skips one occurrence of a recurring task: that of the day, else the next.",
      Skip.class,
      Effect.TAKES_AWAY_MORE,
      null),
  SET_REMINDER(
      "Sets a reminder of a task: before its due (ISO 8601), or at a local time of the person.",
      SetReminder.class,
      Effect.ADDS,
      null),
  SNOOZE_REMINDER(
      "Puts off the next reminder of a task, else the one that came last: by an ISO 8601 duration"
          + " from now, or until a local time of the person.",
      SnoozeReminder.class,
      Effect.ADDS,
      null),
  CANCEL_REMINDERS(
      "Cancels the reminders of a task that are still to come.",
      OfTask.class,
      Effect.TAKES_AWAY,
      Deed.Kind.CANCEL_REMINDERS),
  UNDO_CHANGE(
      "Takes back, whole, what a call did, by its changeId; for 30 days.",
      OfChange.class,
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

  record FindTasks(
      @Nullable String words,
      List<String> tags,
      @Nullable Priority priority,
      @Nullable State state,
      @Nullable LocalDate dueFrom,
      @Nullable LocalDate dueTo) {
    private static final LocalDate ALWAYS = LocalDate.of(1, 1, 2);
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 30);

    FindTasks {
      tags = List.copyOf(tags);
    }

    Wanted wanted() {
      LocalDate first = dueFrom == null ? ALWAYS : dueFrom;
      LocalDate last = dueTo == null ? NEVER : dueTo;
      boolean dated = dueFrom != null || dueTo != null;
      return new Wanted(
          switch (state) {
            case COMPLETED -> Wanted.State.COMPLETED;
            case ANY -> Wanted.State.ANY;
            case OPEN, OVERDUE -> Wanted.State.OPEN;
            case null -> Wanted.State.OPEN;
          },
          Lookup.words(words == null ? "" : words),
          List.of(),
          tags,
          priority,
          dated ? new Span("", first + " to " + last, first, last.plusDays(1)) : null,
          null,
          state == State.OVERDUE,
          false);
    }
  }

  /** In which state tasks are looked for. */
  enum State implements WireName {
    OPEN,
    COMPLETED,
    OVERDUE,
    ANY;

    @Override
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record Words(@Nullable String words) {}

  record CreateTask(
      String title,
      @Nullable String notes,
      @Nullable Priority priority,
      List<String> tags,
      @Nullable LocalDateTime dueLocal,
      @Nullable LocalDate dueDate,
      List<String> remindBefore) {
    CreateTask {
      tags = List.copyOf(tags);
      remindBefore = List.copyOf(remindBefore);
    }
  }

  record CreateSeries(
      String title,
      String start,
      String rule,
      @Nullable String notes,
      @Nullable Priority priority,
      List<String> tags,
      List<String> remindBefore) {
    CreateSeries {
      tags = List.copyOf(tags);
      remindBefore = List.copyOf(remindBefore);
    }
  }

  record EditTask(
      TaskId id,
      @Nullable String title,
      @Nullable String notes,
      @Nullable Priority priority,
      @Nullable List<String> tags,
      @Nullable LocalDateTime dueLocal,
      @Nullable LocalDate dueDate) {}

  record EditSeries(
      SeriesId id,
      @Nullable String title,
      @Nullable String start,
      @Nullable String rule,
      @Nullable String notes,
      @Nullable Priority priority,
      @Nullable List<String> tags) {}

  record OfTask(TaskId id) {}

  record OfSeries(SeriesId id) {}

  record Skip(SeriesId id, @Nullable LocalDate day) {}

  record SetReminder(TaskId id, @Nullable String before, @Nullable LocalDateTime at) {}

  record SnoozeReminder(TaskId id, @Nullable String by, @Nullable LocalDateTime until) {}

  record OfChange(ChangeId changeId) {}

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
