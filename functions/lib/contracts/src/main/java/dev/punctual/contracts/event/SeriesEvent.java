package dev.punctual.contracts.event;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Series;

/** The journal of series. */
public sealed interface SeriesEvent extends Event {

  /** recurring.scheduled: a series was created, edited or resumed and has a next occurrence. */
  record RecurringScheduled(UserId userId, Series series) implements SeriesEvent {
    @Override
    public Id subject() {
      return series.id();
    }
  }

  /**
   * recurring.cancelled: a series was paused, cancelled or deleted and makes nothing more for now.
   */
  record RecurringCancelled(UserId userId, Series series) implements SeriesEvent {
    @Override
    public Id subject() {
      return series.id();
    }
  }
}
