package dev.punctual.gateway.reminder;

import dev.punctual.contracts.Id.TaskId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reminder as a person asks for it: at an instant, or before or after the task is due.
 *
 * @param before ISO 8601 period or duration, such as {@code P1D} or {@code PT15M}
 * @param after as {@code before}
 */
public record ReminderDraft(
    TaskId taskId, @Nullable Instant at, @Nullable String before, @Nullable String after) {}
