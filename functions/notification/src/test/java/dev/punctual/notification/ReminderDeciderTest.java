package dev.punctual.notification;

import static dev.punctual.store.TestDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.event.DueEvent.ReminderDue;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TestDatabase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReminderDeciderTest {
  private final UserId user = new UserId(Uuid7.next());
  private final TaskRow task = TestDatabase.task(user, "Call the dentist");
  private final ReminderRow reminder = reminder(ReminderStatus.SCHEDULED, NOW);

  @Test
  void thePersonIsToldOfAnOpenTask() {
    Outcome.Handled handled = handled(task, NOW.plusSeconds(2));

    assertThat(handled.reminder().reminder().status()).isEqualTo(ReminderStatus.DELIVERED);
    assertThat(handled.reminder().reminder().handledAt()).isEqualTo(NOW.plusSeconds(2));
    assertThat(handled.notification().notification().title()).isEqualTo("Call the dentist");
    assertThat(handled.notification().notification().reminderId())
        .isEqualTo(reminder.reminder().id());
  }

  @ParameterizedTest
  @EnumSource(names = {"COMPLETED", "CANCELLED", "SKIPPED"})
  void aTaskThatIsDoneWithIsNotToldOf(TaskStatus status) {
    Outcome.Handled handled = handled(with(status, null), NOW);

    assertThat(handled.reminder().reminder().status()).isEqualTo(ReminderStatus.SUPPRESSED);
    assertThat(handled.notification()).isNull();
  }

  @Test
  void aTaskInTheTrashOrGoneIsNotToldOf() {
    assertThat(handled(with(TaskStatus.PENDING, NOW), NOW).reminder().reminder().status())
        .isEqualTo(ReminderStatus.SUPPRESSED);
    assertThat(handled(null, NOW).reminder().reminder().status())
        .isEqualTo(ReminderStatus.SUPPRESSED);
  }

  @Test
  void laterThanTheGraceIsMissed() {
    assertThat(handled(task, NOW.plusSeconds(900)).reminder().reminder().status())
        .isEqualTo(ReminderStatus.DELIVERED);
    Outcome.Handled late = handled(task, NOW.plusSeconds(901));
    assertThat(late.reminder().reminder().status()).isEqualTo(ReminderStatus.MISSED);
    assertThat(late.notification()).isNull();
  }

  @Test
  void aFractionOfASecondDoesNotMakeItEarly() {
    ReminderRow precise = reminder(ReminderStatus.SCHEDULED, NOW.plusMillis(999));

    assertThat(decide(precise, task, 3, NOW)).isInstanceOf(Outcome.Handled.class);
  }

  @Test
  void anOlderRevisionIsIgnored() {
    assertThat(decide(reminder, task, 2, NOW)).isInstanceOf(Outcome.Ignored.class);
  }

  @Test
  void oneThatWasMovedIntoTheFutureIsIgnored() {
    assertThat(decide(reminder, task, 3, NOW.minusSeconds(1))).isInstanceOf(Outcome.Ignored.class);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SCHEDULED")
  void whatIsNotScheduledIsIgnored(ReminderStatus status) {
    assertThat(decide(reminder(status, NOW), task, 3, NOW)).isInstanceOf(Outcome.Ignored.class);
  }

  private Outcome.Handled handled(@Nullable TaskRow task, Instant now) {
    return (Outcome.Handled) decide(reminder, task, 3, now);
  }

  private Outcome decide(ReminderRow row, @Nullable TaskRow task, int revision, Instant now) {
    return new ReminderDecider(now, Uuid7::next)
        .decide(row, task, new ReminderDue(user, row.reminder().id(), revision, NOW));
  }

  private ReminderRow reminder(ReminderStatus status, Instant fireAt) {
    return new ReminderRow(
        user,
        new Reminder(
            new ReminderId(Uuid7.next()), task.task().id(), fireAt, null, status, fireAt, null, 1),
        3,
        NOW);
  }

  private TaskRow with(TaskStatus status, @Nullable Instant deletedAt) {
    Task as = task.task();
    return new TaskRow(
        user,
        new Task(
            as.id(),
            as.title(),
            as.notes(),
            status,
            as.priority(),
            as.tags(),
            as.due(),
            as.seriesId(),
            as.occurrence(),
            as.createdAt(),
            as.updatedAt(),
            as.completedAt(),
            as.version()),
        deletedAt);
  }
}
