package dev.punctual.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * What a benchmark is given.
 *
 * @param home the repository's root
 * @param quick whether few rounds and small numbers will do
 * @param out takes the figures
 */
record Setting(Path home, boolean quick, PrintStream out) {
  private static final Duration LOOK = Duration.ofMillis(20);

  void say(String line) {
    out.println(line);
    out.flush();
  }

  /** Looks again and again until something is so. */
  static void await(String what, Duration patience, BooleanSupplier so) {
    Instant end = Instant.now().plus(patience);
    while (!so.getAsBoolean()) {
      Broken.unless(Instant.now().isBefore(end), "not within %s: %s", patience, what);
      pause(LOOK);
    }
  }

  static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Broken("interrupted");
    }
  }
}
