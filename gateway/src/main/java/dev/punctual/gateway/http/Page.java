package dev.punctual.gateway.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of a list.
 *
 * @param items in the list's order
 * @param nextCursor to be given back for the part that follows; null: this was the last
 */
public record Page<T extends Record>(List<T> items, @Nullable String nextCursor) {
  public Page {
    items = List.copyOf(items);
  }
}
