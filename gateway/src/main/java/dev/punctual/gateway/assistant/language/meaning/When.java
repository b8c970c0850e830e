package dev.punctual.gateway.assistant.language.meaning;

import dev.punctual.gateway.task.DueDraft;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When, without doubt.
 *
 * @param date null: not said, or {@code at} says it
 * @param time null: the day alone was said
 * @param at counted from now; null: the day or the time were said
 * @param remark what was taken as said, for the person to know; empty: nothing
 */
public record When(
    @Nullable LocalDate date, @Nullable LocalTime time, @Nullable Instant at, String remark) {
  public static final When NEVER = new When(null, null, null, "");

  /** With another remark behind. */
  public When remarking(String more) {
    return more.isEmpty() ? this : new When(date, time, at, (remark + " " + more).strip());
  }

  /** As the form of a task takes it; null: no time was said. */
  public @Nullable DueDraft due() {
    if (at != null) {
      return new DueDraft(null, null, null, at);
    }
    if (date == null) {
      return null;
    }
    return time == null
        ? new DueDraft(null, date, null, null)
        : new DueDraft(date.atTime(time), null, null, null);
  }
}
