package dev.punctual.store;

import dev.punctual.contracts.Delivery;
import dev.punctual.contracts.Id.ChannelId;
import dev.punctual.contracts.Id.DeliveryId;
import dev.punctual.contracts.Id.UserId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as it is kept.
 *
 * @param timerAt while it is pending, the end of the lease of whoever sends it, or the next try
 * @param revision moves with every lease and every result; a due event with an older one is ignored
 */
public record DeliveryRow(UserId user, Delivery delivery, @Nullable Instant timerAt, int revision) {

  public Owned<DeliveryId> key() {
    return new Owned<>(user, delivery.id());
  }

  public Owned<ChannelId> channel() {
    return new Owned<>(user, delivery.channelId());
  }

  /** Its timer while it is pending. */
  public Timer timer() {
    return new Timer(
        TimerKind.DELIVERY, delivery.id(), user, Objects.requireNonNull(timerAt), revision);
  }
}
