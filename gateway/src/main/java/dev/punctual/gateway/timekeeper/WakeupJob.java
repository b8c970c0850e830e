package dev.punctual.gateway.timekeeper;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The job of one second.
 *
 * @param epochSecond when timers are due
 */
record WakeupJob(long epochSecond) {
  private static final String PREFIX = "wake-";
  private static final Duration USEFUL = Duration.ofSeconds(10);
  private static final int MAX_DIGITS = 12;

  static WakeupJob of(Instant second) {
    return new WakeupJob(second.getEpochSecond());
  }

  /** The job of this name; empty: it is none of these. */
  static Optional<WakeupJob> named(String name) {
    if (!name.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String digits = name.substring(PREFIX.length());
    boolean number =
        !digits.isEmpty()
            && digits.length() <= MAX_DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Optional.of(new WakeupJob(Long.parseLong(digits))) : Optional.empty();
  }

  /** Whether a wake-up comes so late that, whatever the clocks say, it has no use. */
  boolean isLongPast(Instant now) {
    return dueAt().plus(USEFUL).isBefore(now);
  }

  String name() {
    return PREFIX + epochSecond;
  }

  Instant dueAt() {
    return Instant.ofEpochSecond(epochSecond);
  }
}
