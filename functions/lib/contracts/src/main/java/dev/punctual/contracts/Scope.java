package dev.punctual.contracts;

/** How much of a series a write to one of its occurrences means. */
public enum Scope implements WireName {
  /** That occurrence alone. */
  THIS("this"),
  /** It and all that follow. */
  FOLLOWING("following"),
  /** The whole series. */
  ALL("all");

  private final String wireName;

  Scope(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
