package dev.punctual.gateway.filter;

import org.jspecify.annotations.Nullable;

/**
 * A filter as a person asks for it.
 *
 * @param name 1 to 80 characters
 * @param q default everything
 * @param sort default the newest first
 */
record FilterDraft(String name, @Nullable String q, @Nullable String sort) {
  static FilterDraft of(Filter filter) {
    return new FilterDraft(filter.name(), filter.q(), filter.sort());
  }
}
