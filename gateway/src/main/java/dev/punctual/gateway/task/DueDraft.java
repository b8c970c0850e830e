package dev.punctual.gateway.task;

import dev.punctual.contracts.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When a task is to be due, as a person says it: a local time, a date, or an instant. Seconds may
 * be given, fractions are cut off.
 *
 * @param zone IANA name; null: the person's own
 * @param at with a local time or a date it must be the instant that these stand for
 */
public record DueDraft(
    @Nullable LocalDateTime local,
    @Nullable LocalDate date,
    @Nullable String zone,
    @Nullable Instant at) {

  static @Nullable DueDraft of(@Nullable Due due) {
    return due == null ? null : new DueDraft(due.local(), due.date(), due.zone().getId(), null);
  }

  /** The same without what says when, for a patch that says it anew. */
  DueDraft zoneOnly() {
    return new DueDraft(null, null, zone, null);
  }
}
