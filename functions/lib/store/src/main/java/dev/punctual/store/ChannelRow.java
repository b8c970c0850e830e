package dev.punctual.store;

import dev.punctual.contracts.Channel;
import dev.punctual.contracts.Id.ChannelId;
import dev.punctual.contracts.Id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel as it is kept.
 *
 * @param channel with the secret of a webhook
 * @param keys of a push subscription; null: it is none
 */
public record ChannelRow(UserId user, Channel channel, @Nullable PushKeys keys, Outage outage) {

  /**
   * Since when it fails.
   *
   * @param failures how many tries in a row
   * @param retryAt none of its deliveries is tried before; null: the last try did not fail
   */
  public record Outage(int failures, @Nullable Instant retryAt) {
    public static final Outage NONE = new Outage(0, null);
  }

  /** One that has not failed. */
  public ChannelRow(UserId user, Channel channel, @Nullable PushKeys keys) {
    this(user, channel, keys, Outage.NONE);
  }

  /**
   * What a browser's subscription encrypts to (RFC 8291 §3.1), Base64url without padding.
   *
   * @param p256dh its public key, an uncompressed point of P-256
   * @param auth its secret, 16 bytes
   */
  public record PushKeys(String p256dh, String auth) {
    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
      return "push keys";
    }
  }

  public Owned<ChannelId> key() {
    return new Owned<>(user, channel.id());
  }

  /** Keeps secrets out of logs. */
  @Override
  public String toString() {
    return "the channel " + channel.id();
  }
}
