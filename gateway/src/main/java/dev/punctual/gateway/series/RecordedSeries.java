package dev.punctual.gateway.series;

import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Series;
import dev.punctual.gateway.change.Recorded;
import dev.punctual.store.RecordedChange;
import dev.punctual.store.SeriesRow.Progress;
import org.jspecify.annotations.Nullable;

/**
 * What a write did to a series.
 *
 * @param before how far it had come; null: it was not there, or that was not recorded
 * @param after as {@code before}, after it
 */
public record RecordedSeries(
    Recorded<Series> change, @Nullable Progress before, @Nullable Progress after) {

  public static RecordedSeries of(RecordedChange change) {
    return new RecordedSeries(
        Recorded.of(change, Series.class),
        Recorded.bound(change.progressBefore(), Progress.class),
        Recorded.bound(change.progressAfter(), Progress.class));
  }

  public SeriesId id() {
    return new SeriesId(change.subject());
  }
}
