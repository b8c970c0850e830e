package dev.punctual.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waiting for what is to happen, but not for ever. */
public final class Wait {
  private static final Duration LOOK = Duration.ofMillis(20);

  private Wait() {}

  /** Looks again and again until something is so. */
  public static void until(String what, Duration patience, BooleanSupplier so) {
    until(what, patience, LOOK, so);
  }

  /** As above, with a pause between two looks for what is dear to look at. */
  public static void until(String what, Duration patience, Duration look, BooleanSupplier so) {
    Instant end = Instant.now().plus(patience);
    while (!so.getAsBoolean()) {
      Broken.unless(Instant.now().isBefore(end), "not within %s: %s", patience, what);
      try {
        Thread.sleep(look);
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
