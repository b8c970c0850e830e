package dev.punctual.contracts;

/** Where a reminder stands (DESIGN §4). */
public enum ReminderStatus implements WireName {
  /** Still to come. */
  SCHEDULED("scheduled"),
  /** The person was told. */
  DELIVERED("delivered"),
  /** The task was done before. */
  SUPPRESSED("suppressed"),
  /** Handled later than the grace. */
  MISSED("missed"),
  /** Taken back. */
  CANCELLED("cancelled"),
  /** Could not be told. */
  FAILED("failed");

  private final String wireName;

  ReminderStatus(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
