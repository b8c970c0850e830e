package dev.punctual.gateway.people;

import dev.punctual.contracts.Id.ApiTokenId;
import dev.punctual.gateway.http.Access;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a program signs in with.
 *
 * @param scope writing includes reading
 * @param secret what follows {@code Authorization: Bearer}; told once, when the token is made
 * @param lastUsedAt to the hour; null: it never was
 */
record ApiToken(
    ApiTokenId id,
    String name,
    Access.Scope scope,
    @Nullable String secret,
    Instant createdAt,
    @Nullable Instant lastUsedAt) {
  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "the API token " + id;
  }
}
