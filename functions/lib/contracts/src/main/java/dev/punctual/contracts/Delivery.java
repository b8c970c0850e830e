package dev.punctual.contracts;

import dev.punctual.contracts.Id.ChannelId;
import dev.punctual.contracts.Id.DeliveryId;
import dev.punctual.contracts.Id.NotificationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notification on its way through a channel, at least once (DESIGN §4).
 *
 * @param notificationId null: a test of the channel
 * @param attempts how often it was tried, the try at hand included
 * @param error why the last try failed; null: none has
 * @param handledAt when it was sent, given up or cancelled
 */
public record Delivery(
    DeliveryId id,
    ChannelId channelId,
    @Nullable NotificationId notificationId,
    DeliveryStatus status,
    int attempts,
    @Nullable String error,
    Instant createdAt,
    @Nullable Instant handledAt) {}
