package dev.punctual.contracts;

/** What a series does about occurrences that are handled later than the grace. */
public enum OnMissed implements WireName {
  /** Makes the latest of them. */
  LATEST("latest"),
  /** Makes none. */
  SKIP("skip"),
  /** Makes every one, within bounds. */
  ALL("all");

  private final String wireName;

  OnMissed(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
