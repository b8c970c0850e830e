package dev.punctual.store;

import static dev.punctual.store.TestDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.IfPending;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.Waker;
import dev.punctual.contracts.event.CloudEvents;
import dev.punctual.contracts.event.DueEvent;
import dev.punctual.contracts.event.Event;
import dev.punctual.contracts.event.UpdateEvent.TaskOverdue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TimersIT {
  private final TestDatabase test = TestDatabase.fresh();
  private final Database database = test.database();
  private final UserId user = test.person();

  @Test
  void whatIsDueBecomesItsEvent() {
    SeriesId series = new SeriesId(Uuid7.next());
    ReminderId reminder = new ReminderId(Uuid7.next());
    TaskId task = new TaskId(Uuid7.next());
    set(
        new Timer(TimerKind.SERIES, series, user, NOW.minusSeconds(3), 7),
        new Timer(TimerKind.REMINDER, reminder, user, NOW.minusSeconds(2), 1),
        new Timer(TimerKind.OVERDUE, task, user, NOW.minusSeconds(1), 1),
        new Timer(TimerKind.REMINDER, new ReminderId(Uuid7.next()), user, NOW.plusSeconds(1), 1));

    assertThat(claim(NOW, 100)).isEqualTo(3);

    assertThat(published())
        .containsExactly(
            new DueEvent.RecurringDue(user, series, 7, NOW.minusSeconds(3)),
            new DueEvent.ReminderDue(user, reminder, 1, NOW.minusSeconds(2), Waker.JOB),
            new TaskOverdue(user, task, NOW.minusSeconds(1)));
    assertThat(nextDue()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void theSecondsThatAreDueAreToldOnceEachInOrder() {
    set(
        reminder(NOW.plusSeconds(5)),
        reminder(NOW.plusSeconds(2)),
        reminder(NOW.plusSeconds(2)),
        reminder(NOW),
        reminder(NOW.plusSeconds(9)),
        reminder(NOW.plusSeconds(10)));

    assertThat(seconds(NOW.minusSeconds(1), NOW.plusSeconds(9)))
        .containsExactly(NOW, NOW.plusSeconds(2), NOW.plusSeconds(5));
    assertThat(seconds(NOW, NOW.plusSeconds(9)))
        .containsExactly(NOW.plusSeconds(2), NOW.plusSeconds(5), NOW.plusSeconds(9));
    assertThat(seconds(NOW.plusSeconds(10), NOW.plusSeconds(99))).isEmpty();
  }

  private List<Instant> seconds(Instant after, Instant until) {
    return database.read(connection -> Timers.dueSeconds(connection, after, until, 3));
  }

  @Test
  void aFractionOfASecondIsCutOff() {
    set(reminder(NOW.plusMillis(999)));

    assertThat(nextDue()).isEqualTo(NOW);
  }

  @Test
  void aSubjectHasOneTimerOfAKind() {
    ReminderId reminder = new ReminderId(Uuid7.next());
    set(new Timer(TimerKind.REMINDER, reminder, user, NOW, 1));
    set(new Timer(TimerKind.REMINDER, reminder, user, NOW.plusSeconds(60), 2));

    assertThat(claim(NOW, 100)).isZero();
    assertThat(nextDue()).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void claimsInPortions() {
    for (int i = 0; i < 5; i++) {
      set(reminder(NOW.minusSeconds(i)));
    }

    assertThat(List.of(claim(NOW, 2), claim(NOW, 2), claim(NOW, 2), claim(NOW, 2)))
        .containsExactly(2, 2, 1, 0);
  }

  @Test
  void twoGatewaysNeverClaimTheSame() throws InterruptedException {
    for (int i = 0; i < 1_000; i++) {
      set(reminder(NOW));
    }
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> gateways =
        List.of(1, 2, 3).stream()
            .map(
                number ->
                    Thread.startVirtualThread(
                        () -> {
                          await(start);
                          while (claim(NOW, 7) > 0) {}
                        }))
            .toList();
    start.countDown();
    for (Thread gateway : gateways) {
      gateway.join();
    }

    assertThat(test.count("SELECT count(*) FROM outbox")).isEqualTo(1_000);
    assertThat(test.count("SELECT count(DISTINCT subject) FROM outbox")).isEqualTo(1_000);
    assertThat(test.count("SELECT count(*) FROM timer")).isZero();
  }

  @Test
  void whatIsPastDueWithoutTimerOrEventComesAgain() {
    SeriesRow series = lostSeries();

    assertThat(recover(NOW.plus(Duration.ofMinutes(6)))).isEqualTo(1);

    assertThat(claim(NOW.plus(Duration.ofMinutes(6)), 10)).isEqualTo(1);
    assertThat(published())
        .containsExactly(
            new DueEvent.RecurringDue(
                user, series.series().id(), 1, NOW.plus(Duration.ofMinutes(6))));
  }

  @Test
  void nothingComesAgainBeforeItsTimeOrWhileItIsOnItsWay() {
    SeriesRow series = lostSeries();
    assertThat(recover(NOW.plus(Duration.ofMinutes(4)))).isZero();

    set(new Timer(TimerKind.SERIES, series.series().id(), user, NOW, 1));
    assertThat(recover(NOW.plus(Duration.ofMinutes(6)))).isZero();

    assertThat(claim(NOW, 10)).isEqualTo(1);
    assertThat(recover(NOW.plus(Duration.ofMinutes(6)))).isZero();

    publish();
    assertThat(recover(NOW.plus(Duration.ofMinutes(6)))).isEqualTo(1);
  }

  @Test
  void theSameSubjectComesAgainAfterTwiceAsLong() {
    SeriesRow series = lostSeries();
    Instant at = NOW.plus(Duration.ofMinutes(6));
    for (int minutes : new int[] {5, 10, 20, 40}) {
      assertThat(recover(at)).isEqualTo(1);
      assertThat(claim(at, 10)).isEqualTo(1);
      publish();

      assertThat(recover(at.plus(Duration.ofMinutes(minutes)).minusSeconds(1))).isZero();
      at = at.plus(Duration.ofMinutes(minutes));
    }
    assertThat(test.count("SELECT attempts AS count FROM recovery")).isEqualTo(4);

    SeriesRow moved =
        new SeriesRow(
            user,
            series.series(),
            series.clock(),
            new SeriesRow.Progress(
                null, "2026-03-06T14:01", NOW.plusSeconds(60), null, 0, null, 2));
    database.write(
        connection -> {
          SeriesRows.advance(connection, List.of(moved));
        });
    assertThat(recover(at.plus(Duration.ofMinutes(1)))).isEqualTo(1);
    assertThat(test.count("SELECT attempts AS count FROM recovery")).isEqualTo(1);
  }

  @Test
  void aSubjectThatStaysDeadComesOnceADayAndStopsNobodyElse() {
    SeriesRow dead = lostSeries();
    database.write(
        connection ->
            Sql.update(
                connection,
                "INSERT INTO recovery (kind, subject_id, user_id, due_at, attempts, last_at)"
                    + " VALUES ('series', ?, ?, ?, 1000, ?)",
                dead.series().id(),
                user,
                NOW,
                NOW));
    SeriesRow other = lostSeries();

    assertThat(recover(NOW.plus(Duration.ofHours(23)))).as("the other one").isEqualTo(1);
    assertThat(test.count("SELECT count(*) FROM timer WHERE subject_id = ?", other.series().id()))
        .isEqualTo(1);
    assertThat(recover(NOW.plus(Duration.ofHours(24)))).as("the dead one").isEqualTo(1);
  }

  private SeriesRow lostSeries() {
    SeriesRow row =
        TestDatabase.series(user, "2026-03-06T14:00", "FREQ=DAILY", NOW, IfPending.SKIP);
    database.write(
        connection -> {
          SeriesRows.insert(connection, List.of(row));
        });
    return row;
  }

  private Timer reminder(Instant due) {
    return new Timer(TimerKind.REMINDER, new ReminderId(Uuid7.next()), user, due, 1);
  }

  private void set(Timer... timers) {
    database.write(
        connection -> {
          Timers.set(connection, List.of(timers));
        });
  }

  private int claim(Instant now, int limit) {
    return database.transaction(connection -> Timers.claim(connection, Waker.JOB, now, limit));
  }

  private int recover(Instant now) {
    return database.transaction(
        connection -> Timers.recover(connection, now, Duration.ofMinutes(5)));
  }

  private Instant nextDue() {
    return database.read(Timers::nextDue).orElseThrow();
  }

  private void publish() {
    database.write(
        connection -> {
          Outbox.mark(connection, Outbox.givePositions(connection, 100));
        });
  }

  private List<Event> published() {
    return database.transaction(
        connection ->
            Outbox.givePositions(connection, 100).stream()
                .map(row -> CloudEvents.decode(CloudEvents.encode(row.attributes(), row.data())))
                .map(decoded -> ((CloudEvents.Known) decoded).envelope().data())
                .toList());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
