package dev.punctual.contracts;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.TaskId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reminder as people and programs see it (DESIGN §5): at an instant, or before its task is due.
 *
 * @param at given with an absolute reminder
 * @param before given with a relative one: ISO 8601 period or duration
 * @param fireAt when it is to fire
 * @param handledAt when it was delivered, suppressed or marked missed
 */
public record Reminder(
    ReminderId id,
    TaskId taskId,
    @Nullable Instant at,
    @Nullable String before,
    ReminderStatus status,
    Instant fireAt,
    @Nullable Instant handledAt,
    int version) {

  /** The same reminder, handled. */
  public Reminder handled(ReminderStatus to, Instant now) {
    return new Reminder(id, taskId, at, before, to, fireAt, now, version + 1);
  }
}
