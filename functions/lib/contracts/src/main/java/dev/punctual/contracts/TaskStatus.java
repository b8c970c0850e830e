package dev.punctual.contracts;

/** Where a task stands (DESIGN §4). */
public enum TaskStatus implements WireName {
  /** Not begun. */
  PENDING("pending"),
  /** Begun. */
  ACTIVE("active"),
  /** Done; reopening makes it pending. */
  COMPLETED("completed"),
  /** Given up. */
  CANCELLED("cancelled"),
  /** An occurrence that was never to be done. */
  SKIPPED("skipped");

  private final String wireName;

  TaskStatus(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }

  /** Whether it is still to be done. */
  public boolean isOpen() {
    return this == PENDING || this == ACTIVE;
  }
}
