package dev.punctual.contracts;

import dev.punctual.contracts.Id.ChannelId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A way to a person beside the application itself, as people and programs see it (DESIGN §5).
 *
 * @param target e-mail address, URL of the webhook, or endpoint of the push subscription
 * @param secret the key that a webhook's deliveries are signed with, {@code whsec_} and Base64;
 *     told once, when the channel is made
 * @param status moves by itself, without {@code version}
 * @param lastError why the last try failed; null: it did not
 * @param lastSentAt when the last delivery was taken
 */
public record Channel(
    ChannelId id,
    ChannelKind kind,
    String name,
    String target,
    boolean enabled,
    ChannelStatus status,
    @Nullable String secret,
    @Nullable String lastError,
    @Nullable Instant lastSentAt,
    Instant createdAt,
    Instant updatedAt,
    int version) {
  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "the channel " + id;
  }
}
