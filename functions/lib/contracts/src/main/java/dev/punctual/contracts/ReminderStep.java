package dev.punctual.contracts;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One step of a reminder's story (DESIGN §4): why it did, or did not, fire.
 *
 * @param fireAt what it was armed for, or when the timer was due that woke it
 * @param local the same as a clock in {@code zone} shows it; with {@code zone} only
 * @param zone the task's when it was armed, else the person's
 * @param by who armed or cancelled it, what woke it, or through which channel it was sent
 * @param attempt which wake-up, or which try of the delivery, from 1
 * @param result what came of it
 * @param detail why
 */
public record ReminderStep(
    Instant at,
    What what,
    @Nullable Instant fireAt,
    @Nullable LocalDateTime local,
    @Nullable ZoneId zone,
    @Nullable String by,
    @Nullable Integer attempt,
    @Nullable String result,
    @Nullable String detail) {

  /** What happened. */
  public enum What implements WireName {
    /** It waits for its time; the result says whether it was created, moved or snoozed. */
    ARMED("armed"),
    /** It will not come. */
    CANCELLED("cancelled"),
    /** Its timer was claimed. */
    WOKEN("woken"),
    /** It was decided; the result is its state then, or ignored. */
    HANDLED("handled"),
    /** A channel was tried; the result is sent, retry, failed or cancelled. */
    SENT("sent");

    private final String wireName;

    What(String wireName) {
      this.wireName = wireName;
    }

    @Override
    public String wireName() {
      return wireName;
    }
  }
}
