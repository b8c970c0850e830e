package dev.punctual.contracts;

/** How much a task matters. The order of the constants is the order of sorting: high first. */
public enum Priority implements WireName {
  HIGH("high"),
  MEDIUM("medium"),
  LOW("low");

  private final String wireName;

  Priority(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
