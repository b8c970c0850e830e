package dev.punctual.gateway.series;

import dev.punctual.calendar.SeriesSplit.Half;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.LocalClock;
import dev.punctual.store.SeriesRow;

/** What may be asked of a series. */
sealed interface SeriesCommand {

  /**
   * A new one.
   *
   * @param clock the person's own
   */
  record Create(UserId user, SeriesId id, SeriesDraft draft, LocalClock clock)
      implements SeriesCommand {}

  /**
   * A series as it is to be.
   *
   * @param clock the person's own
   */
  record Edit(SeriesRow row, SeriesDraft draft, LocalClock clock) implements SeriesCommand {}

  /**
   * A new one that takes over from another.
   *
   * @param row with what it takes over: its state, what is decided and what is owed
   * @param clock the person's own
   */
  record TakeOver(SeriesRow row, SeriesDraft draft, LocalClock clock) implements SeriesCommand {}

  /**
   * One as it stood elsewhere.
   *
   * @param row with its state and what is decided
   * @param clock the person's own
   */
  record Bring(SeriesRow row, SeriesDraft draft, LocalClock clock) implements SeriesCommand {}

  /** One occurrence less. */
  record LeaveOut(SeriesRow row, String occurrence) implements SeriesCommand {}

  /** Nothing from one occurrence on. */
  record End(SeriesRow row, Half before) implements SeriesCommand {}

  /** What a series that repeats from completion counts from was done, or given up. */
  record Count(SeriesRow row) implements SeriesCommand {}

  /** It was not done after all: nothing is next until it is. */
  record Await(SeriesRow row) implements SeriesCommand {}

  /** A person has brought an occurrence forward into being. */
  record Decide(SeriesRow row, String occurrence) implements SeriesCommand {}

  /** Nothing is made until it is resumed. Nothing changes when it is paused already. */
  record Pause(SeriesRow row) implements SeriesCommand {}

  /** On with the first occurrence from now on. Nothing changes when it is not paused. */
  record Resume(SeriesRow row) implements SeriesCommand {}

  /** Over, for good. Nothing changes when it is cancelled already. */
  record Cancel(SeriesRow row) implements SeriesCommand {}

  /** The person moved, or their days begin at another time, and the series with them. */
  record Follow(SeriesRow row, LocalClock clock) implements SeriesCommand {}
}
