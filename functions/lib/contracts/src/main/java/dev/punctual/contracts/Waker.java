package dev.punctual.contracts;

/** What has the timekeeper look for what is due (DESIGN §2); a wake-up and no more. */
public enum Waker implements WireName {
  /** The next due time of the ledger, or its sweep. */
  CLOCK("clock"),
  /** A job of Dapr. */
  JOB("job"),
  /** The second sweep: the first event came to nothing. */
  RECOVERY("recovery");

  private final String wireName;

  Waker(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
