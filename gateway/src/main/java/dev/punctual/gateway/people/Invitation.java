package dev.punctual.gateway.people;

import dev.punctual.contracts.Id.InvitationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lets somebody make an account, once and within a week.
 *
 * @param secret what {@code invitation} says when the account is made; told once
 */
record Invitation(InvitationId id, @Nullable String secret, Instant createdAt, Instant expiresAt) {
  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "the invitation " + id;
  }
}
