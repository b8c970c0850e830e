package dev.punctual.gateway.reminder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a reminder is to be quiet: exactly one of both.
 *
 * @param period ISO 8601 period or duration from now, such as {@code PT10M}; a day is a day of the
 *     person's calendar
 * @param until an instant to come
 */
public record SnoozeDraft(@Nullable String period, @Nullable Instant until) {}
