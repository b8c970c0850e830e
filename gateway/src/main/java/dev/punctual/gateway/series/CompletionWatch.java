package dev.punctual.gateway.series;

import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.series.SeriesCommand.Await;
import dev.punctual.gateway.series.SeriesCommand.Count;
import dev.punctual.gateway.series.SeriesCommand.LeaveOut;
import dev.punctual.gateway.task.OccurrenceTasks;
import dev.punctual.gateway.task.OccurrenceWatch;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.Owned;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRows;
import dev.punctual.store.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Series that repeat from completion, when an occurrence of theirs is done, given up or reopened.
 */
@Singleton
final class CompletionWatch implements OccurrenceWatch {

  @Override
  public void before(Write write, Task task) {
    if (task.seriesId() != null) {
      // The clock first: series may depend on it.
      SeriesStore.lockClock(write);
      lock(write, task.seriesId());
    }
  }

  @Override
  public void changed(Write write, @Nullable Task before, @Nullable Task after) {
    Task task = after == null ? Objects.requireNonNull(before) : after;
    SeriesId id = task.seriesId();
    boolean wasOpen = before != null && before.status().isOpen();
    boolean isOpen = after != null && after.status().isOpen();
    if (id == null || wasOpen == isOpen || OccurrenceTasks.hasOtherOpen(write, id, task.id())) {
      return;
    }
    lock(write, id)
        .ifPresent(
            row ->
                SeriesStore.update(
                    write,
                    row,
                    SeriesDecider.decide(isOpen ? new Await(row) : new Count(row), write.now())
                        .orRefuse()));
  }

  /** Its row is what kept an occurrence that is still to come from being made again. */
  @Override
  public void forgotten(Write write, List<Task> tasks) {
    List<Owned<SeriesId>> keys =
        tasks.stream()
            .map(Task::seriesId)
            .filter(Objects::nonNull)
            .distinct()
            .map(id -> new Owned<>(write.user(), id))
            .toList();
    if (keys.isEmpty()) {
      return;
    }
    SeriesStore.lockClock(write);
    for (SeriesRow row : SeriesRows.lock(write.connection(), keys)) {
      SeriesRow after = row;
      for (Task task : tasks) {
        String local = String.valueOf(task.occurrence());
        String last = row.progress().lastOccurrence();
        if (row.series().id().equals(task.seriesId())
            && (last == null || local.compareTo(last) > 0)) {
          after = SeriesDecider.decide(new LeaveOut(after, local), write.now()).orRefuse();
        }
      }
      SeriesStore.update(write, row, after);
    }
  }

  private static Optional<SeriesRow> lock(Write write, SeriesId id) {
    return Sql.one(
        write.connection(),
        SeriesRows.SELECT
            + "WHERE s.user_id = ? AND s.id = ? AND s.repeat = 'completion' FOR UPDATE OF s",
        SeriesRows::read,
        write.user(),
        id);
  }
}
