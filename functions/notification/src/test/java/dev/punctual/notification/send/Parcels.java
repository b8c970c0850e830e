package dev.punctual.notification.send;

import static dev.punctual.store.TestDatabase.NOW;

import dev.punctual.contracts.Channel;
import dev.punctual.contracts.ChannelKind;
import dev.punctual.contracts.ChannelStatus;
import dev.punctual.contracts.Delivery;
import dev.punctual.contracts.DeliveryStatus;
import dev.punctual.contracts.Id.ChannelId;
import dev.punctual.contracts.Id.DeliveryId;
import dev.punctual.contracts.Id.NotificationId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Notification;
import dev.punctual.contracts.NotificationStatus;
import dev.punctual.contracts.Uuid7;
import dev.punctual.store.ChannelRow;
import dev.punctual.store.ChannelRow.PushKeys;
import dev.punctual.store.DeliveryRow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Parcels and channels to send them by. */
public final class Parcels {
  /** 32 bytes of zero. */
  public static final String SECRET = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  private Parcels() {}

  /** One try with all the time that it wants. */
  static Reply carry(Carrier carrier, Parcel parcel) {
    try (Deadline deadline = new Deadlines().begin(Duration.ofMinutes(1))) {
      return carrier.carry(parcel, deadline);
    }
  }

  public static ChannelRow channel(
      UserId user, ChannelKind kind, String target, @Nullable PushKeys keys) {
    return new ChannelRow(
        user,
        new Channel(
            new ChannelId(Uuid7.next()),
            kind,
            "home",
            target,
            true,
            ChannelStatus.UNPROVED,
            kind == ChannelKind.WEBHOOK ? SECRET : null,
            null,
            null,
            NOW,
            NOW,
            1),
        keys);
  }

  /** The same, of whose address nobody has said that it wants anything. */
  public static ChannelRow unconfirmed(ChannelRow row) {
    Channel channel = row.channel();
    return new ChannelRow(
        row.user(),
        new Channel(
            channel.id(),
            channel.kind(),
            channel.name(),
            channel.target(),
            true,
            ChannelStatus.UNCONFIRMED,
            null,
            null,
            null,
            NOW,
            NOW,
            1),
        null);
  }

  /** A reminder of "Grüße senden", leased for a minute. */
  public static Parcel parcel(ChannelKind kind, String target, @Nullable PushKeys keys) {
    return parcel(channel(new UserId(Uuid7.next()), kind, target, keys));
  }

  /** As {@link #parcel(ChannelKind, String, PushKeys)}, by this channel. */
  public static Parcel parcel(ChannelRow channel) {
    Notification notification =
        new Notification(
            new NotificationId(Uuid7.next()),
            Notification.REMINDER,
            "Grüße senden",
            new TaskId(Uuid7.next()),
            null,
            NotificationStatus.UNREAD,
            NOW,
            null);
    DeliveryRow delivery =
        new DeliveryRow(
            channel.user(),
            new Delivery(
                new DeliveryId(Uuid7.next()),
                channel.channel().id(),
                notification.id(),
                DeliveryStatus.PENDING,
                1,
                null,
                NOW,
                null),
            NOW.plusSeconds(60),
            1);
    return new Parcel(
        delivery,
        channel,
        notification,
        null,
        null,
        System.nanoTime() + Duration.ofSeconds(60).toNanos());
  }
}
