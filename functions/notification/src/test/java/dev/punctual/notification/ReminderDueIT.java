package dev.punctual.notification;

import static dev.punctual.store.TestDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.ConsumerGroup;
import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.ReminderStep;
import dev.punctual.contracts.Topic;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.event.DueEvent.ReminderDue;
import dev.punctual.contracts.event.Envelope;
import dev.punctual.runtime.RecordsOnATopic;
import dev.punctual.runtime.RunningFunction;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.ReminderRows;
import dev.punctual.store.ReminderSteps;
import dev.punctual.store.Sql;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import dev.punctual.store.TestDatabase;
import dev.punctual.store.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReminderDueIT {
  private static final String GROUP = ConsumerGroup.NOTIFICATION_DUE.wireName();

  private final TestDatabase test = TestDatabase.fresh();
  private final UserId user = test.person();
  private final RecordsOnATopic topic = new RecordsOnATopic(Topic.REMINDERS_DUE);
  private RunningFunction function;

  @BeforeEach
  void start() {
    topic.forget(GROUP);
    function =
        RunningFunction.start(
            test,
            new DueHandler(new Deliveries(RunningFunction.config(test), RunningFunction.SECRETS)),
            TimeSource.of(() -> NOW));
  }

  @AfterEach
  void stop() {
    function.close();
    topic.close();
  }

  @Test
  void aThousandRemindersBecomeAThousandNotifications() {
    List<ReminderRow> reminders = reminders(1_000);

    topic.send(reminders.stream().map(this::due).toList());
    // Once more: the sweep may send a due event again, under another id.
    topic.send(reminders.stream().map(this::due).toList());

    await().atMost(Duration.ofSeconds(30)).until(() -> topic.lag(GROUP) == 0);
    assertThat(test.count("SELECT count(*) FROM notification")).isEqualTo(1_000);
    assertThat(test.count("SELECT count(*) FROM reminder WHERE status = 'delivered'"))
        .isEqualTo(1_000);
    assertThat(test.count("SELECT count(*) FROM outbox WHERE type = 'notification.created'"))
        .isEqualTo(1_000);
    assertThat(function.counts().handled()).isEqualTo(2_000);
  }

  @Test
  void aTaskThatIsDoneInTheMeantimeSuppressesItsReminder() {
    ReminderRow reminder = reminders(1).getFirst();
    test.database()
        .write(connection -> Sql.update(connection, "UPDATE task SET status = 'completed'"));

    topic.send(List.of(due(reminder)));

    await().atMost(Duration.ofSeconds(30)).until(() -> topic.lag(GROUP) == 0);
    assertThat(test.count("SELECT count(*) FROM reminder WHERE status = 'suppressed'"))
        .isEqualTo(1);
    assertThat(test.count("SELECT count(*) FROM notification")).isZero();
  }

  @Test
  void aReminderDueWhileEverythingWasDownComesLateWithinTheGrace() {
    ReminderRow reminder = reminder(NOW.minus(Duration.ofMinutes(14)));

    topic.send(List.of(due(reminder)));

    awaitStatus("delivered");
    assertThat(test.count("SELECT count(*) FROM notification")).isEqualTo(1);
  }

  @Test
  void aReminderDueWhileEverythingWasDownForLongIsMarkedMissed() {
    ReminderRow reminder = reminder(NOW.minus(Duration.ofMinutes(16)));

    topic.send(List.of(due(reminder)));

    awaitStatus("missed");
    assertThat(test.count("SELECT count(*) FROM notification")).isZero();
    assertThat(
            test.database()
                .read(c -> ReminderSteps.list(c, user, reminder.reminder().id()))
                .getLast()
                .result())
        .isEqualTo("missed");
  }

  @Test
  void theStoryTellsWhyAReminderWasNotHeeded() {
    ReminderRow reminder = reminder(NOW);
    test.database()
        .write(
            connection ->
                Sql.execute(connection, "UPDATE reminder SET revision = 2, status = 'cancelled'"));

    topic.send(List.of(due(reminder)));

    await().atMost(Duration.ofSeconds(30)).until(() -> topic.lag(GROUP) == 0);
    List<ReminderStep> story =
        test.database().read(c -> ReminderSteps.list(c, user, reminder.reminder().id()));
    assertThat(story)
        .extracting(ReminderStep::what)
        .containsExactly(
            ReminderStep.What.ARMED, ReminderStep.What.WOKEN, ReminderStep.What.HANDLED);
    assertThat(story.getLast().result()).isEqualTo("ignored");
    assertThat(story.getLast().detail())
        .isEqualTo("the reminder was changed after the timer was set");
  }

  private void awaitStatus(String status) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> test.count("SELECT count(*) FROM reminder WHERE status = ?", status) == 1);
  }

  private ReminderRow reminder(Instant fireAt) {
    ReminderRow row = reminders(1).getFirst();
    test.database()
        .write(connection -> Sql.execute(connection, "UPDATE reminder SET fire_at = ?", fireAt));
    return row;
  }

  private List<ReminderRow> reminders(int count) {
    List<TaskRow> tasks =
        IntStream.range(0, count).mapToObj(i -> TestDatabase.task(user, "task " + i)).toList();
    List<ReminderRow> reminders = new ArrayList<>();
    for (TaskRow task : tasks) {
      reminders.add(
          new ReminderRow(
              user,
              new Reminder(
                  new ReminderId(Uuid7.next()),
                  task.task().id(),
                  NOW,
                  null,
                  ReminderStatus.SCHEDULED,
                  NOW,
                  null,
                  1),
              1,
              NOW));
    }
    test.database()
        .write(
            connection -> {
              TaskRows.insert(connection, tasks);
              ReminderRows.insert(connection, reminders);
            });
    return reminders;
  }

  private Envelope due(ReminderRow row) {
    return new Envelope(
        Uuid7.next(),
        "/punctual/gateway",
        NOW,
        null,
        new ReminderDue(user, row.reminder().id(), row.revision(), NOW));
  }
}
