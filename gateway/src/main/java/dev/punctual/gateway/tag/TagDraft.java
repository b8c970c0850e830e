package dev.punctual.gateway.tag;

import org.jspecify.annotations.Nullable;

/**
 * What a person may change about a tag.
 *
 * @param colour {@code #rrggbb}; default none
 * @param merge whether a name that another tag has means to become one with it; default no
 */
record TagDraft(String name, @Nullable String colour, @Nullable Boolean merge) {}
