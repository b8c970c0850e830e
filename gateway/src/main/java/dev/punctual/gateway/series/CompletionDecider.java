package dev.punctual.gateway.series;

import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.SeriesStatus;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRow.Progress;
import java.time.Instant;

/**
 * The rules of series that repeat from completion: one occurrence at a time, and while it is open
 * nothing is next.
 */
final class CompletionDecider {
  private CompletionDecider() {}

  /** Counts from now; a paused series does so when it is resumed. */
  static SeriesRow count(SeriesRow row, Instant now) {
    SeriesRow counted = SeriesCopies.countedFrom(row, now);
    SeriesStatus status = row.series().status();
    return switch (status) {
      case PENDING, ACTIVE -> {
        SeriesForm form = SeriesDecider.unchanged(counted);
        yield NextOccurrence.afterEdit(counted, form, now)
            .map(next -> SeriesCopies.moved(counted, form, status, next, now))
            .orElseGet(() -> SeriesCopies.moved(counted, form, SeriesStatus.COMPLETED, null, now));
      }
      case PAUSED -> counted;
      case COMPLETED, CANCELLED -> row;
    };
  }

  /** Nothing is next until what is open is done. */
  static SeriesRow await(SeriesRow row, Instant now) {
    SeriesRow awaiting = SeriesCopies.countedFrom(row, null);
    return switch (row.series().status()) {
      case PENDING, ACTIVE, COMPLETED ->
          SeriesCopies.moved(
              awaiting, SeriesDecider.unchanged(awaiting), SeriesStatus.ACTIVE, null, now);
      case PAUSED -> awaiting;
      case CANCELLED -> row;
    };
  }

  /** The next occurrence is there already. */
  static SeriesRow decide(SeriesRow row, String occurrence, Instant now) {
    Progress progress = row.progress();
    return await(
        SeriesCopies.withProgress(
            row,
            new Progress(
                occurrence,
                progress.nextOccurrence(),
                progress.timerAt(),
                progress.doneAt(),
                progress.madeLate(),
                progress.pausedFrom(),
                progress.revision())),
        now);
  }

  /**
   * A series that has made something and counts from completion from now on: whether that was done
   * long ago nobody knows, so that it counts from now.
   */
  static SeriesRow switched(SeriesRow row, SeriesForm form, Instant now) {
    boolean switched =
        form.series().repeat() == Repeat.COMPLETION
            && row.series().repeat() == Repeat.SCHEDULE
            && row.progress().lastOccurrence() != null;
    return switched ? SeriesCopies.countedFrom(row, now) : row;
  }
}
