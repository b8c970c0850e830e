package dev.punctual.gateway.assistant.tool;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.WireName;
import dev.punctual.gateway.assistant.find.Lookup;
import dev.punctual.gateway.assistant.language.meaning.Span;
import dev.punctual.gateway.assistant.language.meaning.Wanted;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a tool is called with: the components of a record are its arguments. */
sealed interface Call {

  record FindTasks(
      @Nullable String words,
      List<String> tags,
      @Nullable Priority priority,
      @Nullable State state,
      @Nullable LocalDate dueFrom,
      @Nullable LocalDate dueTo)
      implements Call {
    private static final LocalDate ALWAYS = LocalDate.of(1, 1, 2);
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 30);

    public FindTasks {
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

  record Words(@Nullable String words) implements Call {}

  record CreateTask(
      String title,
      @Nullable String notes,
      @Nullable Priority priority,
      List<String> tags,
      @Nullable LocalDateTime dueLocal,
      @Nullable LocalDate dueDate,
      List<String> remindBefore)
      implements Call {
    public CreateTask {
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
      List<String> remindBefore)
      implements Call {
    public CreateSeries {
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
      @Nullable LocalDate dueDate)
      implements Call {}

  record EditSeries(
      SeriesId id,
      @Nullable String title,
      @Nullable String start,
      @Nullable String rule,
      @Nullable String notes,
      @Nullable Priority priority,
      @Nullable List<String> tags)
      implements Call {}

  record OfTask(TaskId id) implements Call {}

  record OfSeries(SeriesId id) implements Call {}

  record Skip(SeriesId id, @Nullable LocalDate day) implements Call {}

  record SetReminder(TaskId id, @Nullable String before, @Nullable LocalDateTime at)
      implements Call {}

  record SnoozeReminder(TaskId id, @Nullable String by, @Nullable LocalDateTime until)
      implements Call {}

  record OfChange(ChangeId changeId) implements Call {}
}
