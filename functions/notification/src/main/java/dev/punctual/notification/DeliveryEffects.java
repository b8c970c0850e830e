package dev.punctual.notification;

import dev.punctual.contracts.ChannelStatus;
import dev.punctual.contracts.Delivery;
import dev.punctual.contracts.DeliveryStatus;
import dev.punctual.contracts.Id.ChannelId;
import dev.punctual.contracts.Id.DeliveryId;
import dev.punctual.contracts.Id.NotificationId;
import dev.punctual.contracts.Notification;
import dev.punctual.contracts.NotificationStatus;
import dev.punctual.contracts.ReminderStep;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.event.Event;
import dev.punctual.contracts.event.UpdateEvent.NotificationCreated;
import dev.punctual.store.ChannelRow;
import dev.punctual.store.ChannelRows;
import dev.punctual.store.DeliveryRow;
import dev.punctual.store.DeliveryRows;
import dev.punctual.store.NotificationRow;
import dev.punctual.store.NotificationRows;
import dev.punctual.store.Owned;
import dev.punctual.store.ReminderSteps;
import dev.punctual.store.Timer;
import dev.punctual.store.TimerKind;
import dev.punctual.store.Timers;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What comes of deliveries in one transaction: their rows, timers, channels and stories. */
final class DeliveryEffects {
  private final Instant now;
  private final Map<Owned<DeliveryId>, DeliveryRow> deliveries = new LinkedHashMap<>();
  private final Map<Owned<ChannelId>, ChannelRow> channels = new LinkedHashMap<>();
  private final List<NotificationRow> notices = new ArrayList<>();
  private final List<ReminderSteps.Row> steps = new ArrayList<>();

  DeliveryEffects(Instant now) {
    this.now = now;
  }

  /** It waits for its turn. */
  void waits(DeliveryRow row) {
    deliveries.put(row.key(), row);
  }

  /** It is about to be tried. */
  void tried(DeliveryRow row, ChannelRow channel) {
    deliveries.put(row.key(), row);
    channels.put(channel.key(), channel);
  }

  /**
   * A try, or the want of one, has led to something.
   *
   * @param about what was to be told; null: the channel was tested
   */
  void came(DeliveryRow row, ChannelRow before, ChannelRow after, @Nullable Notification about) {
    deliveries.put(row.key(), row);
    channels.put(after.key(), after);
    if (about == null) {
      return;
    }
    // A channel that fails is told of once, not with each delivery.
    if (isBroken(after) && !isBroken(before)) {
      notices.add(notice(after, about));
    }
    if (about.reminderId() != null) {
      steps.add(
          new ReminderSteps.Row(new Owned<>(row.user(), about.reminderId()), step(row, after)));
    }
  }

  /** Writes all of it; what is left to publish is for the caller to append, last. */
  List<Event> save(Connection connection) {
    ChannelRows.update(connection, channels.values());
    DeliveryRows.update(connection, deliveries.values());
    NotificationRows.insert(connection, notices);
    ReminderSteps.insert(connection, steps);
    settle(connection, deliveries.values());
    List<Event> events = new ArrayList<>();
    notices.forEach(row -> events.add(new NotificationCreated(row.user(), row.notification())));
    return events;
  }

  /** Each delivery has its timer while it is pending, and none afterwards. */
  static void settle(Connection connection, Collection<DeliveryRow> rows) {
    List<Timer> timers = new ArrayList<>();
    List<DeliveryId> done = new ArrayList<>();
    for (DeliveryRow row : rows) {
      if (row.delivery().status() == DeliveryStatus.PENDING) {
        timers.add(row.timer());
      } else {
        done.add(row.delivery().id());
      }
    }
    Timers.remove(connection, TimerKind.DELIVERY, done);
    Timers.set(connection, timers);
  }

  private static boolean isBroken(ChannelRow row) {
    ChannelStatus status = row.channel().status();
    return status == ChannelStatus.FAILING || status == ChannelStatus.GONE;
  }

  private ReminderStep step(DeliveryRow row, ChannelRow channel) {
    Delivery delivery = row.delivery();
    boolean pending = delivery.status() == DeliveryStatus.PENDING;
    return new ReminderStep(
        now,
        ReminderStep.What.SENT,
        row.timerAt(),
        null,
        null,
        channel.channel().kind().wireName() + " " + channel.channel().name(),
        delivery.attempts(),
        pending ? "retry" : delivery.status().wireName(),
        delivery.error());
  }

  private NotificationRow notice(ChannelRow channel, Notification about) {
    return new NotificationRow(
        channel.user(),
        new Notification(
            new NotificationId(Uuid7.next()),
            Notification.DELIVERY_FAILED,
            about.title(),
            channel.channel().name() + ": " + channel.channel().lastError(),
            about.taskId(),
            about.reminderId(),
            NotificationStatus.UNREAD,
            now,
            null));
  }
}
