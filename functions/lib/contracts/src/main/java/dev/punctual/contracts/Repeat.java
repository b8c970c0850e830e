package dev.punctual.contracts;

/** What the next occurrence of a series is counted from. */
public enum Repeat implements WireName {
  /** From the rule alone. */
  SCHEDULE("schedule"),
  /** From the moment the one before was done. */
  COMPLETION("completion");

  private final String wireName;

  Repeat(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
