package dev.punctual.gateway.series;

import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.series.SeriesCommand.Await;
import dev.punctual.gateway.series.SeriesCommand.Count;
import dev.punctual.gateway.task.OccurrenceTasks;
import dev.punctual.gateway.task.OccurrenceWatch;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRows;
import dev.punctual.store.Sql;
import jakarta.inject.Singleton;
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
      // The zone first: series may depend on it.
      SeriesStore.lockZone(write);
      lock(write, task.seriesId());
    }
  }

  @Override
  public void changed(Write write, Task before, @Nullable Task after) {
    SeriesId id = before.seriesId();
    boolean wasOpen = before.status().isOpen();
    boolean isOpen = after != null && after.status().isOpen();
    if (id == null || wasOpen == isOpen || OccurrenceTasks.hasOtherOpen(write, id, before.id())) {
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
