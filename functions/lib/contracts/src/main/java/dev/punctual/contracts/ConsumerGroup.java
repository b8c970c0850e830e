package dev.punctual.contracts;

/**
 * The Kafka consumer groups (DESIGN §2, contract): {@code <function>-<domain>-v1}, one for each
 * function, each on one topic. KEDA reads the lag of these groups.
 */
public enum ConsumerGroup implements WireName {
  RECURRING_DUE("recurring-due-v1", Topic.RECURRING_DUE),
  NOTIFICATION_DUE("notification-due-v1", Topic.REMINDERS_DUE);

  private final String wireName;
  private final Topic topic;

  ConsumerGroup(String wireName, Topic topic) {
    this.wireName = wireName;
    this.topic = topic;
  }

  @Override
  public String wireName() {
    return wireName;
  }

  public Topic topic() {
    return topic;
  }
}
