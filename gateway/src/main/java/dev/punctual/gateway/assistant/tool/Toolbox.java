package dev.punctual.gateway.assistant.tool;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.json.Json;
import dev.punctual.contracts.json.Json.UnknownFields;
import dev.punctual.contracts.json.JsonRefused;
import dev.punctual.gateway.assistant.deed.Deed;
import dev.punctual.gateway.assistant.deed.Deeds;
import dev.punctual.gateway.assistant.deed.Deeds.Done;
import dev.punctual.gateway.assistant.find.Lookup;
import dev.punctual.gateway.assistant.find.Recent;
import dev.punctual.gateway.assistant.find.TaskSearch;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.task.OccurrenceWatch;
import dev.punctual.gateway.undo.Undo;
import dev.punctual.gateway.write.Write;
import dev.punctual.gateway.write.Writer;
import dev.punctual.store.Change;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls tools in a person's name, with the person's own rights: an id that is not theirs is absent.
 * A refusal is an answer too: whoever called may do better.
 */
@Singleton
public final class Toolbox {
  private static final int FOUND = 50;

  private final TaskSearch search;
  private final Recent recent;
  private final Lookup lookup;
  private final Deeds deeds;
  private final Writer writer;
  private final OccurrenceWatch watch;

  Toolbox(
      TaskSearch search,
      Recent recent,
      Lookup lookup,
      Deeds deeds,
      Writer writer,
      OccurrenceWatch watch) {
    this.search = search;
    this.recent = recent;
    this.lookup = lookup;
    this.deeds = deeds;
    this.writer = writer;
    this.watch = watch;
  }

  /** Calls a tool that is for models; {@code arguments} is JSON as the model wrote it. */
  public ToolResult call(ToolTurn turn, String name, String arguments) {
    Tool tool = Tool.named(name);
    if (tool == null || !tool.isForModels()) {
      return ToolResult.refused("unknown-tool", "There is no tool " + name + ".");
    }
    return call(turn, tool, () -> Json.parse(arguments.isBlank() ? "{}" : arguments));
  }

  /** Calls a tool; {@code arguments} is the tree of a JSON object. */
  public ToolResult call(ToolTurn turn, Tool tool, Map<?, ?> arguments) {
    return call(turn, tool, () -> arguments);
  }

  private interface Tree {
    @Nullable Object read();
  }

  private ToolResult call(ToolTurn turn, Tool tool, Tree arguments) {
    try {
      if (!tool.reads() && !turn.person().access().mayWrite()) {
        throw new Refused(ProblemCode.READ_ONLY_TOKEN, "", "This token is for reading only.");
      }
      return call(
          turn, tool, (Call) Json.bind(arguments.read(), tool.record(), UnknownFields.REFUSE));
    } catch (JsonRefused refused) {
      return ToolResult.refused("invalid-arguments", Objects.requireNonNull(refused.getMessage()));
    } catch (Refused refused) {
      return ToolResult.refused(
          refused.code().wireName(), Objects.requireNonNull(refused.getMessage()));
    }
  }

  private ToolResult call(ToolTurn turn, Tool tool, Call call) {
    ZoneId zone = turn.person().zone();
    return switch (call) {
      case Call.FindTasks find -> found(turn, find);
      case Call.Words(String words) ->
          ToolResult.of(
              "series",
              recent.series(turn.person(), Lookup.words(words == null ? "" : words), FOUND));
      case Call.CreateTask wanted ->
          perform(turn, Deed.made(Deed.Kind.CREATE_TASK, Json.write(Drafts.task(wanted))));
      case Call.CreateSeries wanted ->
          perform(turn, Deed.made(Deed.Kind.CREATE_SERIES, Json.write(Drafts.series(wanted))));
      case Call.EditTask edit ->
          perform(
              turn, Deed.of(Deed.Kind.EDIT_TASK, task(turn, edit.id()), Drafts.patch(edit, zone)));
      case Call.EditSeries edit ->
          perform(
              turn, Deed.of(Deed.Kind.EDIT_SERIES, series(turn, edit.id()), Drafts.patch(edit)));
      case Call.OfTask(TaskId id) -> perform(turn, Deed.of(tool.deed(), task(turn, id), null));
      case Call.OfSeries(SeriesId id) ->
          perform(turn, Deed.of(tool.deed(), series(turn, id), null));
      case Call.Skip(SeriesId id, LocalDate day) ->
          perform(
              turn, Deed.of(Deed.Kind.SKIP, series(turn, id), day == null ? null : day.toString()));
      case Call.SetReminder wanted ->
          perform(
              turn,
              Deed.of(
                  Deed.Kind.REMIND,
                  task(turn, wanted.id()),
                  Json.write(Drafts.reminder(wanted, zone))));
      case Call.SnoozeReminder wanted -> perform(turn, snooze(turn, wanted));
      case Call.OfChange(ChangeId id) ->
          written(turn, write -> ToolResult.done("undone", Undo.of(write, watch, id)));
    };
  }

  private ToolResult perform(ToolTurn turn, Deed deed) {
    if (!turn.mayDo(deed)) {
      turn.plan(deed);
      return ToolResult.planned();
    }
    Done done = written(turn, write -> deeds.perform(write, turn.person(), deed));
    turn.did(done);
    ToolResult result =
        done.task() != null
            ? ToolResult.done("task", done.task())
            : done.series() != null
                ? ToolResult.done("series", done.series())
                : ToolResult.done("subject", done.subject());
    return result.with("changeId", turn.change());
  }

  private <T> T written(ToolTurn turn, Function<Write, T> work) {
    return writer.write(turn.person().id(), Change.Actor.ASSISTANT, turn.change(), work);
  }

  private ToolResult found(ToolTurn turn, Call.FindTasks find) {
    List<Task> tasks = search.find(turn.person(), find.wanted(), FOUND);
    turn.found(tasks);
    return ToolResult.of("tasks", tasks);
  }

  private Deed snooze(ToolTurn turn, Call.SnoozeReminder wanted) {
    Task task = task(turn, wanted.id());
    return recent
        .toSnooze(turn.person(), task.id())
        .map(
            told ->
                Deed.snooze(
                    told.subject(),
                    told.reminder().id(),
                    Drafts.snooze(wanted, turn.person().zone())))
        .orElseThrow(
            () -> new Refused(ProblemCode.WRONG_STATE, "id", "It has no reminder to put off."));
  }

  private Task task(ToolTurn turn, TaskId id) {
    return lookup.task(turn.person(), id);
  }

  private Series series(ToolTurn turn, SeriesId id) {
    return recent.series(turn.person(), id).orElseThrow(Refused::notFound);
  }
}
