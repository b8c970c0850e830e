package dev.punctual.contracts.event;

import dev.punctual.contracts.Due;
import dev.punctual.contracts.Id.DeliveryId;
import dev.punctual.contracts.Id.NotificationId;
import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.IfPending;
import dev.punctual.contracts.Notification;
import dev.punctual.contracts.NotificationStatus;
import dev.punctual.contracts.OnMissed;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Series.RelativeReminder;
import dev.punctual.contracts.SeriesStatus;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.Waker;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event of each type, the one that the golden file of that type holds. */
public final class Samples {
  public static final UserId USER = new UserId(id("01"));
  public static final TaskId TASK_ID = new TaskId(id("11"));
  public static final SeriesId SERIES_ID = new SeriesId(id("aa"));
  public static final ReminderId REMINDER_ID = new ReminderId(id("21"));
  public static final Instant CREATED = Instant.parse("2026-03-01T09:30:00Z");
  public static final Instant DUE_AT = Instant.parse("2026-03-06T19:00:00Z");

  private static final Due DUE =
      new Due(LocalDateTime.parse("2026-03-06T14:00"), null, ZoneId.of("America/New_York"), DUE_AT);

  public static final Task TASK =
      new Task(
          TASK_ID,
          "Submit the weekly report",
          "",
          TaskStatus.PENDING,
          Priority.HIGH,
          List.of("work"),
          DUE,
          SERIES_ID,
          "2026-03-06T14:00:00",
          CREATED,
          CREATED,
          null,
          1);

  public static final Series SERIES =
      new Series(
          SERIES_ID,
          "Submit the weekly report",
          "",
          List.of("work"),
          Priority.HIGH,
          "2026-03-06T14:00",
          "America/New_York",
          "FREQ=WEEKLY;BYDAY=FR",
          List.of(),
          List.of(),
          null,
          Repeat.SCHEDULE,
          IfPending.SKIP,
          OnMissed.LATEST,
          List.of(RelativeReminder.before("PT15M")),
          SeriesStatus.ACTIVE,
          DUE_AT,
          "every week on Friday at 14:00, New York time",
          CREATED,
          CREATED,
          3);

  public static final Reminder REMINDER =
      new Reminder(
          REMINDER_ID,
          TASK_ID,
          null,
          "PT15M",
          ReminderStatus.SCHEDULED,
          Instant.parse("2026-03-06T18:45:00Z"),
          null,
          1);

  public static final Notification NOTIFICATION =
      new Notification(
          new NotificationId(id("31")),
          "reminder",
          "Submit the weekly report",
          TASK_ID,
          REMINDER_ID,
          NotificationStatus.UNREAD,
          Instant.parse("2026-03-06T18:45:00.250Z"),
          null);

  private Samples() {}

  /** The sample of a type. */
  public static Event event(EventType type) {
    return switch (type) {
      case TASK_CREATED -> new TaskEvent.TaskCreated(USER, TASK);
      case TASK_UPDATED ->
          new TaskEvent.TaskUpdated(
              USER, List.of("title", "due"), TASK, task("Send the weekly report", null));
      case TASK_DELETED -> new TaskEvent.TaskDeleted(USER, TASK);
      case RECURRING_SCHEDULED -> new SeriesEvent.RecurringScheduled(USER, SERIES);
      case RECURRING_CANCELLED -> new SeriesEvent.RecurringCancelled(USER, SERIES);
      case REMINDER_SCHEDULED -> new ReminderEvent.ReminderScheduled(USER, REMINDER);
      case REMINDER_CANCELLED -> new ReminderEvent.ReminderCancelled(USER, REMINDER);
      case TASK_INSTANCE_CREATED -> new UpdateEvent.TaskInstanceCreated(USER, TASK);
      case TASK_STATUS_CHANGED -> new UpdateEvent.TaskStatusChanged(USER, TaskStatus.ACTIVE, TASK);
      case TASK_OVERDUE -> new UpdateEvent.TaskOverdue(USER, TASK_ID, DUE_AT);
      case TASK_CHANGED -> new UpdateEvent.TaskChanged(USER, TASK_ID, TASK);
      case SERIES_CHANGED -> new UpdateEvent.SeriesChanged(USER, SERIES_ID, null);
      case REMINDER_CHANGED -> new UpdateEvent.ReminderChanged(USER, REMINDER_ID, REMINDER);
      case NOTIFICATION_CREATED -> new UpdateEvent.NotificationCreated(USER, NOTIFICATION);
      case RECURRING_DUE -> new DueEvent.RecurringDue(USER, SERIES_ID, 4, DUE_AT);
      case REMINDER_DUE -> new DueEvent.ReminderDue(USER, REMINDER_ID, 1, DUE_AT, Waker.CLOCK);
      case DELIVERY_DUE -> new DueEvent.DeliveryDue(USER, new DeliveryId(id("41")), 2, DUE_AT);
    };
  }

  /** The sample of a type as its producer sends it. */
  public static Envelope envelope(EventType type) {
    return new Envelope(
        UUID.fromString("0191f3a0-0000-7000-8000-00000000e%03d".formatted(type.ordinal())),
        "/punctual/gateway",
        CREATED,
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        event(type));
  }

  private static Task task(String title, @Nullable Due due) {
    return new Task(
        TASK_ID,
        title,
        "",
        TaskStatus.PENDING,
        Priority.HIGH,
        List.of("work"),
        due,
        SERIES_ID,
        "2026-03-06T14:00:00",
        CREATED,
        Instant.parse("2026-03-02T08:00:00Z"),
        null,
        2);
  }

  private static UUID id(String end) {
    return UUID.fromString("0191f3a0-0000-7000-8000-0000000000" + end);
  }
}
