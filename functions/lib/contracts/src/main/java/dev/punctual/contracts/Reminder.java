package dev.punctual.contracts;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.TaskId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reminder as people and programs see it (DESIGN §5): at an instant, or before or after its task
 * is due. Exactly one of {@code at}, {@code before} and {@code after} is given.
 *
 * @param at given with an absolute reminder
 * @param before given with a relative one: ISO 8601 period or duration
 * @param after given with a relative one that follows the due: as {@code before}
 * @param fireAt when it is to fire; after a snooze, when that ends
 * @param handledAt when it was delivered, suppressed or marked missed
 */
public record Reminder(
    ReminderId id,
    TaskId taskId,
    @Nullable Instant at,
    @Nullable String before,
    @Nullable String after,
    ReminderStatus status,
    Instant fireAt,
    @Nullable Instant handledAt,
    int version) {

  /** One that does not follow the due. */
  public Reminder(
      ReminderId id,
      TaskId taskId,
      @Nullable Instant at,
      @Nullable String before,
      ReminderStatus status,
      Instant fireAt,
      @Nullable Instant handledAt,
      int version) {
    this(id, taskId, at, before, null, status, fireAt, handledAt, version);
  }

  /** The same reminder, handled. */
  public Reminder handled(ReminderStatus to, Instant now) {
    return new Reminder(id, taskId, at, before, after, to, fireAt, now, version + 1);
  }
}
