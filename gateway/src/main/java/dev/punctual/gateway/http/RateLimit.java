package dev.punctual.gateway.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How often each of many may come: a quota that fills evenly over a window, kept as one number for
 * each, the moment at which it is full again (GCRA, ITU-T I.371). At most {@link #MAX_KEYS} are
 * known at a time; who comes when there is no room shares one quota with all others of that kind.
 *
 * <p>Moments are those of {@link System#nanoTime}.
 */
public final class RateLimit {
  static final int MAX_KEYS = 100_000;

  private static final Object OTHERS = new Object();
  private static final long SWEEP_NANOS = 1_000_000_000L;

  private final String name;
  private final int quota;
  private final long window;
  private final long each;
  private final Map<Object, Long> fullAt = new ConcurrentHashMap<>();
  private final AtomicLong nextSweep = new AtomicLong(Long.MIN_VALUE);

  /**
   * Where somebody stands after they came.
   *
   * @param granted whether they may
   * @param remaining how often they may come at once
   * @param full when their quota is full again
   * @param retryAfter when they may come again; zero: at once
   */
  public record Standing(
      RateLimit limit, boolean granted, long remaining, Duration full, Duration retryAfter) {}

  /**
   * A limit.
   *
   * @param name as it stands in headers
   * @param quota how often within the window; at least 1
   */
  RateLimit(String name, int quota, Duration window) {
    this.name = name;
    this.quota = quota;
    this.window = window.toNanos();
    this.each = this.window / quota;
  }

  String name() {
    return name;
  }

  int quota() {
    return quota;
  }

  Duration window() {
    return Duration.ofNanos(window);
  }

  /** Comes once more; a refusal costs nothing. */
  Standing take(Object key, long now) {
    long[] outcome = new long[2];
    fullAt.compute(
        roomFor(key, now),
        (known, before) -> {
          long debt = before == null ? 0 : Math.max(0, before - now);
          boolean granted = debt + each <= window;
          outcome[0] = granted ? debt + each : debt;
          outcome[1] = granted ? 1 : 0;
          return now + outcome[0];
        });
    long debt = outcome[0];
    boolean granted = outcome[1] == 1;
    return new Standing(
        this,
        granted,
        (window - debt) / each,
        Duration.ofNanos(debt),
        granted ? Duration.ZERO : Duration.ofNanos(debt + each - window));
  }

  int keys() {
    return fullAt.size();
  }

  private Object roomFor(Object key, long now) {
    if (fullAt.size() < MAX_KEYS || fullAt.containsKey(key)) {
      return key;
    }
    long due = nextSweep.get();
    if ((due == Long.MIN_VALUE || now - due >= 0)
        && nextSweep.compareAndSet(due, now + SWEEP_NANOS)) {
      // Whose quota is full again is as somebody who never came.
      fullAt.values().removeIf(full -> full - now <= 0);
    }
    return fullAt.size() < MAX_KEYS ? key : OTHERS;
  }
}
