package dev.punctual.contracts.event;

import dev.punctual.contracts.Topic;
import dev.punctual.contracts.WireName;
import dev.punctual.contracts.event.DueEvent.DeliveryDue;
import dev.punctual.contracts.event.DueEvent.RecurringDue;
import dev.punctual.contracts.event.DueEvent.ReminderDue;
import dev.punctual.contracts.event.ReminderEvent.ReminderCancelled;
import dev.punctual.contracts.event.ReminderEvent.ReminderScheduled;
import dev.punctual.contracts.event.SeriesEvent.RecurringCancelled;
import dev.punctual.contracts.event.SeriesEvent.RecurringScheduled;
import dev.punctual.contracts.event.TaskEvent.TaskCreated;
import dev.punctual.contracts.event.TaskEvent.TaskDeleted;
import dev.punctual.contracts.event.TaskEvent.TaskUpdated;
import dev.punctual.contracts.event.UpdateEvent.NotificationCreated;
import dev.punctual.contracts.event.UpdateEvent.ReminderChanged;
import dev.punctual.contracts.event.UpdateEvent.SeriesChanged;
import dev.punctual.contracts.event.UpdateEvent.TaskChanged;
import dev.punctual.contracts.event.UpdateEvent.TaskInstanceCreated;
import dev.punctual.contracts.event.UpdateEvent.TaskOverdue;
import dev.punctual.contracts.event.UpdateEvent.TaskStatusChanged;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every event: its name on the wire, the topic that carries it and the shape of its data (DESIGN
 * §2).
 */
public enum EventType implements WireName {
  TASK_CREATED("task.created", Topic.TASK_EVENTS, TaskCreated.class),
  TASK_UPDATED("task.updated", Topic.TASK_EVENTS, TaskUpdated.class),
  TASK_DELETED("task.deleted", Topic.TASK_EVENTS, TaskDeleted.class),
  RECURRING_SCHEDULED("recurring.scheduled", Topic.TASK_EVENTS, RecurringScheduled.class),
  RECURRING_CANCELLED("recurring.cancelled", Topic.TASK_EVENTS, RecurringCancelled.class),
  REMINDER_SCHEDULED("reminder.scheduled", Topic.REMINDERS, ReminderScheduled.class),
  REMINDER_CANCELLED("reminder.cancelled", Topic.REMINDERS, ReminderCancelled.class),
  TASK_INSTANCE_CREATED("task.instance_created", Topic.TASK_UPDATES, TaskInstanceCreated.class),
  TASK_STATUS_CHANGED("task.status_changed", Topic.TASK_UPDATES, TaskStatusChanged.class),
  TASK_OVERDUE("task.overdue", Topic.TASK_UPDATES, TaskOverdue.class),
  TASK_CHANGED("task.changed", Topic.TASK_UPDATES, TaskChanged.class),
  SERIES_CHANGED("series.changed", Topic.TASK_UPDATES, SeriesChanged.class),
  REMINDER_CHANGED("reminder.changed", Topic.TASK_UPDATES, ReminderChanged.class),
  NOTIFICATION_CREATED("notification.created", Topic.TASK_UPDATES, NotificationCreated.class),
  RECURRING_DUE("recurring.due", Topic.RECURRING_DUE, RecurringDue.class),
  REMINDER_DUE("reminder.due", Topic.REMINDERS_DUE, ReminderDue.class),
  DELIVERY_DUE("delivery.due", Topic.REMINDERS_DUE, DeliveryDue.class);

  private static final Map<String, EventType> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::wireName, Function.identity()));
  private static final Map<Class<? extends Event>, EventType> BY_DATA =
      Arrays.stream(values()).collect(Collectors.toMap(EventType::data, Function.identity()));

  private final String wireName;
  private final Topic topic;
  private final Class<? extends Event> data;

  EventType(String wireName, Topic topic, Class<? extends Event> data) {
    this.wireName = wireName;
    this.topic = topic;
    this.data = data;
  }

  /** The type of an event; every event has one. */
  public static EventType of(Event event) {
    EventType type = BY_DATA.get(event.getClass());
    if (type == null) {
      throw new IllegalArgumentException("no type is written down for " + event.getClass());
    }
    return type;
  }

  /** The type of this name; empty when this version does not know it. */
  public static Optional<EventType> named(String wireName) {
    return Optional.ofNullable(BY_NAME.get(wireName));
  }

  @Override
  public String wireName() {
    return wireName;
  }

  public Topic topic() {
    return topic;
  }

  public Class<? extends Event> data() {
    return data;
  }

  /** The CloudEvents attribute {@code dataschema}: the version moves only with a new type. */
  public String dataSchema() {
    return "https://schemas.punctual.dev/" + wireName + "/1.0";
  }
}
