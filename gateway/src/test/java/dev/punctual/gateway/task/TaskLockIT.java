package dev.punctual.gateway.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.gateway.write.Write;
import dev.punctual.gateway.write.Writer;
import dev.punctual.store.Database;
import dev.punctual.store.Owned;
import dev.punctual.store.SeriesRows;
import dev.punctual.store.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaskLockIT {
  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();
  private final UserId user = ada.user();
  private final Database database = gateway.database().database();

  @Test
  void aTaskThatASplitMovesMeanwhileIsLockedAfterTheSeriesThatItHasThen() {
    SeriesId first = series();
    SeriesId second = series();
    Answer made = ada.post("/api/v1/tasks", "{\"title\":\"t\"}");
    TaskId id = new TaskId(made.id());
    belongs(id, first);
    List<@Nullable SeriesId> before = new ArrayList<>();
    OccurrenceWatch watch =
        new OccurrenceWatch() {
          @Override
          public void before(Write write, Task task) {
            before.add(task.seriesId());
            lock(write, Objects.requireNonNull(task.seriesId()));
            if (before.size() == 1) {
              belongs(id, second);
            }
          }

          @Override
          public void changed(Write write, @Nullable Task was, @Nullable Task is) {}

          @Override
          public void forgotten(Write write, List<Task> tasks) {}
        };

    Task locked =
        gateway
            .bean(Writer.class)
            .write(
                user,
                write -> {
                  Task task = TaskLock.lock(write, id, watch);
                  // Nobody has to wait for the series that it has left.
                  database.write(
                      connection ->
                          assertThat(
                                  Sql.list(
                                      connection,
                                      "SELECT id FROM series WHERE user_id = ? AND id = ?"
                                          + " FOR UPDATE NOWAIT",
                                      row -> row.uuid("id"),
                                      user,
                                      first))
                              .hasSize(1));
                  return task;
                });

    assertThat(before).containsExactly(first, second);
    assertThat(locked.seriesId()).isEqualTo(second);
  }

  private void lock(Write write, SeriesId series) {
    assertThat(SeriesRows.lock(write.connection(), List.of(new Owned<>(user, series)))).hasSize(1);
  }

  private SeriesId series() {
    return new SeriesId(
        ada.post("/api/v1/series", "{\"title\":\"t\",\"start\":\"2040-01-01\"}").id());
  }

  /** As a split does, which commits before the task can be locked. */
  private void belongs(TaskId task, SeriesId series) {
    database.write(
        connection ->
            assertThat(
                    Sql.update(
                        connection,
                        "UPDATE task SET series_id = ?, occurrence = '2040-01-01',"
                            + " occurrence_key = '0123456789abcdef'"
                            + " WHERE user_id = ? AND id = ?",
                        series,
                        user,
                        task))
                .isEqualTo(1));
  }
}
