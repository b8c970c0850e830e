package dev.punctual.contracts;

/** What a series does when an occurrence comes due and the one before is still open. */
public enum IfPending implements WireName {
  /** Writes a skipped row. */
  SKIP("skip"),
  /** Makes the task all the same. */
  CREATE("create");

  private final String wireName;

  IfPending(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
