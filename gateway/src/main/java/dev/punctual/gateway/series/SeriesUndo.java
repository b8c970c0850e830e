package dev.punctual.gateway.series;

import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.LocalClock;
import dev.punctual.contracts.Series;
import dev.punctual.gateway.change.Conflicts;
import dev.punctual.gateway.change.UndoDecider;
import dev.punctual.gateway.change.Undoing;
import dev.punctual.gateway.change.Undoing.BringBack;
import dev.punctual.gateway.change.Undoing.Conflict;
import dev.punctual.gateway.change.Undoing.Nothing;
import dev.punctual.gateway.change.Undoing.Remove;
import dev.punctual.gateway.change.Undoing.Return;
import dev.punctual.gateway.task.OccurrenceTasks;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.Owned;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRow.Progress;
import dev.punctual.store.SeriesRows;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Series of a change that is undone: locked, looked at, then written as by any other write. */
public final class SeriesUndo {
  private final Write write;
  private final LocalClock person;
  private final Map<SeriesId, SeriesRow> rows = new HashMap<>();
  private final List<SeriesRow> removed = new ArrayList<>();
  private final List<SeriesRow> back = new ArrayList<>();
  private final Map<SeriesRow, SeriesRow> returned = new LinkedHashMap<>();

  private SeriesUndo(Write write, LocalClock person) {
    this.write = write;
    this.person = person;
  }

  /**
   * Locks, and decides what is to be done.
   *
   * @param ofTasks the series of the tasks of the change
   * @param tasks those of the change
   * @param conflicts takes what stands in the way
   */
  public static SeriesUndo of(
      Write write,
      List<RecordedSeries> changes,
      Set<SeriesId> ofTasks,
      Set<TaskId> tasks,
      Conflicts conflicts) {
    SeriesUndo undo = new SeriesUndo(write, SeriesStore.lockClock(write));
    Set<SeriesId> ids = new HashSet<>(ofTasks);
    changes.forEach(change -> ids.add(change.id()));
    List<Owned<SeriesId>> keys = ids.stream().map(id -> new Owned<>(write.user(), id)).toList();
    for (SeriesRow row : SeriesRows.lock(write.connection(), keys)) {
      undo.rows.put(row.series().id(), row);
    }
    changes.forEach(change -> undo.look(change, ofTasks, tasks, conflicts));
    return undo;
  }

  /** The person's own, which stays until the write ends. */
  public LocalClock person() {
    return person;
  }

  /** Series that are as they are to be once this is saved, whatever their tasks do. */
  public Set<SeriesId> settled() {
    Set<SeriesId> ids = new HashSet<>();
    removed.forEach(row -> ids.add(row.series().id()));
    back.forEach(row -> ids.add(row.series().id()));
    returned.keySet().forEach(row -> ids.add(row.series().id()));
    return ids;
  }

  /**
   * Writes; before the tasks.
   *
   * @return how many series
   */
  public int save() {
    returned.forEach((before, after) -> SeriesStore.update(write, before, after));
    back.forEach(row -> SeriesStore.create(write, row));
    removed.forEach(row -> SeriesStore.delete(write, row));
    return returned.size() + back.size() + removed.size();
  }

  private void look(
      RecordedSeries recorded, Set<SeriesId> followed, Set<TaskId> tasks, Conflicts conflicts) {
    SeriesRow row = rows.get(recorded.id());
    Series current = row == null ? null : row.series();
    Undoing<Series> undoing =
        UndoDecider.decide(
            recorded.change(), current, ReturnDecider.followers(recorded, current), Series.class);
    switch (undoing) {
      case Nothing<Series> nothing -> {
        // What its tasks did to it goes back with them.
        if (row != null) {
          ReturnDecider.follow(recorded, row, person, write.now())
              .filter(after -> followed.contains(recorded.id()))
              .ifPresent(after -> returned.put(row, after));
        }
      }
      case Remove<Series> remove -> {
        if (OccurrenceTasks.hasOthers(write, recorded.id(), tasks)) {
          conflicts.add(
              "series", recorded.change().subject(), "occurrences", "It has made tasks since.");
        }
        removed.add(Objects.requireNonNull(row));
      }
      case BringBack<Series>(Series was) ->
          back.add(ReturnDecider.again(recorded, blank(was), write.now()).orRefuse());
      case Return<Series>(Series is, Series wanted) -> {
        SeriesRow known = Objects.requireNonNull(row);
        returned.put(
            known, ReturnDecider.back(recorded, known, wanted, person, write.now()).orRefuse());
      }
      case Conflict<Series> conflict ->
          conflicts.add("series", recorded.change().subject(), conflict);
    }
  }

  private SeriesRow blank(Series was) {
    return new SeriesRow(
        write.user(),
        was,
        person.in(was.zone() == null ? null : ZoneId.of(was.zone())),
        new Progress(null, null, null, null, 0, null, 0));
  }
}
