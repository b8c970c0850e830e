package dev.punctual.notification;

import dev.punctual.contracts.Id.ChannelId;
import dev.punctual.contracts.Id.DeliveryId;
import dev.punctual.contracts.Id.NotificationId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Notification;
import dev.punctual.contracts.event.DueEvent.DeliveryDue;
import dev.punctual.contracts.event.Envelope;
import dev.punctual.contracts.event.Event;
import dev.punctual.notification.send.Parcel;
import dev.punctual.runtime.Batch;
import dev.punctual.store.ChannelCodes;
import dev.punctual.store.ChannelRow;
import dev.punctual.store.ChannelRows;
import dev.punctual.store.DeliveryRow;
import dev.punctual.store.DeliveryRows;
import dev.punctual.store.NotificationRow;
import dev.punctual.store.NotificationRows;
import dev.punctual.store.Owned;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leases deliveries and has them sent after the commit. */
final class DeliveryDues {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryDues.class);

  private final Batch batch;
  private final Deliveries deliveries;
  private final Map<Owned<TaskId>, TaskRow> tasks = new HashMap<>();
  private final Map<Owned<NotificationId>, Notification> notifications = new HashMap<>();
  private final Map<Owned<ChannelId>, ChannelRow> channels = new HashMap<>();
  private final Map<Owned<DeliveryId>, String> codes = new HashMap<>();

  DeliveryDues(Batch batch, Deliveries deliveries) {
    this.batch = batch;
    this.deliveries = deliveries;
  }

  /** The first try of new notifications. Their tasks are locked. */
  void begin(List<NotificationRow> rows, Map<Owned<TaskId>, TaskRow> ofThem) {
    List<DeliveryRow> begun =
        DeliveryRows.begin(
            batch.connection(), rows, batch.now(), batch.now().plus(DeliveryDecider.LEASE));
    if (begun.isEmpty()) {
      return;
    }
    tasks.putAll(ofThem);
    rows.forEach(
        row ->
            notifications.put(
                new Owned<>(row.user(), row.notification().id()), row.notification()));
    ChannelRows.find(batch.connection(), distinct(begun))
        .forEach(row -> channels.put(row.key(), row));
    DeliveryEffects.settle(batch.connection(), begun);
    send(begun.stream().filter(row -> row.delivery().attempts() > 0).toList());
  }

  /** Those whose next try is due; what is to be published of it. */
  List<Event> handle(List<Envelope> events) {
    Connection connection = batch.connection();
    Set<Owned<DeliveryId>> keys = new LinkedHashSet<>();
    events.forEach(event -> keys.add(key(event)));
    List<DeliveryRow> wanted = DeliveryRows.find(connection, keys);
    // A task before its reminders, a channel before its deliveries: as everyone locks them.
    loadTasks(wanted);
    ChannelRows.lock(connection, distinct(wanted)).forEach(row -> channels.put(row.key(), row));
    Map<Owned<DeliveryId>, DeliveryRow> rows = new HashMap<>();
    DeliveryRows.lock(connection, keys).forEach(row -> rows.put(row.key(), row));

    DeliveryDecider decider = new DeliveryDecider(batch.now());
    DeliveryEffects effects = new DeliveryEffects(batch.now());
    List<DeliveryRow> leased = new ArrayList<>();
    for (Envelope event : events) {
      DeliveryRow row = rows.get(key(event));
      if (row == null) {
        LOG.info("delivery {} is ignored: it is gone", key(event).id());
        continue;
      }
      ChannelRow channel = channel(row);
      switch (decider.due(row, channel, task(row), (DeliveryDue) event.data())) {
        case DeliveryDecider.Due.Ignored(String why) ->
            LOG.info("delivery {} is ignored: {}", row.delivery().id(), why);
        case DeliveryDecider.Due.Waits(DeliveryRow after) -> {
          rows.put(after.key(), after);
          effects.waits(after);
        }
        case DeliveryDecider.Due.Leased(DeliveryRow after, ChannelRow tried) -> {
          rows.put(after.key(), after);
          channels.put(tried.key(), tried);
          effects.tried(after, tried);
          leased.add(after);
        }
        case DeliveryDecider.Due.Ended(DeliveryRow after) -> {
          rows.put(after.key(), after);
          ChannelRow channelAfter = new ChannelStates(batch.now()).seen(channel, after, null);
          channels.put(channelAfter.key(), channelAfter);
          effects.came(after, channel, channelAfter, notification(after));
        }
      }
    }
    List<Event> news = effects.save(connection);
    leased.forEach(this::issueCode);
    send(leased);
    return news;
  }

  /** What goes to an address that is not confirmed is a code, and another one on each try. */
  private void issueCode(DeliveryRow row) {
    ChannelRow channel = channel(row);
    if (ChannelStates.isUnconfirmed(channel)) {
      codes.put(row.key(), ChannelCodes.issue(batch.connection(), channel.key(), batch.now()));
    }
  }

  private void loadTasks(List<DeliveryRow> wanted) {
    List<Owned<NotificationId>> keys = new ArrayList<>();
    for (DeliveryRow row : wanted) {
      NotificationId id = row.delivery().notificationId();
      if (id != null) {
        keys.add(new Owned<>(row.user(), id));
      }
    }
    Set<Owned<TaskId>> ofThem = new LinkedHashSet<>();
    for (NotificationRow row : NotificationRows.find(batch.connection(), keys)) {
      notifications.put(new Owned<>(row.user(), row.notification().id()), row.notification());
      ofThem.add(new Owned<>(row.user(), row.notification().taskId()));
    }
    TaskRows.share(batch.connection(), ofThem).forEach(row -> tasks.put(row.key(), row));
  }

  /** After the commit, and never before: a batch that is rolled back sends nothing. */
  private void send(List<DeliveryRow> leased) {
    if (leased.isEmpty()) {
      return;
    }
    long leaseEnd = System.nanoTime() + DeliveryDecider.LEASE.toNanos();
    List<Parcel> parcels = new ArrayList<>();
    for (DeliveryRow row : leased) {
      TaskRow task = task(row);
      parcels.add(
          new Parcel(
              row,
              channel(row),
              notification(row),
              task == null ? null : task.task(),
              codes.get(row.key()),
              leaseEnd));
    }
    batch.afterCommit().accept(() -> deliveries.send(parcels));
  }

  private ChannelRow channel(DeliveryRow row) {
    return Objects.requireNonNull(channels.get(row.channel()), "a delivery has its channel");
  }

  private @Nullable Notification notification(DeliveryRow row) {
    NotificationId id = row.delivery().notificationId();
    return id == null ? null : notifications.get(new Owned<>(row.user(), id));
  }

  private @Nullable TaskRow task(DeliveryRow row) {
    Notification notification = notification(row);
    return notification == null ? null : tasks.get(new Owned<>(row.user(), notification.taskId()));
  }

  private static List<Owned<ChannelId>> distinct(Collection<DeliveryRow> rows) {
    return rows.stream().map(DeliveryRow::channel).distinct().toList();
  }

  private static Owned<DeliveryId> key(Envelope envelope) {
    DeliveryDue due = (DeliveryDue) envelope.data();
    return new Owned<>(due.userId(), due.deliveryId());
  }
}
