package dev.punctual.contracts.event;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.Id.DeliveryId;
import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Waker;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A timer was due and claimed. The event carries the revision that stood in the timer; whoever
 * handles it locks the subject and ignores a revision older than the subject's.
 */
public sealed interface DueEvent extends Event {

  /** The revision of the subject when the timer was set. */
  int revision();

  /** When the timer was due; a whole second. */
  Instant dueAt();

  /** Due events are spread by what is due, not by person. */
  @Override
  default Id key() {
    return subject();
  }

  /** recurring.due */
  record RecurringDue(UserId userId, SeriesId seriesId, int revision, Instant dueAt)
      implements DueEvent {
    @Override
    public Id subject() {
      return seriesId;
    }
  }

  /**
   * reminder.due
   *
   * @param by what woke the timekeeper; null: nobody said
   */
  record ReminderDue(
      UserId userId, ReminderId reminderId, int revision, Instant dueAt, @Nullable Waker by)
      implements DueEvent {

    /** One of which nobody says what woke it. */
    public ReminderDue(UserId userId, ReminderId reminderId, int revision, Instant dueAt) {
      this(userId, reminderId, revision, dueAt, null);
    }

    @Override
    public Id subject() {
      return reminderId;
    }
  }

  /** delivery.due */
  record DeliveryDue(UserId userId, DeliveryId deliveryId, int revision, Instant dueAt)
      implements DueEvent {
    @Override
    public Id subject() {
      return deliveryId;
    }
  }
}
