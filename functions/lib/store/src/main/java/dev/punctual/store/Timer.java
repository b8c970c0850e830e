package dev.punctual.store;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.Id.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One entry of the ledger; there is at most one for each kind and subject.
 *
 * @param dueAt a whole second: a fraction is cut off
 * @param revision that of the subject; the due event carries it
 */
public record Timer(TimerKind kind, Id subject, UserId user, Instant dueAt, int revision) {
  public Timer {
    dueAt = dueAt.truncatedTo(ChronoUnit.SECONDS);
  }
}
