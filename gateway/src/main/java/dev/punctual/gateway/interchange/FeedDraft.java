package dev.punctual.gateway.interchange;

import org.jspecify.annotations.Nullable;

/**
 * A feed as a person asks for it.
 *
 * @param name what it is for, 1 to 80 characters; default calendar
 */
record FeedDraft(@Nullable String name) {}
