package dev.punctual.gateway.series;

import dev.punctual.contracts.SeriesStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A series as a file tells of it.
 *
 * @param lastOccurrence the last one decided; null: none
 * @param doneAt of one that repeats from completion, when its last occurrence was done; null: none
 *     was, or one is open
 */
public record SeriesStory(
    SeriesDraft draft,
    SeriesStatus status,
    @Nullable String lastOccurrence,
    @Nullable Instant doneAt,
    Instant createdAt) {}
