package dev.punctual.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.ChannelKind;
import dev.punctual.contracts.Delivery;
import dev.punctual.contracts.DeliveryStatus;
import dev.punctual.contracts.Id.DeliveryId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.notification.send.Parcel;
import dev.punctual.notification.send.Parcels;
import dev.punctual.notification.send.Reply;
import dev.punctual.runtime.DatabaseSession;
import dev.punctual.runtime.RunningFunction;
import dev.punctual.store.ChannelRow;
import dev.punctual.store.ChannelRows;
import dev.punctual.store.DeliveryRow;
import dev.punctual.store.DeliveryRows;
import dev.punctual.store.Sql;
import dev.punctual.store.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AnswersIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TestDatabase test = TestDatabase.fresh();
  private final UserId user = test.person();
  private final ChannelRow channel =
      Parcels.channel(user, ChannelKind.WEBHOOK, "https://example.net/", null);

  @Test
  void oneAnswerThatCannotBeWrittenDownKeepsNoOther() {
    test.database().write(connection -> ChannelRows.insert(connection, channel));
    Parcel good = tested();
    Parcel bad = tested();
    Parcel last = tested();
    test.owned()
        .write(
            c ->
                Sql.execute(
                    c,
                    "ALTER TABLE delivery ADD CHECK (status <> 'sent' OR id <> '"
                        + bad.delivery().delivery().id()
                        + "')"));
    Answers answers =
        new Answers(
            new DatabaseSession(RunningFunction.config(test), RunningFunction.SECRETS), "test");
    // Held, so that the three are one batch.
    test.database()
        .write(
            connection -> {
              assertThat(ChannelRows.lock(connection, List.of(channel.key()))).hasSize(1);
              answers.add(good, new Reply.Taken());
              answers.add(bad, new Reply.Taken());
              answers.add(last, new Reply.Taken());
            });

    await().atMost(PATIENCE).until(() -> count("status = 'sent'") == 2);
    answers.stop();
    assertThat(count("status = 'pending' AND id = '" + bad.delivery().delivery().id() + "'"))
        .isEqualTo(1);
  }

  @Test
  void aServerThatAnswersWithWhatNoRowTakesIsStillAnswered() {
    test.database().write(connection -> ChannelRows.insert(connection, channel));
    Parcel parcel = tested();
    Answers answers =
        new Answers(
            new DatabaseSession(RunningFunction.config(test), RunningFunction.SECRETS), "test");

    answers.add(parcel, new Reply.Never("no\0thing\r\n"));

    await().atMost(PATIENCE).until(() -> count("status = 'failed' AND error = 'no thing  '") == 1);
    answers.stop();
  }

  @Test
  void whoSendsWaitsWhileTooMuchWaitsToBeWrittenDown() {
    test.database().write(connection -> ChannelRows.insert(connection, channel));
    Parcel parcel = tested();
    Answers answers =
        new Answers(
            new DatabaseSession(RunningFunction.config(test), RunningFunction.SECRETS), "test");
    int many = 3_000;
    AtomicInteger added = new AtomicInteger();
    Thread sender =
        Thread.ofPlatform()
            .daemon()
            .unstarted(
                () -> {
                  while (added.get() < many) {
                    answers.add(parcel, new Reply.Taken());
                    added.incrementAndGet();
                  }
                });

    // Nothing can be written down while somebody holds the channel.
    test.database()
        .write(
            connection -> {
              assertThat(ChannelRows.lock(connection, List.of(channel.key()))).hasSize(1);
              sender.start();
              await().atMost(PATIENCE).until(() -> sender.getState() == Thread.State.TIMED_WAITING);
              assertThat(added.get()).isLessThan(many);
            });

    await().atMost(PATIENCE).until(() -> added.get() == many);
    await().atMost(PATIENCE).until(() -> count("status = 'sent'") == 1);
    answers.stop();
  }

  private Parcel tested() {
    Parcel parcel = Parcels.parcel(channel);
    Delivery sent = parcel.delivery().delivery();
    DeliveryRow row =
        new DeliveryRow(
            user,
            new Delivery(
                new DeliveryId(Uuid7.next()),
                sent.channelId(),
                null,
                DeliveryStatus.PENDING,
                1,
                null,
                sent.createdAt(),
                null),
            parcel.delivery().timerAt(),
            1);
    test.database().write(connection -> DeliveryRows.insert(connection, row));
    return new Parcel(row, channel, null, null, null, parcel.leaseEndNanos());
  }

  private long count(String condition) {
    return test.count("SELECT count(*) FROM delivery WHERE " + condition);
  }
}
