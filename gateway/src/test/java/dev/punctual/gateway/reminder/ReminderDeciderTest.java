package dev.punctual.gateway.reminder;

import static dev.punctual.contracts.event.Samples.DUE_AT;
import static dev.punctual.contracts.event.Samples.REMINDER;
import static dev.punctual.contracts.event.Samples.REMINDER_ID;
import static dev.punctual.contracts.event.Samples.TASK;
import static dev.punctual.contracts.event.Samples.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Due;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.store.ReminderRow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReminderDeciderTest {
  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final Instant NOW = Instant.parse("2026-03-03T08:00:00Z");

  @Test
  void anInstantToComeIsScheduled() {
    Instant at = NOW.plusSeconds(5);

    assertThat(create(at, null, TASK))
        .isEqualTo(
            new Accepted<>(
                new ReminderRow(
                    USER,
                    new Reminder(
                        REMINDER_ID, TASK.id(), at, null, ReminderStatus.SCHEDULED, at, null, 1),
                    1,
                    NOW)));
  }

  @Test
  void nowIsNotPastButAMomentBeforeIs() {
    assertThat(create(NOW, null, TASK)).isInstanceOf(Accepted.class);
    rejects(create(NOW.minusNanos(1000), null, TASK), ProblemCode.IN_THE_PAST, "at");
  }

  @Test
  void beforeCountsFromTheDue() {
    ReminderRow row = create(null, "PT15M", TASK).orRefuse();

    assertThat(row.reminder().fireAt()).isEqualTo(DUE_AT.minus(Duration.ofMinutes(15)));
    assertThat(row.reminder().before()).isEqualTo("PT15M");
    assertThat(row.reminder().at()).isNull();
  }

  @Test
  void beforeNeedsADueAndATimeToCome() {
    rejects(create(null, "PT15M", task(TaskStatus.PENDING, null)), ProblemCode.NO_DUE, "before");
    rejects(create(null, "P30D", TASK), ProblemCode.IN_THE_PAST, "before");
    rejects(create(null, "-PT5M", TASK), ProblemCode.INVALID_OFFSET, "before");
  }

  @Test
  void whenIsSaidInExactlyOneWay() {
    rejects(create(null, null, TASK), ProblemCode.AMBIGUOUS_TIME, "at");
    rejects(create(NOW, "PT15M", TASK), ProblemCode.AMBIGUOUS_TIME, "at");
  }

  @Test
  void aTaskHasAtMostFifty() {
    ReminderDraft draft = new ReminderDraft(TASK.id(), NOW, null, null);

    assertThat(ReminderDecider.create(USER, REMINDER_ID, draft, new Occasion(TASK, 49, NINE), NOW))
        .isInstanceOf(Accepted.class);
    rejects(
        ReminderDecider.create(USER, REMINDER_ID, draft, new Occasion(TASK, 50, NINE), NOW),
        ProblemCode.TOO_MANY,
        "taskId");
  }

  @ParameterizedTest
  @EnumSource(TaskStatus.class)
  void create_openTasksOnly(TaskStatus status) {
    boolean open = status == TaskStatus.PENDING || status == TaskStatus.ACTIVE;

    assertThat(create(NOW, null, task(status, TASK.due())) instanceof Accepted).isEqualTo(open);
  }

  @ParameterizedTest
  @EnumSource(ReminderStatus.class)
  void cancel_whatIsToComeOnly(ReminderStatus status) {
    ReminderRow row = row(status);

    switch (status) {
      case SCHEDULED -> {
        ReminderRow cancelled = ReminderDecider.cancel(row).orRefuse();
        assertThat(cancelled.reminder().status()).isEqualTo(ReminderStatus.CANCELLED);
        assertThat(cancelled.revision()).isEqualTo(8);
        assertThat(cancelled.reminder().version()).isEqualTo(REMINDER.version() + 1);
      }
      case CANCELLED -> assertThat(ReminderDecider.cancel(row)).isEqualTo(new Accepted<>(row));
      case DELIVERED, SUPPRESSED, MISSED, FAILED ->
          rejects(ReminderDecider.cancel(row), ProblemCode.WRONG_STATE, "status");
    }
  }

  @ParameterizedTest
  @EnumSource
  void snooze_whatIsToComeOrHasBeen(ReminderStatus status) {
    SnoozeDraft tenMinutes = new SnoozeDraft("PT10M", null);
    Decision<ReminderRow> decision =
        ReminderDecider.snooze(row(status), TASK, tenMinutes, ZoneOffset.UTC, NOW);

    switch (status) {
      case SCHEDULED, DELIVERED, MISSED -> {
        ReminderRow snoozed = decision.orRefuse();
        assertThat(snoozed.reminder().status()).isEqualTo(ReminderStatus.SCHEDULED);
        assertThat(snoozed.reminder().fireAt()).isEqualTo(NOW.plusSeconds(600));
        assertThat(snoozed.reminder().handledAt()).isNull();
        assertThat(snoozed.revision()).isEqualTo(8);
      }
      case SUPPRESSED, CANCELLED, FAILED -> rejects(decision, ProblemCode.WRONG_STATE, "status");
    }
  }

  @Test
  void aSnoozeIsForATaskThatIsOpenAndEndsLater() {
    ReminderRow row = row(ReminderStatus.DELIVERED);
    SnoozeDraft later = new SnoozeDraft(null, NOW.plusSeconds(1));

    rejects(snooze(row, null, later), ProblemCode.WRONG_STATE, "status");
    rejects(
        snooze(row, task(TaskStatus.COMPLETED, null), later), ProblemCode.WRONG_STATE, "status");
    rejects(
        snooze(row, TASK, new SnoozeDraft(null, NOW.minusSeconds(1))),
        ProblemCode.IN_THE_PAST,
        "until");
    rejects(snooze(row, TASK, new SnoozeDraft("PT0S", null)), ProblemCode.IN_THE_PAST, "period");
    rejects(snooze(row, TASK, new SnoozeDraft("soon", null)), ProblemCode.INVALID_OFFSET, "period");
    rejects(snooze(row, TASK, new SnoozeDraft(null, null)), ProblemCode.AMBIGUOUS_TIME, "until");
  }

  @Test
  void aReminderMayFollowTheDue() {
    ReminderDraft draft = new ReminderDraft(TASK.id(), null, null, "PT1H");

    ReminderRow row =
        ReminderDecider.create(USER, REMINDER_ID, draft, new Occasion(TASK, 0, NINE), NOW)
            .orRefuse();

    assertThat(row.reminder().fireAt()).isEqualTo(DUE_AT.plusSeconds(3600));
    assertThat(row.reminder().after()).isEqualTo("PT1H");
    rejects(
        ReminderDecider.create(
            USER,
            REMINDER_ID,
            new ReminderDraft(TASK.id(), null, "PT1H", "PT1H"),
            new Occasion(TASK, 0, NINE),
            NOW),
        ProblemCode.AMBIGUOUS_TIME,
        "at");
  }

  private static Decision<ReminderRow> snooze(
      ReminderRow row, @Nullable Task task, SnoozeDraft draft) {
    return ReminderDecider.snooze(row, task, draft, ZoneOffset.UTC, NOW);
  }

  private static Decision<ReminderRow> create(
      @Nullable Instant at, @Nullable String before, Task task) {
    return ReminderDecider.create(
        USER,
        REMINDER_ID,
        new ReminderDraft(task.id(), at, before, null),
        new Occasion(task, 0, NINE),
        NOW);
  }

  private static ReminderRow row(ReminderStatus status) {
    return new ReminderRow(
        USER,
        new Reminder(
            REMINDER.id(),
            REMINDER.taskId(),
            REMINDER.at(),
            REMINDER.before(),
            status,
            REMINDER.fireAt(),
            null,
            REMINDER.version()),
        7,
        NOW);
  }

  private static Task task(TaskStatus status, @Nullable Due due) {
    return new Task(
        TASK.id(),
        TASK.title(),
        TASK.notes(),
        status,
        TASK.priority(),
        TASK.tags(),
        due,
        null,
        null,
        TASK.createdAt(),
        TASK.updatedAt(),
        null,
        1);
  }

  private static void rejects(Decision<?> decision, ProblemCode code, String field) {
    assertThat(decision)
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.code()).isEqualTo(code);
              assertThat(rejected.field()).isEqualTo(field);
            });
  }
}
