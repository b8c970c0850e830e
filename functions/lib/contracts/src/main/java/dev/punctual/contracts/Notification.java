package dev.punctual.contracts;

import dev.punctual.contracts.Id.NotificationId;
import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.TaskId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told, in-app always (DESIGN §4).
 *
 * @param kind why: {@code reminder}
 * @param title the task's title when it was told
 */
public record Notification(
    NotificationId id,
    String kind,
    String title,
    TaskId taskId,
    @Nullable ReminderId reminderId,
    NotificationStatus status,
    Instant createdAt,
    @Nullable Instant readAt) {}
