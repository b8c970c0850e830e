package dev.punctual.gateway.timekeeper;

import java.time.Duration;

/**
 * The port of wake-ups (DESIGN §6). Only ever a wake-up: early, late, lost or doubled ones change
 * nothing but the second in which something happens.
 */
interface Wakeups {
  /**
   * How long the timekeeper may rest: until it has to look by itself, since what comes due sooner
   * wakes it.
   */
  Duration rest();
}
