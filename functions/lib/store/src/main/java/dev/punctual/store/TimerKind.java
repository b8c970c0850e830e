package dev.punctual.store;

import dev.punctual.contracts.WireName;
import dev.punctual.contracts.event.EventType;

/** What a timer stands for, and the event that it becomes when it is due. */
public enum TimerKind implements WireName {
  SERIES("series", EventType.RECURRING_DUE, "seriesId"),
  REMINDER("reminder", EventType.REMINDER_DUE, "reminderId"),
  DELIVERY("delivery", EventType.DELIVERY_DUE, "deliveryId"),
  OVERDUE("overdue", EventType.TASK_OVERDUE, "taskId");

  private final String wireName;
  private final EventType event;
  private final String subjectField;

  TimerKind(String wireName, EventType event, String subjectField) {
    this.wireName = wireName;
    this.event = event;
    this.subjectField = subjectField;
  }

  @Override
  public String wireName() {
    return wireName;
  }

  EventType event() {
    return event;
  }

  String subjectField() {
    return subjectField;
  }
}
