package dev.punctual.gateway.tag;

import org.jspecify.annotations.Nullable;

/**
 * A tag that a person uses, or used.
 *
 * @param colour {@code #rrggbb}; null: none of its own
 * @param open how many open tasks have it
 * @param all how many tasks have it; those in the trash are left out
 */
record Tag(String name, @Nullable String colour, int open, int all) {}
