package dev.punctual.gateway.assistant.turn;

import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets so many turns at a time use the database, and the others wait in their order: a crowd is
 * answered late, not refused, and leaves connections to everybody else. Who waits for a model is
 * outside. It is not to be passed twice by one thread at a time.
 */
@Singleton
public final class Turnstile {
  /** Half of the connections that there are. */
  private static final int AT_ONCE = 8;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Semaphore places = new Semaphore(AT_ONCE, true);

  /**
   * Does something that uses the database.
   *
   * @throws Refused when there was no place for 30 seconds; nothing is done then
   */
  public <T> T pass(Supplier<T> work) {
    enter();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private void enter() {
    boolean entered = false;
    try {
      entered = places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!entered) {
      throw new Refused(
          ProblemCode.UNAVAILABLE, "", "Too many ask at once; try again in a moment.");
    }
  }
}
