package dev.punctual.store;

import dev.punctual.contracts.Id.ChangeId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a write did to one thing, as it was recorded.
 *
 * @param before the thing as JSON; null: it was not there
 * @param after the thing as JSON; null: it was gone
 * @param progressBefore of a series, as JSON; null: not recorded
 * @param progressAfter as {@code progressBefore}, after it
 */
public record RecordedChange(
    ChangeId id,
    Change.Kind kind,
    UUID subject,
    Change.Actor actor,
    Instant at,
    @Nullable String before,
    @Nullable String after,
    @Nullable String progressBefore,
    @Nullable String progressAfter) {}
