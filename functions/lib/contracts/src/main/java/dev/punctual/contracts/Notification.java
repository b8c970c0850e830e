package dev.punctual.contracts;

import dev.punctual.contracts.Id.NotificationId;
import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.TaskId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told, in-app always (DESIGN §4).
 *
 * @param kind why: {@link #REMINDER} or {@link #DELIVERY_FAILED}
 * @param title the task's title when it was told
 * @param detail what else there is to say; null: nothing
 */
public record Notification(
    NotificationId id,
    String kind,
    String title,
    @Nullable String detail,
    TaskId taskId,
    @Nullable ReminderId reminderId,
    NotificationStatus status,
    Instant createdAt,
    @Nullable Instant readAt) {

  /** A reminder has fired. */
  public static final String REMINDER = "reminder";

  /** A channel could not be reached; the detail says which and why. */
  public static final String DELIVERY_FAILED = "delivery-failed";

  /** One that says no more than its title. */
  public Notification(
      NotificationId id,
      String kind,
      String title,
      TaskId taskId,
      @Nullable ReminderId reminderId,
      NotificationStatus status,
      Instant createdAt,
      @Nullable Instant readAt) {
    this(id, kind, title, null, taskId, reminderId, status, createdAt, readAt);
  }
}
