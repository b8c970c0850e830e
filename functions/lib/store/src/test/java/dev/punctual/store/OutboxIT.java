package dev.punctual.store;

import static dev.punctual.store.TestDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.event.CloudEvents;
import dev.punctual.contracts.event.DueEvent.RecurringDue;
import dev.punctual.contracts.event.Envelope;
import dev.punctual.contracts.event.EventType;
import dev.punctual.contracts.event.TaskEvent.TaskCreated;
import dev.punctual.contracts.event.UpdateEvent.TaskChanged;
import dev.punctual.store.DeadLetters.Replay;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OutboxIT {
  private static final String WAITING_FOR_LOCKS =
      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND wait_event_type = 'Lock'";

  private static final Duration TERM = Duration.ofMinutes(1);

  private final TestDatabase test = TestDatabase.fresh();
  private final Database database = test.database();
  private final UserId user = test.person();

  @Test
  void positionsGrowInTheOrderOfAppending() {
    append("one", "two", "three");

    List<OutboxRow> rows = positions();

    assertThat(rows).extracting(OutboxRow::position).isSorted().doesNotHaveDuplicates();
    assertThat(rows)
        .extracting(OutboxRow::data)
        .satisfiesExactly(
            data -> assertThat(data).contains("one"),
            data -> assertThat(data).contains("two"),
            data -> assertThat(data).contains("three"));
    assertThat(positions()).isEmpty();
  }

  @Test
  void whoHasWrittenALotAtOnceKeepsNobodyWaiting() {
    UserId other = test.person();
    append("one", "two", "three", "four");
    database.write(
        connection ->
            Outbox.append(
                connection,
                "/punctual/test",
                NOW,
                null,
                List.of(new RecurringDue(other, new SeriesId(Uuid7.next()), 1, NOW))));

    List<String> first = data(2);
    List<String> second = data(2);

    assertThat(first).hasSize(3);
    assertThat(first.get(0)).contains("one");
    assertThat(first.get(1)).contains("two");
    assertThat(first.get(2)).contains(other.value().toString());
    assertThat(second).hasSize(2);
    assertThat(second.getFirst()).contains("three");
  }

  private List<String> data(int mostOfOneKey) {
    return database.transaction(
        connection ->
            Outbox.givePositions(connection, 100, mostOfOneKey).stream()
                .map(OutboxRow::data)
                .toList());
  }

  @Test
  void whatCommitsOutOfSequenceIsPublishedAllTheSame() throws SQLException {
    try (Connection slow = test.dataSource().getConnection()) {
      slow.setAutoCommit(false);
      append(slow, "drawn first, committed last");
      append("drawn last, committed first");

      List<OutboxRow> before = positions();
      slow.commit();
      List<OutboxRow> after = positions();

      assertThat(before).singleElement().extracting(OutboxRow::data).asString().contains("last,");
      assertThat(after).singleElement().extracting(OutboxRow::data).asString().contains("first,");
      assertThat(after.getFirst().position()).isGreaterThan(before.getFirst().position());
    }
  }

  @Test
  void takingOverWaitsForTheLeadersLastTransaction() throws Exception {
    long epoch = take(UUID.randomUUID()).orElseThrow();
    assertThat(renew(epoch, Duration.ZERO)).isTrue();
    try (Connection leader = test.dataSource().getConnection()) {
      leader.setAutoCommit(false);
      assertThat(RelayLease.hold(leader, epoch)).isTrue();
      append("given its position by the old leader");
      CompletableFuture<OptionalLong> successor =
          CompletableFuture.supplyAsync(() -> take(UUID.randomUUID()));
      await().atMost(Duration.ofSeconds(60)).until(() -> test.count(WAITING_FOR_LOCKS) == 1);
      List<OutboxRow> last = Outbox.givePositions(leader, 10);
      leader.commit();

      assertThat(successor.get()).hasValue(epoch + 1);
      assertThat(database.<List<OutboxRow>>read(c -> Outbox.unmarked(c, 10))).isEqualTo(last);
    }
  }

  @Test
  void whatWasNotMarkedKeepsItsPosition() {
    append("one", "two");
    List<OutboxRow> first = positions();
    append("three");
    database.write(
        connection -> {
          Outbox.mark(connection, first.subList(0, 1));
        });

    assertThat(database.<List<OutboxRow>>read(connection -> Outbox.unmarked(connection, 10)))
        .isEqualTo(first.subList(1, 2));
    assertThat(positions().getFirst().position()).isGreaterThan(first.getLast().position());
  }

  @Test
  void aStreamIsToldItsOwnUpdatesAfterAPosition() {
    UserId other = test.person();
    TaskRow mine = TestDatabase.task(user, "mine");
    TaskRow hers = TestDatabase.task(other, "hers");
    database.write(
        connection -> {
          Outbox.append(
              connection,
              "/punctual/gateway",
              NOW,
              null,
              List.of(
                  new TaskChanged(user, mine.task().id(), mine.task()),
                  new TaskChanged(other, hers.task().id(), hers.task()),
                  new TaskCreated(user, mine.task()),
                  new TaskChanged(user, mine.task().id(), null)));
        });
    List<OutboxRow> all = positions();

    List<OutboxRow> missed =
        database.read(
            connection -> Outbox.updatesAfter(connection, user, all.getFirst().position(), 10));

    assertThat(missed).isEqualTo(all.subList(3, 4));
  }

  @Test
  void oneHolderLeadsUntilItsLeaseEnds() {
    UUID one = UUID.randomUUID();
    UUID two = UUID.randomUUID();
    long epoch = take(one).orElseThrow();

    assertThat(take(two)).isEmpty();
    assertThat(holds(epoch)).isTrue();
    assertThat(renew(epoch, Duration.ZERO)).isTrue();

    long next = take(two).orElseThrow();

    assertThat(next).isEqualTo(epoch + 1);
    assertThat(holds(epoch)).isFalse();
    assertThat(renew(epoch, TERM)).isFalse();
  }

  @Test
  void aDeadLetterIsSentAgainUnderItsOwnId() {
    CloudEvents.Known event =
        new CloudEvents.Known(
            new Envelope(
                Uuid7.next(),
                "/punctual/gateway",
                NOW,
                null,
                new RecurringDue(user, new SeriesId(Uuid7.next()), 3, NOW)));
    DeadLetter letter =
        new DeadLetter(
            "recurring-due-v1",
            "recurring-due",
            0,
            17,
            NOW.toEpochMilli(),
            null,
            CloudEvents.encode(event.envelope()),
            "23514",
            "a message with a \0 in it");
    database.write(
        connection -> {
          DeadLetters.insert(connection, List.of(letter));
          DeadLetters.insert(connection, List.of(letter));
        });
    DeadLetters.Kept kept =
        database
            .<List<DeadLetters.Kept>>read(connection -> DeadLetters.waiting(connection, 10))
            .getFirst();

    Replay replay = database.transaction(connection -> DeadLetters.replay(connection, kept.id()));

    assertThat(replay).isEqualTo(new Replay.Sent(event.envelope()));
    OutboxRow row = positions().getFirst();
    assertThat(CloudEvents.decode(CloudEvents.encode(row.attributes(), row.data())))
        .isEqualTo(event);
    assertThat(row.topic()).isEqualTo(EventType.RECURRING_DUE.topic().wireName());
    assertThat(database.<List<DeadLetters.Kept>>read(c -> DeadLetters.waiting(c, 10))).isEmpty();
  }

  private OptionalLong take(UUID holder) {
    return database.transaction(connection -> RelayLease.take(connection, holder, TERM));
  }

  private boolean holds(long epoch) {
    return database.transaction(connection -> RelayLease.hold(connection, epoch));
  }

  private boolean renew(long epoch, Duration term) {
    return database.transaction(connection -> RelayLease.renew(connection, epoch, term));
  }

  private void append(String... titles) {
    database.write(connection -> append(connection, titles));
  }

  private void append(Connection connection, String... titles) {
    for (String title : titles) {
      TaskRow row = TestDatabase.task(user, title);
      Outbox.append(
          connection, "/punctual/gateway", NOW, null, List.of(new TaskCreated(user, row.task())));
    }
  }

  private List<OutboxRow> positions() {
    return database.transaction(connection -> Outbox.givePositions(connection, 100));
  }
}
