package dev.punctual.notification;

import dev.punctual.contracts.Channel;
import dev.punctual.contracts.ChannelStatus;
import dev.punctual.notification.send.Reply;
import dev.punctual.store.ChannelRow;
import dev.punctual.store.ChannelRow.Outage;
import dev.punctual.store.DeliveryRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What deliveries tell of their channel. Pure. */
final class ChannelStates {
  private final Instant now;

  ChannelStates(Instant now) {
    this.now = now;
  }

  /** The channel after its delivery came to an end, or was tried in vain. */
  ChannelRow seen(ChannelRow row, DeliveryRow delivery, @Nullable Reply reply) {
    Channel channel = row.channel();
    String error = delivery.delivery().error();
    return switch (delivery.delivery().status()) {
      case SENT -> with(row, known(row, ChannelStatus.WORKING), null, now, Outage.NONE);
      case FAILED -> {
        ChannelStatus status =
            reply instanceof Reply.Gone ? ChannelStatus.GONE : ChannelStatus.FAILING;
        yield with(
            row, known(row, status), error, channel.lastSentAt(), outage(row, delivery, reply));
      }
      case PENDING ->
          with(row, channel.status(), error, channel.lastSentAt(), outage(row, delivery, reply));
      case CANCELLED -> row;
    };
  }

  /** That a code arrived, or did not, tells nothing of what people want there. */
  private static ChannelStatus known(ChannelRow row, ChannelStatus status) {
    return isUnconfirmed(row) ? ChannelStatus.UNCONFIRMED : status;
  }

  static boolean isUnconfirmed(ChannelRow channel) {
    return channel.channel().status() == ChannelStatus.UNCONFIRMED;
  }

  /** One failure more, when it was tried. */
  private Outage outage(ChannelRow row, DeliveryRow delivery, @Nullable Reply reply) {
    if (!(reply instanceof Reply.NotNow || reply instanceof Reply.Never)) {
      return row.outage();
    }
    int failures = row.outage().failures() + 1;
    Instant again = delivery.timerAt();
    return new Outage(
        failures, again == null ? now.plus(DeliveryDecider.pause(failures, 0.5)) : again);
  }

  /** The same, with what is to be waited for. */
  static ChannelRow with(ChannelRow row, Outage outage) {
    return new ChannelRow(row.user(), row.channel(), row.keys(), outage);
  }

  private static ChannelRow with(
      ChannelRow row,
      ChannelStatus status,
      @Nullable String error,
      @Nullable Instant lastSentAt,
      Outage outage) {
    Channel channel = row.channel();
    return new ChannelRow(
        row.user(),
        new Channel(
            channel.id(),
            channel.kind(),
            channel.name(),
            channel.target(),
            channel.enabled(),
            status,
            channel.secret(),
            error,
            lastSentAt,
            channel.createdAt(),
            channel.updatedAt(),
            channel.version()),
        row.keys(),
        outage);
  }
}
