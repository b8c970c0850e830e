package dev.punctual.gateway.http;

import dev.punctual.contracts.Id;
import java.util.Collection;
import java.util.Set;

/**
 * Sessions or tokens were revoked on this gateway: what they hold open ends.
 *
 * @param ids of sessions and tokens
 */
public record AccessEnded(Set<Id> ids) {
  public AccessEnded {
    ids = Set.copyOf(ids);
  }

  public static AccessEnded of(Collection<? extends Id> ids) {
    return new AccessEnded(Set.copyOf(ids));
  }
}
