package dev.punctual.store;

import static dev.punctual.store.TestDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Channel;
import dev.punctual.contracts.ChannelKind;
import dev.punctual.contracts.ChannelStatus;
import dev.punctual.contracts.DeliveryStatus;
import dev.punctual.contracts.Id.ChannelId;
import dev.punctual.contracts.Id.NotificationId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Notification;
import dev.punctual.contracts.NotificationStatus;
import dev.punctual.contracts.Uuid7;
import dev.punctual.store.ChannelRow.PushKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliveryRowsIT {
  private final TestDatabase test = TestDatabase.fresh();
  private final UserId ada = test.person();
  private final UserId eve = test.person();

  @Test
  void aNotificationHasADeliveryForEachChannelOfItsPersonThatIsInUse() {
    ChannelRow mail = channel(ada, ChannelKind.EMAIL, ChannelStatus.UNPROVED, true);
    ChannelRow push = channel(ada, ChannelKind.PUSH, ChannelStatus.FAILING, true);
    channel(ada, ChannelKind.EMAIL, ChannelStatus.WORKING, false);
    channel(ada, ChannelKind.PUSH, ChannelStatus.GONE, true);
    channel(eve, ChannelKind.WEBHOOK, ChannelStatus.WORKING, true);

    List<DeliveryRow> begun = begin(notification(ada));

    assertThat(begun).extracting(DeliveryRow::channel).containsOnly(mail.key(), push.key());
    assertThat(begun)
        .allSatisfy(
            row -> {
              assertThat(row.delivery().status()).isEqualTo(DeliveryStatus.PENDING);
              assertThat(row.delivery().attempts()).isEqualTo(1);
              assertThat(row.timer())
                  .isEqualTo(
                      new Timer(
                          TimerKind.DELIVERY, row.delivery().id(), ada, NOW.plusSeconds(60), 1));
            });
    test.database()
        .write(
            connection ->
                assertThat(
                        DeliveryRows.lock(
                            connection, begun.stream().map(DeliveryRow::key).toList()))
                    .containsExactlyInAnyOrderElementsOf(begun));
  }

  @Test
  void noReminderGoesToAnAddressThatIsNotConfirmed() {
    ChannelRow mail = channel(ada, ChannelKind.EMAIL, ChannelStatus.UNCONFIRMED, true);

    assertThat(begin(notification(ada))).isEmpty();
    List<ChannelRow> found =
        test.database().read(connection -> ChannelRows.find(connection, List.of(mail.key())));
    assertThat(found).containsExactly(mail);
  }

  @Test
  void aCodeWorksForItsChannelUntilItHasRunOutOrIsRevoked() {
    Owned<ChannelId> mail = channel(ada, ChannelKind.EMAIL, ChannelStatus.UNCONFIRMED, true).key();
    Owned<ChannelId> other = channel(ada, ChannelKind.EMAIL, ChannelStatus.UNCONFIRMED, true).key();
    test.database()
        .write(
            connection -> {
              String code = ChannelCodes.issue(connection, mail, NOW);
              String typed = code.toLowerCase(Locale.ROOT).replace('-', ' ');
              assertThat(code).matches("([0-9A-Z]{4}-){2}[0-9A-Z]{4}");
              assertThat(ChannelCodes.works(connection, mail, typed, NOW)).isTrue();
              assertThat(ChannelCodes.works(connection, other, code, NOW)).isFalse();
              assertThat(ChannelCodes.works(connection, mail, "guessed", NOW)).isFalse();
              assertThat(ChannelCodes.works(connection, mail, code, NOW.plus(ChannelCodes.VALID)))
                  .isFalse();
              ChannelCodes.revoke(connection, mail);
              assertThat(ChannelCodes.works(connection, mail, code, NOW)).isFalse();
            });
  }

  @Test
  void whatAChannelThatRestsIsToTellWaitsForItsTime() {
    ChannelRow hook = channel(ada, ChannelKind.WEBHOOK, ChannelStatus.FAILING, true);
    Instant retryAt = NOW.plusSeconds(300);
    rest(hook, retryAt);
    DeliveryRow waiting = begin(notification(ada)).getFirst();
    rest(hook, NOW.minusSeconds(300));
    DeliveryRow due = begin(notification(ada)).getFirst();

    assertThat(waiting.delivery().attempts()).isZero();
    assertThat(waiting.timerAt()).isEqualTo(retryAt);
    // Left to the channel's lock: of many, one tries it.
    assertThat(due.delivery().attempts()).isZero();
    assertThat(due.timerAt()).isEqualTo(NOW);
  }

  @Test
  void channelsAreReadAsTheyWereWritten() {
    ChannelRow push = channel(ada, ChannelKind.PUSH, ChannelStatus.UNPROVED, true);
    ChannelRow hook = channel(ada, ChannelKind.WEBHOOK, ChannelStatus.FAILING, false);

    List<ChannelRow> found =
        test.database().read(c -> ChannelRows.find(c, List.of(push.key(), hook.key())));
    assertThat(found).containsExactlyInAnyOrder(push, hook);
    List<ChannelRow> eves =
        test.database()
            .read(c -> ChannelRows.find(c, List.of(new Owned<>(eve, push.channel().id()))));
    assertThat(eves).isEmpty();
  }

  @Test
  void aDeliveryThatIsPastDueWithoutATimerComesAgain() {
    channel(ada, ChannelKind.EMAIL, ChannelStatus.UNPROVED, true);
    DeliveryRow lost = begin(notification(ada)).getFirst();
    Instant later = NOW.plus(Duration.ofMinutes(10));

    int found = test.database().transaction(c -> Timers.recover(c, later, Duration.ofMinutes(5)));

    assertThat(found).isEqualTo(1);
    assertThat(
            test.count(
                "SELECT count(*) FROM timer WHERE kind = 'delivery' AND subject_id = ?",
                lost.delivery().id()))
        .isEqualTo(1);
  }

  private void rest(ChannelRow row, Instant retryAt) {
    ChannelRow resting =
        new ChannelRow(ada, row.channel(), row.keys(), new ChannelRow.Outage(1, retryAt));
    test.database().write(connection -> ChannelRows.update(connection, List.of(resting)));
    List<ChannelRow> found =
        test.database().read(connection -> ChannelRows.find(connection, List.of(row.key())));
    assertThat(found).containsExactly(resting);
  }

  private List<DeliveryRow> begin(NotificationRow row) {
    return test.database()
        .transaction(
            connection -> {
              NotificationRows.insert(connection, List.of(row));
              return DeliveryRows.begin(connection, List.of(row), NOW, NOW.plusSeconds(60));
            });
  }

  private NotificationRow notification(UserId user) {
    TaskRow task = TestDatabase.task(user, "t");
    test.database().write(connection -> TaskRows.insert(connection, List.of(task)));
    return new NotificationRow(
        user,
        new Notification(
            new NotificationId(Uuid7.next()),
            Notification.REMINDER,
            "t",
            task.task().id(),
            null,
            NotificationStatus.UNREAD,
            NOW,
            null));
  }

  private ChannelRow channel(UserId user, ChannelKind kind, ChannelStatus status, boolean enabled) {
    @Nullable PushKeys keys = kind == ChannelKind.PUSH ? new PushKeys("key", "auth") : null;
    ChannelRow row =
        new ChannelRow(
            user,
            new Channel(
                new ChannelId(Uuid7.next()),
                kind,
                "name",
                "target",
                enabled,
                status,
                kind == ChannelKind.WEBHOOK ? "whsec_AAAA" : null,
                null,
                null,
                NOW,
                NOW,
                1),
            keys);
    test.database().write(connection -> ChannelRows.insert(connection, row));
    return row;
  }
}
