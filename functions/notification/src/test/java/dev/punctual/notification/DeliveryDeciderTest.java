package dev.punctual.notification;

import static dev.punctual.store.TestDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.ChannelKind;
import dev.punctual.contracts.ChannelStatus;
import dev.punctual.contracts.Delivery;
import dev.punctual.contracts.DeliveryStatus;
import dev.punctual.contracts.Id.DeliveryId;
import dev.punctual.contracts.Id.NotificationId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.event.DueEvent.DeliveryDue;
import dev.punctual.notification.DeliveryDecider.Due;
import dev.punctual.notification.send.Parcels;
import dev.punctual.notification.send.Reply;
import dev.punctual.store.ChannelRow;
import dev.punctual.store.ChannelRow.Outage;
import dev.punctual.store.DeliveryRow;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliveryDeciderTest {
  private static final DeliveryDecider DECIDER = new DeliveryDecider(NOW);
  private static final ChannelStates STATES = new ChannelStates(NOW);

  private final UserId user = new UserId(Uuid7.next());
  private final ChannelRow channel =
      Parcels.channel(user, ChannelKind.EMAIL, "ada@example.net", null);
  private final TaskRow task = TestDatabase.task(user, "t");

  @Test
  void isLeasedWhenItsTimeHasComeAndCountsTheTry() {
    Due.Leased leased = (Due.Leased) due(row(1, NOW), 1);

    assertThat(leased.row().delivery().attempts()).isEqualTo(2);
    assertThat(leased.row().revision()).isEqualTo(2);
    assertThat(leased.row().timerAt()).isEqualTo(NOW.plus(DeliveryDecider.LEASE));
  }

  @Test
  void anEventFromBeforeTheLastTryChangesNothing() {
    DeliveryRow leased = ((Due.Leased) due(row(1, NOW), 1)).row();

    assertThat(due(leased, 1)).isInstanceOf(Due.Ignored.class);
    assertThat(due(leased, 2)).isInstanceOf(Due.Ignored.class);
  }

  @Test
  void noReminderIsSentForATaskThatWasFinishedMeanwhile() {
    Due due = DECIDER.due(row(1, NOW), channel, null, event(row(1, NOW), 1));

    assertThat(((Due.Ended) due).row().delivery().status()).isEqualTo(DeliveryStatus.CANCELLED);
  }

  @Test
  void whatWasLostTooOftenIsGivenUp() {
    Due due = due(row(DeliveryDecider.MAX_ATTEMPTS, NOW), 1);

    assertThat(((Due.Ended) due).row().delivery().status()).isEqualTo(DeliveryStatus.FAILED);
  }

  @Test
  void aFailedSendIsNeverMarkedSent() {
    DeliveryRow row = row(1, NOW.plusSeconds(60));
    for (Reply reply :
        new Reply[] {
          new Reply.NotNow("why", null),
          new Reply.Never("why"),
          new Reply.Gone("why"),
          new Reply.Untried()
        }) {
      DeliveryRow after = DECIDER.answered(row, channel, 1, reply, 0.5);

      assertThat(Objects.requireNonNull(after).delivery().status())
          .isNotEqualTo(DeliveryStatus.SENT);
    }
  }

  @Test
  void theLastFailureIsFinal() {
    DeliveryRow last = row(DeliveryDecider.MAX_ATTEMPTS, NOW);
    Reply reply = new Reply.NotNow("why", null);

    DeliveryRow failed = Objects.requireNonNull(DECIDER.answered(last, channel, 1, reply, 0.5));

    assertThat(failed.delivery().status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(failed.delivery().error()).isEqualTo("why");
    assertThat(STATES.seen(channel, failed, reply).channel().status())
        .isEqualTo(ChannelStatus.FAILING);
  }

  @Test
  void whoIsNotTheHolderOfTheLeaseCannotFailIt() {
    DeliveryRow leasedAnew = ((Due.Leased) due(row(1, NOW), 1)).row();

    assertThat(DECIDER.answered(leasedAnew, channel, 1, new Reply.Never("why"), 0.5)).isNull();
    assertThat(
            Objects.requireNonNull(DECIDER.answered(leasedAnew, channel, 1, new Reply.Taken(), 0.5))
                .delivery()
                .status())
        .isEqualTo(DeliveryStatus.SENT);
  }

  @Test
  void whatWasNotTriedCountsAsNoTry() {
    DeliveryRow after =
        Objects.requireNonNull(DECIDER.answered(row(3, NOW), channel, 1, new Reply.Untried(), 0.5));

    assertThat(after.delivery().attempts()).isEqualTo(2);
  }

  @Test
  void pausesGrowFourfoldUpToAnHourAndAreSpread() {
    assertThat(DeliveryDecider.pause(1, 0.5)).isEqualTo(Duration.ofSeconds(30));
    assertThat(DeliveryDecider.pause(2, 0.5)).isEqualTo(Duration.ofMinutes(2));
    assertThat(DeliveryDecider.pause(3, 0.5)).isEqualTo(Duration.ofMinutes(8));
    assertThat(DeliveryDecider.pause(5, 0.5)).isEqualTo(Duration.ofHours(1));
    assertThat(DeliveryDecider.pause(100, 0.5)).isEqualTo(Duration.ofHours(1));
    assertThat(DeliveryDecider.pause(1, 0)).isEqualTo(Duration.ofSeconds(24));
    assertThat(DeliveryDecider.pause(1, 1)).isEqualTo(Duration.ofSeconds(36));
  }

  @Test
  void aChannelThatAsksForALongerPauseGetsIt() {
    DeliveryRow after =
        Objects.requireNonNull(
            DECIDER.answered(
                row(1, NOW), channel, 1, new Reply.NotNow("why", Duration.ofHours(2)), 0.5));

    assertThat(after.timerAt()).isEqualTo(NOW.plus(Duration.ofHours(2)));
  }

  @Test
  void aChannelThatFailedIsNotTriedByItsNextDeliveryBeforeItsTime() {
    DeliveryRow first = row(1, NOW.plusSeconds(60));
    Reply reply = new Reply.NotNow("why", null);
    DeliveryRow again = Objects.requireNonNull(DECIDER.answered(first, channel, 1, reply, 0.5));
    ChannelRow resting = STATES.seen(channel, again, reply);

    assertThat(resting.outage()).isEqualTo(new Outage(1, again.timerAt()));
    Due.Waits next = (Due.Waits) DECIDER.due(row(0, NOW), resting, task, event(row(0, NOW), 1));
    assertThat(next.row().timerAt()).isEqualTo(again.timerAt());
    assertThat(next.row().delivery().attempts()).isZero();
  }

  @Test
  void ofManyDeliveriesOneTriesAChannelAfterItsOutage() {
    ChannelRow resting = resting(3, NOW.minusSeconds(1));

    Due.Leased first = (Due.Leased) DECIDER.due(row(0, NOW), resting, task, event(row(0, NOW), 1));

    assertThat(first.channel().outage()).isEqualTo(new Outage(3, NOW.plus(DeliveryDecider.LEASE)));
    assertThat(DECIDER.due(row(0, NOW), first.channel(), task, event(row(0, NOW), 1)))
        .isInstanceOf(Due.Waits.class);
    DeliveryRow sent =
        Objects.requireNonNull(
            DECIDER.answered(first.row(), first.channel(), 2, new Reply.Taken(), 0.5));
    assertThat(STATES.seen(first.channel(), sent, new Reply.Taken()).outage())
        .isEqualTo(Outage.NONE);
  }

  @Test
  void theLongerAChannelFailsTheLongerItRests() {
    Reply reply = new Reply.NotNow("why", null);

    DeliveryRow after =
        Objects.requireNonNull(DECIDER.answered(row(1, NOW), resting(2, NOW), 1, reply, 0.5));

    assertThat(after.timerAt()).isEqualTo(NOW.plus(DeliveryDecider.pause(3, 0.5)));
  }

  @Test
  void aTestTriesAChannelThatRests() {
    assertThat(
            DECIDER.due(
                row(0, NOW, null),
                resting(1, NOW.plusSeconds(30)),
                null,
                event(row(0, NOW, null), 1)))
        .isInstanceOf(Due.Leased.class);
  }

  @Test
  void noReminderGoesToAnAddressThatIsNotConfirmedAnyMore() {
    Due due = DECIDER.due(row(0, NOW), unconfirmed(), task, event(row(0, NOW), 1));

    assertThat(((Due.Ended) due).row().delivery().status()).isEqualTo(DeliveryStatus.CANCELLED);
  }

  @Test
  void aCodeThatArrivedConfirmsNothing() {
    DeliveryRow code = row(1, NOW, null);
    assertThat(DECIDER.due(code, unconfirmed(), null, event(code, 1)))
        .isInstanceOf(Due.Leased.class);

    for (Reply reply : new Reply[] {new Reply.Taken(), new Reply.Never("why")}) {
      DeliveryRow after =
          Objects.requireNonNull(DECIDER.answered(code, unconfirmed(), 1, reply, 0.5));
      assertThat(STATES.seen(unconfirmed(), after, reply).channel().status())
          .isEqualTo(ChannelStatus.UNCONFIRMED);
    }
    // Nobody waits for it: the mail server is asked again.
    assertThat(
            Objects.requireNonNull(
                    DECIDER.answered(code, unconfirmed(), 1, new Reply.NotNow("why", null), 0.5))
                .delivery()
                .status())
        .isEqualTo(DeliveryStatus.PENDING);
  }

  @Test
  void whatIsADayOldIsGivenUp() {
    DeliveryDecider tomorrow =
        new DeliveryDecider(NOW.plus(DeliveryDecider.MAX_AGE).plusSeconds(1));

    Due due = tomorrow.due(row(0, NOW), channel, task, event(row(0, NOW), 1));

    assertThat(((Due.Ended) due).row().delivery().status()).isEqualTo(DeliveryStatus.FAILED);
  }

  @Test
  void whoTestsAChannelIsToldAtOnce() {
    DeliveryRow test = row(1, NOW, null);

    assertThat(
            Objects.requireNonNull(
                    DECIDER.answered(test, channel, 1, new Reply.NotNow("why", null), 0.5))
                .delivery()
                .status())
        .isEqualTo(DeliveryStatus.FAILED);
  }

  private ChannelRow unconfirmed() {
    return Parcels.unconfirmed(channel);
  }

  private ChannelRow resting(int failures, Instant retryAt) {
    return new ChannelRow(user, channel.channel(), null, new Outage(failures, retryAt));
  }

  private Due due(DeliveryRow row, int revision) {
    return DECIDER.due(row, channel, task, event(row, revision));
  }

  private DeliveryDue event(DeliveryRow row, int revision) {
    return new DeliveryDue(user, row.delivery().id(), revision, NOW);
  }

  private DeliveryRow row(int attempts, Instant timerAt) {
    return row(attempts, timerAt, new NotificationId(Uuid7.next()));
  }

  private DeliveryRow row(int attempts, Instant timerAt, @Nullable NotificationId notification) {
    return new DeliveryRow(
        user,
        new Delivery(
            new DeliveryId(Uuid7.next()),
            channel.channel().id(),
            notification,
            DeliveryStatus.PENDING,
            attempts,
            null,
            NOW,
            null),
        timerAt,
        1);
  }
}
