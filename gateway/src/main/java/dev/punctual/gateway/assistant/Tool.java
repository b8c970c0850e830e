package dev.punctual.gateway.assistant;

import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.WireName;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a program may ask the assistant to do. Arguments are structured fields alone, each the
 * component of a record: a program never says a date in words, and never a statement.
 */
enum Tool implements WireName {
  FIND_TASKS("Finds tasks. Dates are inclusive; state is open unless said.", FindTasks.class),
  FIND_SERIES("Finds recurring tasks that have not ended, by words of their title.", Words.class),
  CREATE_TASK(
      "Creates a task. Give dueLocal (local time of the person) or dueDate, or neither."
          + " remindBefore: ISO 8601 durations before the due, PT0S for when it is due.",
      CreateTask.class),
  CREATE_SERIES(
      "Creates a recurring task. start: local date-time or date of the first occurrence; rule: RFC"
          + " 5545 RRULE such as FREQ=WEEKLY;BYDAY=FR.",
      CreateSeries.class),
  EDIT_TASK("Changes the named fields of a task; what is not given stays.", EditTask.class),
  COMPLETE_TASK("Marks a task as done.", OfTask.class),
  REOPEN_TASK("Opens a completed task again.", OfTask.class),
  DELETE_TASK("Deletes a task, once the person has confirmed it.", OfTask.class),
  PAUSE_SERIES("Pauses a recurring task.", OfSeries.class),
  RESUME_SERIES("Resumes a paused recurring task.", OfSeries.class),
  STOP_SERIES("Ends a recurring task for good.", OfSeries.class),
  SKIP_OCCURRENCE(
      "Skips one occurrence of a recurring task: that of the day, else the next.", Skip.class),
  SET_REMINDER(
      "Sets a reminder of a task: before its due (ISO 8601), or at a local time of the person.",
      SetReminder.class),
  CANCEL_REMINDERS("Cancels the reminders of a task that are still to come.", OfTask.class);

  private final String description;
  private final Class<? extends Record> arguments;

  Tool(String description, Class<? extends Record> arguments) {
    this.description = description;
    this.arguments = arguments;
  }

  record FindTasks(
      @Nullable String words,
      List<String> tags,
      @Nullable Priority priority,
      @Nullable State state,
      @Nullable LocalDate dueFrom,
      @Nullable LocalDate dueTo) {
    FindTasks {
      tags = List.copyOf(tags);
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

  record OfTask(TaskId id) {}

  record OfSeries(SeriesId id) {}

  record Skip(SeriesId id, @Nullable LocalDate day) {}

  record SetReminder(TaskId id, @Nullable String before, @Nullable LocalDateTime at) {}

  /** What it does, for whoever chooses among tools. */
  String description() {
    return description;
  }

  /** The record whose components are its arguments; those that may be null may be left out. */
  Class<? extends Record> arguments() {
    return arguments;
  }

  boolean reads() {
    return this == FIND_TASKS || this == FIND_SERIES;
  }

  /** The tool of a name; null: there is none. */
  static @Nullable Tool named(String name) {
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
