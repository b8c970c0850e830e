package dev.punctual.gateway.task;

import static dev.punctual.contracts.event.Samples.DUE_AT;
import static dev.punctual.contracts.event.Samples.TASK;
import static dev.punctual.contracts.event.Samples.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.event.TaskEvent.TaskUpdated;
import dev.punctual.contracts.event.UpdateEvent.TaskChanged;
import dev.punctual.contracts.event.UpdateEvent.TaskStatusChanged;
import dev.punctual.store.Timer;
import dev.punctual.store.TimerKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskConsequencesTest {
  @Test
  void nothingChangedIsNothingToTell() {
    assertThat(TaskConsequences.updated(USER, TASK, TASK)).isEmpty();
  }

  @Test
  void aChangeOfStatusAloneIsToldOnce() {
    Task done = TaskDeciderTest.task(TaskStatus.COMPLETED, TASK.due());

    assertThat(TaskConsequences.updated(USER, TASK, done))
        .containsExactly(
            new TaskUpdated(USER, List.of("status", "completedAt"), TASK, done),
            new TaskStatusChanged(USER, TaskStatus.PENDING, done));
  }

  @Test
  void changedFieldsAreNamedInTheOrderOfTheTask() {
    Task other = TaskDeciderTest.task(TaskStatus.ACTIVE, null);

    assertThat(TaskConsequences.updated(USER, TASK, other))
        .containsExactly(
            new TaskUpdated(USER, List.of("status", "due"), TASK, other),
            new TaskStatusChanged(USER, TaskStatus.PENDING, other),
            new TaskChanged(USER, TASK.id(), other));
  }

  @ParameterizedTest
  @EnumSource(TaskStatus.class)
  void overdueTimer_openTasksOnly(TaskStatus status) {
    Task task = TaskDeciderTest.task(status, TASK.due());

    assertThat(TaskConsequences.overdueTimer(USER, task, DUE_AT.minusSeconds(1)).isPresent())
        .isEqualTo(status == TaskStatus.PENDING || status == TaskStatus.ACTIVE);
  }

  @Test
  void aTimerIsSetForWhatIsStillToCome() {
    assertThat(TaskConsequences.overdueTimer(USER, TASK, DUE_AT.minusNanos(1)))
        .contains(new Timer(TimerKind.OVERDUE, TASK.id(), USER, DUE_AT, TASK.version()));
    assertThat(TaskConsequences.overdueTimer(USER, TASK, DUE_AT)).isEmpty();
  }
}
