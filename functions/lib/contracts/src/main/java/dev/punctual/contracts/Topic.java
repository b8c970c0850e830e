package dev.punctual.contracts;

import java.time.Duration;

/**
 * The Kafka topics (DESIGN §2, contract). They exist before anything consumes; nothing is created
 * by being used.
 */
public enum Topic implements WireName {
  /** The journal of tasks and series, for integrations. Key: user id. */
  TASK_EVENTS("task-events", 3, Duration.ofDays(7)),
  /** The journal of reminders, for integrations. Key: user id. */
  REMINDERS("reminders", 2, Duration.ofHours(24)),
  /** What gateways tell open streams. Key: user id. */
  TASK_UPDATES("task-updates", 2, Duration.ofHours(1)),
  /** A series is due: functions/recurring. Key: series id. */
  RECURRING_DUE("recurring-due", 3, Duration.ofDays(7)),
  /** A reminder or a delivery is due: functions/notification. Key: reminder id or delivery id. */
  REMINDERS_DUE("reminders-due", 3, Duration.ofDays(7));

  private final String wireName;
  private final int partitions;
  private final Duration retention;

  Topic(String wireName, int partitions, Duration retention) {
    this.wireName = wireName;
    this.partitions = partitions;
    this.retention = retention;
  }

  @Override
  public String wireName() {
    return wireName;
  }

  public int partitions() {
    return partitions;
  }

  public Duration retention() {
    return retention;
  }
}
