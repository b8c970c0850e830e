package dev.punctual.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.ChannelKind;
import dev.punctual.contracts.ConsumerGroup;
import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.ReminderStep;
import dev.punctual.contracts.Topic;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.Waker;
import dev.punctual.contracts.event.CloudEvents;
import dev.punctual.contracts.event.DueEvent.ReminderDue;
import dev.punctual.contracts.event.Envelope;
import dev.punctual.contracts.event.EventType;
import dev.punctual.notification.send.HttpReceiver;
import dev.punctual.notification.send.Parcels;
import dev.punctual.notification.send.TestTls;
import dev.punctual.runtime.Batch;
import dev.punctual.runtime.Handler;
import dev.punctual.runtime.RecordsOnATopic;
import dev.punctual.runtime.RunningFunction;
import dev.punctual.runtime.RuntimeConfig;
import dev.punctual.store.ChannelRow;
import dev.punctual.store.ChannelRows;
import dev.punctual.store.DatabaseFault;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.ReminderRows;
import dev.punctual.store.ReminderSteps;
import dev.punctual.store.Sql;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import dev.punctual.store.TestDatabase;
import dev.punctual.store.TimeSource;
import dev.punctual.store.Timers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a reminder that is due to a server that has it, and every way in which that can break. */
class DeliveryIT {
  private static final String GROUP = ConsumerGroup.NOTIFICATION_DUE.wireName();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TestDatabase test = TestDatabase.fresh();
  private final UserId user = test.person();
  private final RecordsOnATopic topic = new RecordsOnATopic(Topic.REMINDERS_DUE);
  private final HttpReceiver receiver = HttpReceiver.plain();
  private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
  private final List<Deliveries> started = new ArrayList<>();
  private @Nullable RunningFunction function;

  @BeforeEach
  void forget() {
    topic.forget(GROUP);
  }

  @AfterEach
  void close() {
    stop();
    started.forEach(Deliveries::stop);
    receiver.close();
    topic.close();
  }

  @Test
  void aReminderReachesItsChannelOnce() {
    channel(receiver.url());
    ReminderRow reminder = reminder();
    start(deliveries());

    remind(reminder);

    awaitDelivery("sent");
    assertThat(receiver.received()).hasSize(1);
    assertThat(timers()).isZero();
    assertThat(test.count("SELECT count(*) FROM channel WHERE status = 'working'")).isEqualTo(1);
    assertThat(story(reminder))
        .containsExactly(
            "armed null created",
            "woken clock null",
            "handled null delivered",
            "sent webhook home sent");
  }

  @Test
  void aFailedSendIsTriedAgainAndNeverMarkedSent() {
    channel(receiver.url());
    receiver.answer(503);
    ReminderRow reminder = reminder();
    start(deliveries());

    remind(reminder);
    await().atMost(PATIENCE).until(() -> count("error IS NOT NULL AND status = 'pending'") == 1);
    assertThat(test.count("SELECT count(*) FROM notification")).isEqualTo(1);
    assertThat(timers()).isEqualTo(1);

    receiver.answer(204);
    wakeLater();
    awaitDelivery("sent");
    assertThat(receiver.received())
        .hasSize(2)
        .extracting(post -> post.header("webhook-id"))
        .containsOnly(receiver.received().getFirst().header("webhook-id"));
    assertThat(story(reminder)).endsWith("sent webhook home retry", "sent webhook home sent");
  }

  @Test
  void aFinalFailureIsTold() {
    channel(receiver.url());
    receiver.answer(410);
    start(deliveries());

    remind(reminder());

    awaitDelivery("failed");
    assertThat(test.count("SELECT count(*) FROM channel WHERE status = 'gone'")).isEqualTo(1);
    assertThat(
            test.count(
                "SELECT count(*) FROM notification WHERE kind = 'delivery-failed'"
                    + " AND detail = 'home: it answers 410'"))
        .isEqualTo(1);
    assertThat(test.count("SELECT count(*) FROM outbox WHERE type = 'notification.created'"))
        .isEqualTo(2);
    assertThat(timers()).isZero();

    remind(reminder());
    await().atMost(PATIENCE).until(() -> topic.lag(GROUP) == 0);
    assertThat(receiver.received()).hasSize(1);
  }

  @Test
  void aBadChannelDelaysNoOther() {
    try (HttpReceiver bad = HttpReceiver.plain()) {
      bad.hang();
      channel(bad.url());
      start(deliveries());
      for (int i = 0; i < 20; i++) {
        remind(reminder());
      }
      await().atMost(PATIENCE).until(() -> bad.received().size() == 1);
      channel(receiver.url());

      remind(reminder());

      // The bad one holds its first request all the while.
      await().atMost(PATIENCE).until(() -> receiver.received().size() == 1);
      assertThat(bad.received()).hasSize(1);
      assertThat(test.count("SELECT count(*) FROM notification")).isEqualTo(21);
    }
  }

  @Test
  void tenRemindersOfADeadChannelAreOneTry() {
    channel(receiver.url());
    receiver.answer(503);
    start(deliveries());
    remind(reminder());
    await().atMost(PATIENCE).until(() -> count("error IS NOT NULL AND status = 'pending'") == 1);

    for (int i = 1; i < 10; i++) {
      remind(reminder());
    }
    await().atMost(PATIENCE).until(() -> count("status = 'pending'") == 10);
    await().atMost(PATIENCE).until(() -> topic.lag(GROUP) == 0);

    assertThat(receiver.received()).hasSize(1);
    assertThat(count("attempts = 0")).isEqualTo(9);
    assertThat(timers()).isEqualTo(10);

    // All ten are due; one of them tries.
    test.database()
        .write(
            connection -> {
              Sql.execute(connection, "UPDATE channel SET retry_at = now() - interval '1 minute'");
              Sql.execute(connection, "UPDATE delivery SET timer_at = now() - interval '1 minute'");
              Sql.execute(connection, "UPDATE timer SET due_at = now() - interval '1 minute'");
            });
    wake(Instant.now(), 10);
    await()
        .atMost(PATIENCE)
        .until(() -> test.count("SELECT count(*) FROM channel WHERE failures = 2") == 1);
    await().atMost(PATIENCE).until(() -> topic.lag(GROUP) == 0);
    assertThat(receiver.received()).hasSize(2);
    assertThat(test.count("SELECT sum(attempts) AS count FROM delivery WHERE status = 'pending'"))
        .isEqualTo(2);
  }

  @Test
  void aCrashBetweenCommitAndSendLosesNothing() {
    channel(receiver.url());
    // The process ends when the batch is committed: what follows never begins.
    start(new DueHandler(deliveries()), batch -> without(batch));

    remind(reminder());
    await().atMost(PATIENCE).until(() -> topic.lag(GROUP) == 0);
    stop();
    assertThat(receiver.received()).isEmpty();
    assertThat(count("status = 'pending'")).isEqualTo(1);
    assertThat(timers()).isEqualTo(1);

    start(deliveries());
    wakeLater();
    awaitDelivery("sent");
    assertThat(receiver.received()).hasSize(1);
  }

  @Test
  void aCrashBetweenSendAndMarkSendsTheSameAgain() {
    channel(receiver.url());
    // Sent, but what was answered is never written: there is no such database.
    RuntimeConfig config = RunningFunction.config(test);
    start(
        deliveries(
            new RuntimeConfig(
                config.function(),
                "jdbc:postgresql://127.0.0.1:1/none",
                config.databaseUser(),
                config.kafka(),
                config.managementHost(),
                config.managementPort())));

    remind(reminder());
    await().atMost(PATIENCE).until(() -> receiver.received().size() == 1);
    stop();
    assertThat(count("status = 'pending'")).isEqualTo(1);

    start(deliveries());
    wakeLater();
    awaitDelivery("sent");
    assertThat(receiver.received())
        .hasSize(2)
        .extracting(post -> post.header("webhook-id"))
        .containsOnly(receiver.received().getFirst().header("webhook-id"));
  }

  @Test
  void aBatchThatIsRolledBackSendsNothing() {
    channel(receiver.url());
    AtomicBoolean first = new AtomicBoolean(true);
    DueHandler handler = new DueHandler(deliveries());
    start(
        new Delegate(handler) {
          @Override
          public void handle(Batch batch) {
            super.handle(batch);
            if (first.getAndSet(false)) {
              throw new DatabaseFault(new SQLException("away", "08006"));
            }
          }
        });

    remind(reminder());

    awaitDelivery("sent");
    assertThat(receiver.received()).hasSize(1);
  }

  @Test
  void noReminderIsSentForATaskThatWasFinishedBeforeTheNextTry() {
    channel(receiver.url());
    receiver.answer(503);
    start(deliveries());
    remind(reminder());
    await().atMost(PATIENCE).until(() -> count("error IS NOT NULL AND status = 'pending'") == 1);
    test.database().write(c -> Sql.execute(c, "UPDATE task SET status = 'completed'"));

    wakeLater();

    awaitDelivery("cancelled");
    assertThat(receiver.received()).hasSize(1);
    assertThat(timers()).isZero();
  }

  private void channel(String url) {
    ChannelRow row = Parcels.channel(user, ChannelKind.WEBHOOK, url, null);
    test.database().write(connection -> ChannelRows.insert(connection, row));
  }

  private Deliveries deliveries() {
    return deliveries(RunningFunction.config(test));
  }

  private Deliveries deliveries(RuntimeConfig config) {
    Deliveries deliveries =
        new Deliveries(
            config,
            RunningFunction.SECRETS,
            Map.of("PUNCTUAL_CHANNEL_NETWORKS", "127.0.0.0/8,::1/128"),
            TestTls.CONTEXT.getSocketFactory());
    started.add(deliveries);
    return deliveries;
  }

  private void start(Deliveries deliveries) {
    start(new DueHandler(deliveries));
  }

  private void start(DueHandler handler, java.util.function.UnaryOperator<Batch> change) {
    start(
        new Delegate(handler) {
          @Override
          public void handle(Batch batch) {
            super.handle(change.apply(batch));
          }
        });
  }

  private void start(Handler handler) {
    function =
        RunningFunction.start(test, handler, TimeSource.of(() -> Instant.now().plus(later.get())));
  }

  private void stop() {
    if (function != null) {
      function.close();
      function = null;
    }
  }

  private static Batch without(Batch batch) {
    return new Batch(
        batch.connection(), batch.now(), batch.source(), batch.events(), follows -> {});
  }

  private ReminderRow reminder() {
    TaskRow task = TestDatabase.task(user, "t");
    Instant now = Instant.now();
    ReminderRow row =
        new ReminderRow(
            user,
            new Reminder(
                new ReminderId(Uuid7.next()),
                task.task().id(),
                now,
                null,
                ReminderStatus.SCHEDULED,
                now,
                null,
                1),
            1,
            now);
    test.database()
        .write(
            connection -> {
              TaskRows.insert(connection, List.of(task));
              ReminderRows.insert(connection, List.of(row));
            });
    return row;
  }

  private void remind(ReminderRow row) {
    topic.send(
        List.of(
            new Envelope(
                Uuid7.next(),
                "/punctual/gateway",
                Instant.now(),
                null,
                new ReminderDue(
                    user,
                    row.reminder().id(),
                    row.revision(),
                    row.reminder().fireAt().truncatedTo(ChronoUnit.SECONDS),
                    Waker.CLOCK))));
  }

  /** As the timekeeper does two hours later: timers become events, and these are published. */
  private void wakeLater() {
    later.set(Duration.ofHours(2));
    wake(Instant.now().plus(Duration.ofHours(2)), 1);
  }

  private void wake(Instant now, int expected) {
    int claimed = test.database().transaction(c -> Timers.claim(c, now, 100));
    assertThat(claimed).isEqualTo(expected);
    List<Envelope> due =
        test.database()
            .read(
                connection ->
                    Sql.list(
                        connection,
                        "SELECT id, source, type, subject, key, time, data FROM outbox"
                            + " WHERE type = 'delivery.due' ORDER BY seq",
                        row ->
                            ((CloudEvents.Known)
                                    CloudEvents.decode(
                                        CloudEvents.encode(
                                            new CloudEvents.Attributes(
                                                row.uuid("id").toString(),
                                                row.text("source"),
                                                row.text("type"),
                                                row.uuid("subject").toString(),
                                                row.uuid("key").toString(),
                                                row.instant("time"),
                                                null),
                                            row.text("data"))))
                                .envelope()));
    topic.send(due);
  }

  private void awaitDelivery(String status) {
    await().atMost(PATIENCE).until(() -> count("status = '" + status + "'") == 1);
  }

  private long count(String condition) {
    return test.count("SELECT count(*) FROM delivery WHERE " + condition);
  }

  private long timers() {
    return test.count("SELECT count(*) FROM timer WHERE kind = 'delivery'");
  }

  private List<String> story(ReminderRow reminder) {
    return test.database().read(c -> ReminderSteps.list(c, user, reminder.reminder().id())).stream()
        .map(DeliveryIT::words)
        .toList();
  }

  private static String words(ReminderStep step) {
    String by = step.what() == ReminderStep.What.ARMED ? null : step.by();
    return step.what().wireName() + " " + by + " " + step.result();
  }

  /** The function's own handler, and what a test adds. */
  private static class Delegate implements Handler {
    private final DueHandler handler;

    Delegate(DueHandler handler) {
      this.handler = handler;
    }

    @Override
    public ConsumerGroup group() {
      return handler.group();
    }

    @Override
    public Set<EventType> types() {
      return handler.types();
    }

    @Override
    public void handle(Batch batch) {
      handler.handle(batch);
    }

    @Override
    public void stop() {
      handler.stop();
    }
  }
}
