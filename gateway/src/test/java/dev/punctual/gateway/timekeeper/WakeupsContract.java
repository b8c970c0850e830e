package dev.punctual.gateway.timekeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.store.Sql;
import dev.punctual.store.TestDatabase;
import dev.punctual.store.Timer;
import dev.punctual.store.TimerKind;
import dev.punctual.store.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What either adapter of the wake-ups does. */
abstract class WakeupsContract {
  /** What a busy machine may add; the next sweep of a gateway that sweeps at all comes sooner. */
  private static final Duration LATE = Duration.ofSeconds(3);

  static final Duration PATIENCE = Duration.ofSeconds(20);

  final TestDatabase test = TestDatabase.fresh();
  final UserId user = test.person();

  /** An event that came of a timer. */
  record Claimed(UUID subject, Instant at) {}

  /** Starts a gateway and returns when it can be woken. */
  abstract void startGateway();

  @Test
  void whatComesDueIsClaimedAtItsSecond() {
    startGateway();
    Instant now = now();
    ReminderId soon = set(now.plusSeconds(3));
    ReminderId later = set(now.plusSeconds(7));
    ReminderId atTheSameTime = set(now.plusSeconds(7));

    assertThat(claimedOf(soon).at()).isBetween(now.plusSeconds(3), now.plusSeconds(3).plus(LATE));
    assertThat(claimedOf(later).at()).isBetween(now.plusSeconds(7), now.plusSeconds(7).plus(LATE));
    assertThat(claimedOf(atTheSameTime).at()).isEqualTo(claimedOf(later).at());
  }

  @Test
  void whatWasSetBeforeTheGatewayStartedIsClaimed() {
    ReminderId overdue = set(now().minusSeconds(60));
    ReminderId soon = set(now().plusSeconds(8));
    startGateway();

    assertThat(claimedOf(overdue)).isNotNull();
    assertThat(claimedOf(soon)).isNotNull();
  }

  @Test
  void aTimerThatIsMovedForwardIsClaimedOnceAtItsNewSecond() {
    startGateway();
    Instant now = now();
    ReminderId reminder = set(now.plusSeconds(3600));
    Timer moved = new Timer(TimerKind.REMINDER, reminder, user, now.plusSeconds(6), 2);
    test.database().write(connection -> Timers.set(connection, List.of(moved)));

    assertThat(claimedOf(reminder).at()).isAfterOrEqualTo(now.plusSeconds(6));
    assertThat(claimed()).hasSize(1);
  }

  final ReminderId set(Instant dueAt) {
    ReminderId reminder = new ReminderId(Uuid7.next());
    Timer timer = new Timer(TimerKind.REMINDER, reminder, user, dueAt, 1);
    test.database().write(connection -> Timers.set(connection, List.of(timer)));
    return reminder;
  }

  /** The database's clock, in whole seconds. */
  final Instant now() {
    return Instant.ofEpochSecond(
        test.database()
            .read(
                connection ->
                    Sql.one(
                            connection,
                            "SELECT floor(extract(epoch FROM clock_timestamp()))::bigint AS now",
                            row -> row.number("now"))
                        .orElseThrow()));
  }

  /** The event of a reminder, once there is one; there must never be two. */
  final Claimed claimedOf(ReminderId reminder) {
    await().atMost(PATIENCE).until(() -> !claimed(reminder).isEmpty());
    assertThat(claimed(reminder)).hasSize(1);
    return claimed(reminder).getFirst();
  }

  private List<Claimed> claimed(ReminderId reminder) {
    return claimed().stream().filter(event -> event.subject().equals(reminder.value())).toList();
  }

  final List<Claimed> claimed() {
    return test.database()
        .read(
            connection ->
                Sql.list(
                    connection,
                    "SELECT subject, time FROM outbox WHERE type = 'reminder.due' ORDER BY seq",
                    row -> new Claimed(UUID.fromString(row.text("subject")), row.instant("time"))));
  }
}
