package dev.punctual.runtime;

import java.time.Duration;
import java.time.Instant;

/** What is handled later than the grace after it was due is missed (DESIGN §4). */
public final class Grace {
  /** 15 minutes. */
  public static final Duration PERIOD = Duration.ofMinutes(15);

  private Grace() {}

  /** Whether it is too late now for what was due then. */
  public static boolean isOver(Instant due, Instant now) {
    return due.plus(PERIOD).isBefore(now);
  }
}
