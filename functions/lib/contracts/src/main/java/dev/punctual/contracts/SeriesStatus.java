package dev.punctual.contracts;

/** Where a series stands (DESIGN §4). */
public enum SeriesStatus implements WireName {
  /** Before its first occurrence. */
  PENDING("pending"),
  /** Between its first and its last occurrence. */
  ACTIVE("active"),
  /** Makes nothing until it is resumed. */
  PAUSED("paused"),
  /** Its rule is spent. */
  COMPLETED("completed"),
  /** Ended by the person. */
  CANCELLED("cancelled");

  private final String wireName;

  SeriesStatus(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
