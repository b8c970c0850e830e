package dev.punctual.gateway.wake;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one waiting thread. Ringing twice before it wakes counts once. */
public final class Bell {
  private final Semaphore rung = new Semaphore(0);

  /** Returns at once. */
  public void ring() {
    if (rung.availablePermits() == 0) {
      rung.release();
    }
  }

  /**
   * Waits until it is rung, at most this long.
   *
   * @return whether it was rung
   */
  public boolean await(Duration atMost) throws InterruptedException {
    boolean heard = rung.tryAcquire(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS);
    if (heard) {
      rung.drainPermits();
    }
    return heard;
  }
}
