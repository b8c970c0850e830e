package dev.punctual.contracts;

/** Where a delivery stands. */
public enum DeliveryStatus implements WireName {
  /** It is being sent, or will be tried again. */
  PENDING("pending"),
  /** It was taken. */
  SENT("sent"),
  /** It was given up. */
  FAILED("failed"),
  /** It is not wanted any more: the task is done, or the channel is off. */
  CANCELLED("cancelled");

  private final String wireName;

  DeliveryStatus(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
