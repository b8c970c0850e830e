package dev.punctual.gateway.series;

import dev.punctual.calendar.SeriesSchedule;
import dev.punctual.calendar.SeriesSplit;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Refusals;
import dev.punctual.gateway.http.MergePatch;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.series.ScopeDecider.Reshaped;
import dev.punctual.gateway.series.SeriesCommand.End;
import dev.punctual.gateway.task.OccurrenceTasks;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.TaskRow;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes that mean several occurrences: the series, split where need be, and with it the tasks that
 * are open. Tasks that are done stay with the series under which they were.
 */
final class ManyOccurrences {
  private ManyOccurrences() {}

  static EditedOccurrence editAll(Target target, MergePatch patch) {
    return editWhole(target.require(), patch);
  }

  private static EditedOccurrence editWhole(Target target, MergePatch patch) {
    return save(
        target,
        ScopeDecider.all(target.row(), target.local(), patch, target.person(), target.write().now())
            .orRefuse(),
        patch,
        null);
  }

  /**
   * Said again of a series that was split there, it goes to what followed then, whose first
   * occurrence may be over by now.
   */
  static EditedOccurrence editFollowing(Target target, MergePatch patch) {
    Write write = target.write();
    Optional<SeriesId> rest = SeriesSplits.find(write, target.row().series().id(), target.local());
    if (rest.isPresent()) {
      return editWhole(firstOf(target, SeriesStore.lock(write, rest.get())), patch);
    }
    Target found = target.require();
    if (found.isFirst()) {
      return editAll(found, patch);
    }
    SeriesId id = new SeriesId(Uuid7.next());
    Reshaped reshaped =
        ScopeDecider.following(found.row(), found.local(), patch, id, found.person(), write.now())
            .orRefuse();
    return save(found, reshaped, patch, found.local());
  }

  static void deleteAll(Target target) {
    Target found = target.require();
    SeriesStore.delete(found.write(), found.row());
    live(found, null).forEach(task -> OccurrenceTasks.delete(found.write(), task));
  }

  static void deleteFollowing(Target target) {
    Target found = target.require();
    if (found.isFirst()) {
      deleteAll(found);
      return;
    }
    SeriesRow row = found.row();
    SeriesRow ended =
        Refusals.catching(
                "rule",
                () ->
                    SeriesDecider.decide(
                        new End(
                            row, SeriesSplit.of(row.series(), row.zone(), found.local()).before()),
                        found.write().now()))
            .orRefuse();
    SeriesStore.update(found.write(), row, ended);
    live(found, found.local()).forEach(task -> OccurrenceTasks.delete(found.write(), task));
  }

  /** The series that goes on since a split, by its first occurrence, with the task of that. */
  private static Target firstOf(Target target, SeriesRow rest) {
    String first =
        Refusals.catching(
                "local",
                () ->
                    new Accepted<>(
                        SeriesSchedule.of(rest.series(), rest.clock())
                            .next(null)
                            .orElseThrow(Refused::notFound)
                            .occurrence()
                            .local()))
            .orRefuse();
    Task task =
        OccurrenceTasks.lock(target.write(), rest.series().id(), first)
            .filter(found -> found.deletedAt() == null)
            .map(TaskRow::task)
            .orElse(null);
    return new Target(target.write(), rest, target.person(), first, task, false);
  }

  /**
   * @param from where the series was split; null: it was not
   */
  private static EditedOccurrence save(
      Target target, Reshaped reshaped, MergePatch patch, @Nullable String from) {
    Write write = target.write();
    SeriesRow before = reshaped.before();
    List<Task> live = live(target, from);
    if (before == null) {
      SeriesStore.update(write, target.row(), reshaped.series());
    } else {
      SeriesStore.update(write, target.row(), before);
      SeriesStore.create(write, reshaped.series());
      SeriesSplits.insert(
          write, target.row().series().id(), target.local(), reshaped.series().series().id());
    }
    Map<Task, Task> followed = followed(target, reshaped, live, patch);
    OccurrenceTasks.update(write, followed);
    Task task = target.task();
    return new EditedOccurrence(
        reshaped.series().series(), task == null ? null : followed.getOrDefault(task, task));
  }

  private static List<Task> live(Target target, @Nullable String from) {
    SeriesRow row = target.row();
    return OccurrenceTasks.lockLive(
        target.write(), row.series().id(), from, row.progress().lastOccurrence());
  }

  /** Those that are different now, in an order in which none takes a name that is still in use. */
  private static Map<Task, Task> followed(
      Target target, Reshaped reshaped, List<Task> live, MergePatch patch) {
    Comparator<Task> order = Comparator.comparing(task -> String.valueOf(task.occurrence()));
    Set<TaskId> moving = live.stream().map(Task::id).collect(Collectors.toSet());
    Set<String> names = new HashSet<>();
    Map<Task, Task> followed = new LinkedHashMap<>();
    for (Task task :
        live.stream().sorted(reshaped.shift().seconds() > 0 ? order.reversed() : order).toList()) {
      String was = Objects.requireNonNull(task.occurrence());
      String local = reshaped.shift().of(was);
      boolean free =
          !names.contains(local)
              && OccurrenceTasks.lock(target.write(), reshaped.series().series().id(), local)
                  .filter(other -> !moving.contains(other.task().id()))
                  .isEmpty();
      Task after = followed(target, reshaped, task, free ? local : was, patch);
      names.add(free ? local : was);
      if (!after.equals(task)) {
        followed.put(task, after);
      }
    }
    return followed;
  }

  /**
   * A task with the words, the series and, unless it was moved by itself, the time that hold now.
   *
   * @param name by which occurrence it goes
   */
  private static Task followed(
      Target target, Reshaped reshaped, Task task, String name, MergePatch patch) {
    SeriesRow row = reshaped.series();
    String was = Objects.requireNonNull(task.occurrence());
    SeriesSchedule schedule = SeriesSchedule.of(row.series(), row.clock());
    boolean onSchedule =
        Objects.equals(task.due(), target.schedule().due(target.schedule().at(was)));
    return OccurrenceTasks.moved(
        task,
        OccurrenceTasks.reworded(task, patch, target.write()).orRefuse(),
        row.series().id(),
        name,
        onSchedule ? schedule.due(schedule.at(reshaped.shift().of(was))) : task.due());
  }
}
