package dev.punctual.gateway.series;

import dev.punctual.calendar.LocalShift;
import dev.punctual.calendar.Occurrence;
import dev.punctual.calendar.SeriesSchedule;
import dev.punctual.calendar.SeriesSchedule.Timed;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.LocalClock;
import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.SeriesStatus;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Refusals;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.task.OccurrenceTasks;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.TaskRow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The occurrence that a write speaks of, with its series and its task locked.
 *
 * @param person the person's own
 * @param local in the form that names an occurrence
 * @param task null: there is none
 * @param inTrash whether there was a task that is in the trash
 */
record Target(
    Write write,
    SeriesRow row,
    LocalClock person,
    String local,
    @Nullable Task task,
    boolean inTrash) {

  /**
   * Locks, the series first.
   *
   * @throws Refused when there is no such series
   */
  static Target lock(Write write, SeriesId id, String local) {
    LocalClock person = SeriesStore.lockClock(write);
    SeriesRow row = SeriesStore.lock(write, id);
    String name =
        Refusals.catching("local", () -> new Accepted<>(LocalShift.NONE.of(local))).orRefuse();
    Optional<TaskRow> task = OccurrenceTasks.lock(write, id, name);
    boolean inTrash = task.isPresent() && task.get().deletedAt() != null;
    return new Target(
        write, row, person, name, inTrash ? null : task.map(TaskRow::task).orElse(null), inTrash);
  }

  SeriesSchedule schedule() {
    return SeriesSchedule.of(row.series(), row.clock());
  }

  /** The same occurrence of the series as it is after a decision. */
  Occurrence occurrence() {
    return schedule().at(local);
  }

  /**
   * Holds that it is an occurrence: there is a task, or it is still to come.
   *
   * @throws Refused when there is no such occurrence
   */
  Target require() {
    if (task == null && (inTrash || !isToCome())) {
      throw Refused.notFound();
    }
    return this;
  }

  /** Whether nothing of the series lies before it. */
  boolean isFirst() {
    return schedule()
        .next(null)
        .map(Timed::occurrence)
        .filter(first -> first.local().compareTo(local) < 0)
        .isEmpty();
  }

  private boolean isToCome() {
    String next = row.progress().nextOccurrence();
    if (row.series().repeat() == Repeat.COMPLETION) {
      return local.equals(next);
    }
    boolean undecided =
        row.series().status() == SeriesStatus.PAUSED
            ? !occurrence().at().isBefore(write.now())
            : next != null && local.compareTo(next) >= 0;
    return undecided
        && schedule()
            .nextFrom(local)
            .map(Timed::occurrence)
            .filter(found -> found.local().equals(local))
            .isPresent();
  }
}
