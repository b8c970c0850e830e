package dev.punctual.notification;

import dev.punctual.contracts.ReminderStep;
import dev.punctual.contracts.ReminderStep.What;
import dev.punctual.contracts.Waker;
import dev.punctual.contracts.event.DueEvent.ReminderDue;
import dev.punctual.contracts.event.Envelope;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.ReminderSteps;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a wake-up adds to a reminder's story. Pure. */
final class WakeUp {
  private WakeUp() {}

  static List<ReminderSteps.Row> steps(
      ReminderRow row, Envelope envelope, Outcome outcome, Instant now) {
    ReminderDue due = (ReminderDue) envelope.data();
    ReminderStep handled =
        switch (outcome) {
          case Outcome.Ignored(String why) -> handled(now, "ignored", why);
          case Outcome.Handled(ReminderRow after, var notification) ->
              handled(now, after.reminder().status().wireName(), null);
        };
    return List.of(
        new ReminderSteps.Row(
            row.key(),
            new ReminderStep(
                envelope.time(),
                What.WOKEN,
                due.dueAt(),
                null,
                null,
                by(row, due),
                null,
                null,
                null)),
        new ReminderSteps.Row(row.key(), handled));
  }

  /** A timer that was due later than the reminder is not its own: the second sweep set it. */
  private static @Nullable String by(ReminderRow row, ReminderDue due) {
    Waker by =
        due.dueAt().isAfter(row.reminder().fireAt().truncatedTo(ChronoUnit.SECONDS))
            ? Waker.RECOVERY
            : due.by();
    return by == null ? null : by.wireName();
  }

  private static ReminderStep handled(Instant now, String result, @Nullable String why) {
    return new ReminderStep(now, What.HANDLED, null, null, null, null, null, result, why);
  }
}
