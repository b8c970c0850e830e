package dev.punctual.gateway.series;

import dev.punctual.contracts.Series;
import dev.punctual.contracts.Task;
import org.jspecify.annotations.Nullable;

/**
 * What came of an edit of an occurrence.
 *
 * @param series the one that the occurrence belongs to now: another one where the series was split
 * @param task of the occurrence; null: it is still to come
 */
record EditedOccurrence(Series series, @Nullable Task task) {}
