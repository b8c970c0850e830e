package dev.punctual.gateway.channel;

import dev.punctual.contracts.ChannelKind;
import dev.punctual.store.ChannelRow;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a channel, to make it or, after a merge patch, to change it.
 *
 * @param kind stays what it is
 * @param name default the kind's name
 * @param target e-mail address, URL of the webhook, or {@code endpoint} of the push subscription
 * @param keys of a push subscription, and of nothing else
 * @param enabled default true
 */
record ChannelDraft(
    ChannelKind kind,
    @Nullable String name,
    String target,
    @Nullable Keys keys,
    @Nullable Boolean enabled) {

  /**
   * As a browser's {@code PushSubscription} gives them: Base64url.
   *
   * @param p256dh a point of P-256, 65 bytes
   * @param auth 16 bytes
   */
  record Keys(String p256dh, String auth) {}

  static ChannelDraft of(ChannelRow row) {
    return new ChannelDraft(
        row.channel().kind(),
        row.channel().name(),
        row.channel().target(),
        row.keys() == null ? null : new Keys(row.keys().p256dh(), row.keys().auth()),
        row.channel().enabled());
  }
}
