package dev.punctual.notification.send;

import dev.punctual.contracts.Notification;
import dev.punctual.contracts.Task;
import dev.punctual.store.ChannelRow;
import dev.punctual.store.DeliveryRow;
import org.jspecify.annotations.Nullable;

/**
 * One try of a delivery with all that it takes.
 *
 * @param delivery as it was leased
 * @param notification null: the channel is only tested
 * @param task what the notification is about
 * @param code what is to come back from an address that is not confirmed; null: it is
 * @param leaseEndNanos until when nobody else will try, by {@link System#nanoTime}
 */
public record Parcel(
    DeliveryRow delivery,
    ChannelRow channel,
    @Nullable Notification notification,
    @Nullable Task task,
    @Nullable String code,
    long leaseEndNanos) {

  /** The same on every try, so that who gets it twice can tell. */
  String id() {
    return delivery.delivery().id().toString();
  }

  /** Keeps the code out of logs. */
  @Override
  public String toString() {
    return "the delivery " + id();
  }

  /** About how many characters it keeps in memory. */
  long weight() {
    return 1_000L + (task == null ? 0 : task.title().length() + task.notes().length());
  }

  String title() {
    if (notification != null) {
      return notification.title();
    }
    return code == null ? "Punctual reaches you here" : "Confirm this address for Punctual";
  }

  /** When the task is due, as its own clock shows it; null: at no time. */
  @Nullable String due() {
    if (task == null || task.due() == null) {
      return null;
    }
    Object when = task.due().local() == null ? task.due().date() : task.due().local();
    return String.valueOf(when).replace('T', ' ') + " (" + task.due().zone() + ")";
  }
}
