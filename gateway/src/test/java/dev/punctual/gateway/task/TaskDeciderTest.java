package dev.punctual.gateway.task;

import static dev.punctual.contracts.event.Samples.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Due;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.http.ProblemCode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskDeciderTest {
  private static final Instant NOW = Instant.parse("2026-03-03T08:00:00.123456Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "pending, active, yes",
    "pending, completed, yes",
    "pending, cancelled, yes",
    "pending, skipped, no",
    "active, pending, yes",
    "active, completed, yes",
    "active, cancelled, yes",
    "active, skipped, no",
    "completed, pending, yes",
    "completed, active, no",
    "completed, cancelled, yes",
    "completed, skipped, no",
    "cancelled, pending, no",
    "cancelled, active, no",
    "cancelled, completed, no",
    "cancelled, skipped, no",
    "skipped, pending, no",
    "skipped, active, no",
    "skipped, completed, no",
    "skipped, cancelled, yes",
  })
  void patch_status_followsTheTable(String from, String to, String allowed) {
    Decision<Task> decision = edit(task(status(from)), draft(status(to)), false);

    if (allowed.equals("yes")) {
      assertThat(accepted(decision).status()).isEqualTo(status(to));
      assertThat(accepted(decision).version()).isEqualTo(TASK.version() + 1);
    } else {
      assertThat(decision)
          .isInstanceOfSatisfying(
              Rejected.class,
              rejected -> {
                assertThat(rejected.code()).isEqualTo(ProblemCode.WRONG_STATE);
                assertThat(rejected.field()).isEqualTo("status");
              });
    }
  }

  @Test
  void completingNotesWhenAndReopeningForgetsIt() {
    Task done =
        accepted(TaskDecider.decide(new TaskCommand.Complete(task(TaskStatus.ACTIVE)), NOW));

    assertThat(done.completedAt()).isEqualTo(NOW);
    Task open = accepted(TaskDecider.decide(new TaskCommand.Reopen(done), NOW.plusSeconds(1)));
    assertThat(open.status()).isEqualTo(TaskStatus.PENDING);
    assertThat(open.completedAt()).isNull();
    assertThat(open.version()).isEqualTo(TASK.version() + 2);
    assertThat(open.updatedAt()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void whatIsSoAlreadyChangesNothing() {
    Task done = task(TaskStatus.COMPLETED);
    Task open = task(TaskStatus.ACTIVE);

    assertThat(TaskDecider.decide(new TaskCommand.Complete(done), NOW))
        .isEqualTo(new Accepted<>(done));
    assertThat(TaskDecider.decide(new TaskCommand.Reopen(open), NOW))
        .isEqualTo(new Accepted<>(open));
    assertThat(edit(open, TaskDraft.of(open), false)).isEqualTo(new Accepted<>(open));
    assertThat(edit(open, TaskDraft.of(open), true)).isEqualTo(new Accepted<>(open));
  }

  @Test
  void aNewTaskHasTheDefaults() {
    Decision<Task> decision =
        TaskDecider.decide(
            new TaskCommand.Create(
                TASK.id(), new TaskDraft("Call", null, null, null, List.of(), null), BERLIN),
            NOW);

    assertThat(decision)
        .isEqualTo(
            new Accepted<>(
                new Task(
                    TASK.id(),
                    "Call",
                    "",
                    TaskStatus.PENDING,
                    Priority.MEDIUM,
                    List.of(),
                    null,
                    null,
                    null,
                    NOW,
                    NOW,
                    null,
                    1)));
  }

  @Test
  void anEditOfSomethingElseKeepsTheDueToTheSecondOfTwoEqualTimes() {
    Due second =
        new Due(
            LocalDateTime.parse("2026-11-01T01:30"),
            null,
            ZoneId.of("America/New_York"),
            Instant.parse("2026-11-01T06:30:00Z"));
    Task task = task(TaskStatus.PENDING, second);
    TaskDraft draft = TaskDraft.of(task);

    Task edited =
        accepted(
            edit(
                task,
                new TaskDraft(
                    "other",
                    draft.notes(),
                    draft.status(),
                    draft.priority(),
                    draft.tags(),
                    draft.due()),
                false));

    assertThat(edited.due()).isEqualTo(second);
  }

  private static Decision<Task> edit(Task task, TaskDraft draft, boolean dueNamed) {
    return TaskDecider.decide(new TaskCommand.Edit(task, draft, dueNamed, BERLIN), NOW);
  }

  private static Task accepted(Decision<Task> decision) {
    return decision.orRefuse();
  }

  private static TaskDraft draft(TaskStatus status) {
    TaskDraft draft = TaskDraft.of(TASK);
    return new TaskDraft(
        draft.title(), draft.notes(), status, draft.priority(), draft.tags(), draft.due());
  }

  private static TaskStatus status(String wireName) {
    return TaskStatus.valueOf(wireName.toUpperCase(java.util.Locale.ROOT));
  }

  private static Task task(TaskStatus status) {
    return task(status, TASK.due());
  }

  static Task task(TaskStatus status, @Nullable Due due) {
    return new Task(
        TASK.id(),
        TASK.title(),
        TASK.notes(),
        status,
        TASK.priority(),
        TASK.tags(),
        due,
        TASK.seriesId(),
        TASK.occurrence(),
        TASK.createdAt(),
        TASK.updatedAt(),
        status == TaskStatus.COMPLETED ? TASK.updatedAt() : null,
        TASK.version());
  }
}
