package dev.punctual.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waiting for what is to happen, but not for ever. */
final class Wait {
  private static final Duration LOOK = Duration.ofMillis(20);

  private Wait() {}

  /** Looks again and again until something is so. */
  static void until(String what, Duration patience, BooleanSupplier so) {
    Instant end = Instant.now().plus(patience);
    while (!so.getAsBoolean()) {
      Broken.unless(Instant.now().isBefore(end), "not within %s: %s", patience, what);
      try {
        Thread.sleep(LOOK);
      } catch (InterruptedException e) {
        throw interrupted();
      }
    }
  }

  static Broken interrupted() {
    Thread.currentThread().interrupt();
    return new Broken("interrupted");
  }
}
