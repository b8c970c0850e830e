package dev.punctual.gateway.interchange;

import dev.punctual.contracts.Id.FeedId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A calendar file that is read without a session.
 *
 * @param path where it is read, on this host; a secret, told once, when the feed is made
 * @param lastReadAt to the hour; null: it never was
 */
record Feed(
    FeedId id,
    String name,
    @Nullable String path,
    Instant createdAt,
    @Nullable Instant lastReadAt) {
  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "the feed " + id;
  }
}
