package dev.punctual.runtime;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What this process has done since it started. Written by the loop, read by the management port.
 */
public final class Counts {
  private final AtomicLong handled = new AtomicLong();
  private final AtomicLong duplicates = new AtomicLong();
  private final AtomicLong skipped = new AtomicLong();
  private final AtomicLong deadLettered = new AtomicLong();
  private final AtomicLong rests = new AtomicLong();

  /** Events whose effects this process committed. */
  public long handled() {
    return handled.get();
  }

  /** Events whose effects stood already. */
  public long duplicates() {
    return duplicates.get();
  }

  /** Events of a type that this function does not handle. */
  public long skipped() {
    return skipped.get();
  }

  /** Records set aside. */
  public long deadLettered() {
    return deadLettered.get();
  }

  /** How often a batch had to wait for its environment. */
  public long rests() {
    return rests.get();
  }

  void add(Tally tally) {
    handled.addAndGet(tally.handled());
    duplicates.addAndGet(tally.duplicates());
    skipped.addAndGet(tally.skipped());
    deadLettered.addAndGet(tally.deadLettered());
  }

  void addRest() {
    rests.incrementAndGet();
  }

  /** What one transaction adds, counted once it has committed. */
  record Tally(int handled, int duplicates, int skipped, int deadLettered) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally plus(Tally other) {
      return new Tally(
          handled + other.handled,
          duplicates + other.duplicates,
          skipped + other.skipped,
          deadLettered + other.deadLettered);
    }
  }
}
