package dev.punctual.contracts;

/** Whether a notification has been read. */
public enum NotificationStatus implements WireName {
  UNREAD("unread"),
  READ("read");

  private final String wireName;

  NotificationStatus(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
