package dev.punctual.gateway.assistant.deed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What would be done, once it is confirmed.
 *
 * @param action what happens to each item, such as {@code delete-task}
 * @param items by name
 * @param expiresAt after that it is void
 */
public record Plan(UUID id, String action, List<Subject> items, Instant expiresAt) {
  public Plan {
    items = List.copyOf(items);
  }
}
