package dev.punctual.gateway.assistant;

import dev.punctual.calendar.Zones;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Series.RelativeReminder;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.json.Json;
import dev.punctual.contracts.json.Json.UnknownFields;
import dev.punctual.contracts.json.JsonRefused;
import dev.punctual.gateway.assistant.Deeds.Done;
import dev.punctual.gateway.assistant.language.Span;
import dev.punctual.gateway.assistant.language.Wanted;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.reminder.ReminderDraft;
import dev.punctual.gateway.series.SeriesDraft;
import dev.punctual.gateway.task.DueDraft;
import dev.punctual.gateway.task.TaskDraft;
import dev.punctual.gateway.write.Writer;
import dev.punctual.store.Change;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Calls tools in a person's name, with the person's own rights: an id that is not theirs is absent.
 * Answers with JSON, also where a call is refused: whoever called may do better.
 */
@Singleton
final class Toolbox {
  private static final int FOUND = 50;
  private static final LocalDate ALWAYS = LocalDate.of(1, 1, 2);
  private static final LocalDate NEVER = LocalDate.of(9999, 12, 30);

  private final TaskSearch search;
  private final Recent recent;
  private final Lookup lookup;
  private final Deeds deeds;
  private final Writer writer;

  Toolbox(TaskSearch search, Recent recent, Lookup lookup, Deeds deeds, Writer writer) {
    this.search = search;
    this.recent = recent;
    this.lookup = lookup;
    this.deeds = deeds;
    this.writer = writer;
  }

  /** Calls a tool; {@code arguments} is JSON as whoever calls wrote it. */
  String call(ToolTurn turn, String name, String arguments) {
    Tool tool = Tool.named(name);
    if (tool == null) {
      return error("unknown-tool", "There is no tool " + name + ".");
    }
    try {
      Object tree = Json.parse(arguments.isBlank() ? "{}" : arguments);
      return call(turn, tool, Json.bind(tree, tool.arguments(), UnknownFields.REFUSE));
    } catch (JsonRefused refused) {
      return error("invalid-arguments", Objects.requireNonNull(refused.getMessage()));
    } catch (Refused refused) {
      return error(refused.code().wireName(), Objects.requireNonNull(refused.getMessage()));
    }
  }

  private String call(ToolTurn turn, Tool tool, Record arguments) {
    return switch (arguments) {
      case Tool.FindTasks find -> found(turn, find);
      case Tool.Words words -> Json.write(Map.of("series", series(turn, words)));
      case Tool.CreateTask wanted ->
          perform(turn, Deed.made(Deed.Kind.CREATE_TASK, Json.write(task(wanted))));
      case Tool.CreateSeries wanted ->
          perform(turn, Deed.made(Deed.Kind.CREATE_SERIES, Json.write(series(wanted))));
      case Tool.EditTask edit ->
          perform(turn, Deed.of(Deed.Kind.EDIT_TASK, task(turn, edit.id()), patch(turn, edit)));
      case Tool.OfTask(TaskId id) -> perform(turn, Deed.of(kind(tool), task(turn, id), null));
      case Tool.OfSeries(SeriesId id) -> perform(turn, Deed.of(kind(tool), series(turn, id), null));
      case Tool.Skip(SeriesId id, LocalDate day) ->
          perform(
              turn, Deed.of(Deed.Kind.SKIP, series(turn, id), day == null ? null : day.toString()));
      case Tool.SetReminder(TaskId id, String before, LocalDateTime at) ->
          perform(
              turn,
              Deed.of(
                  Deed.Kind.REMIND,
                  task(turn, id),
                  Json.write(
                      new ReminderDraft(
                          id,
                          at == null
                              ? null
                              : Zones.resolve(at, turn.context().person().zone()).at(),
                          before,
                          null))));
      default -> throw new IllegalStateException("no tool takes " + arguments.getClass());
    };
  }

  private String perform(ToolTurn turn, Deed deed) {
    if (!turn.isHarmless(deed)) {
      turn.plan(deed);
      return Json.write(
          Map.of(
              "status",
              "planned",
              "note",
              "Not done: the person is asked to confirm it when you have finished."));
    }
    Done done =
        writer.write(
            turn.context().person().id(),
            Change.Actor.ASSISTANT,
            turn.change(),
            write -> deeds.perform(write, turn.context().person(), deed));
    turn.did(done);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("status", "done");
    if (done.task() != null) {
      result.put("task", done.task());
    } else if (done.series() != null) {
      result.put("series", done.series());
    } else {
      result.put("subject", done.subject());
    }
    return Json.write(result);
  }

  private String found(ToolTurn turn, Tool.FindTasks find) {
    Tool.State state = find.state() == null ? Tool.State.OPEN : find.state();
    boolean dated = find.dueFrom() != null || find.dueTo() != null;
    LocalDate first = find.dueFrom() == null ? ALWAYS : find.dueFrom();
    LocalDate last = find.dueTo() == null ? NEVER : find.dueTo();
    Wanted wanted =
        new Wanted(
            switch (state) {
              case OPEN, OVERDUE -> Wanted.State.OPEN;
              case COMPLETED -> Wanted.State.COMPLETED;
              case ANY -> Wanted.State.ANY;
            },
            words(find.words()),
            List.of(),
            find.tags().stream().map(tag -> tag.toLowerCase(Locale.ROOT)).toList(),
            find.priority(),
            dated ? new Span("", first + " to " + last, first, last.plusDays(1)) : null,
            null,
            state == Tool.State.OVERDUE,
            false);
    List<Task> tasks = search.find(turn.context().person(), wanted, FOUND);
    turn.found(tasks);
    return Json.write(Map.of("tasks", tasks));
  }

  private List<Series> series(ToolTurn turn, Tool.Words words) {
    return recent.series(turn.context().person(), words(words.words()), FOUND);
  }

  private static List<String> words(@Nullable String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .limit(20)
            .toList();
  }

  private Task task(ToolTurn turn, TaskId id) {
    return lookup.task(turn.context().person(), id);
  }

  private Series series(ToolTurn turn, SeriesId id) {
    return recent.series(turn.context().person(), List.of(), Integer.MAX_VALUE).stream()
        .filter(series -> series.id().equals(id))
        .findFirst()
        .orElseThrow(Refused::notFound);
  }

  private static Deeds.NewTask task(Tool.CreateTask wanted) {
    DueDraft due =
        wanted.dueLocal() == null && wanted.dueDate() == null
            ? null
            : new DueDraft(wanted.dueLocal(), wanted.dueDate(), null, null);
    return new Deeds.NewTask(
        new TaskDraft(wanted.title(), wanted.notes(), null, wanted.priority(), wanted.tags(), due),
        reminders(wanted.remindBefore()));
  }

  private static SeriesDraft series(Tool.CreateSeries wanted) {
    return new SeriesDraft(
        wanted.title(),
        wanted.start(),
        null,
        wanted.rule(),
        wanted.notes(),
        wanted.tags(),
        wanted.priority(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        reminders(wanted.remindBefore()));
  }

  private static List<RelativeReminder> reminders(List<String> before) {
    return before.stream().map(RelativeReminder::before).toList();
  }

  private static String patch(ToolTurn turn, Tool.EditTask edit) {
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "title", edit.title());
    put(fields, "notes", edit.notes());
    put(fields, "priority", edit.priority());
    put(fields, "tags", edit.tags());
    Map<String, Object> due = new LinkedHashMap<>();
    put(due, "local", edit.dueLocal());
    put(due, "date", edit.dueDate());
    if (!due.isEmpty()) {
      due.put("zone", turn.context().person().zone());
      fields.put("due", due);
    }
    return Json.write(fields);
  }

  private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  private static Deed.Kind kind(Tool tool) {
    return switch (tool) {
      case COMPLETE_TASK -> Deed.Kind.COMPLETE;
      case REOPEN_TASK -> Deed.Kind.REOPEN;
      case DELETE_TASK -> Deed.Kind.DELETE_TASK;
      case PAUSE_SERIES -> Deed.Kind.PAUSE;
      case RESUME_SERIES -> Deed.Kind.RESUME;
      case STOP_SERIES -> Deed.Kind.STOP;
      case CANCEL_REMINDERS -> Deed.Kind.CANCEL_REMINDERS;
      case FIND_TASKS,
          FIND_SERIES,
          CREATE_TASK,
          CREATE_SERIES,
          EDIT_TASK,
          SKIP_OCCURRENCE,
          SET_REMINDER ->
          throw new IllegalStateException("takes more than an id: " + tool);
    };
  }

  private static String error(String code, String message) {
    return Json.write(Map.of("status", "refused", "code", code, "message", message));
  }
}
