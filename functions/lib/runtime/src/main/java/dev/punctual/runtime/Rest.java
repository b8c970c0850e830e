package dev.punctual.runtime;

import java.time.Duration;

/**
 * How long to wait before the environment is tried again: 0.1 s, then twice as long each time, at
 * most 5 s.
 */
final class Rest {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private Duration next = FIRST;
  private long untilNanos;
  // Read by the management port.
  private volatile boolean resting;

  void begin(long nowNanos) {
    resting = true;
    untilNanos = nowNanos + next.toNanos();
    next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
  }

  boolean resting() {
    return resting;
  }

  /** What is left of it; zero when it is over. */
  Duration left(long nowNanos) {
    return resting ? Duration.ofNanos(Math.max(0, untilNanos - nowNanos)) : Duration.ZERO;
  }

  /** The rest is over; the next one, should the same fault return, will be longer. */
  void end() {
    resting = false;
  }

  /** All is well: the next rest will be short. */
  void forget() {
    resting = false;
    next = FIRST;
  }
}
