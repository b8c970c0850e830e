package dev.punctual.gateway.reminder;

import dev.punctual.calendar.Offset;
import dev.punctual.contracts.Due;
import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.decide.Refusals;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.store.ReminderRow;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of reminders (DESIGN §4). */
final class ReminderDecider {
  static final int MAX_SCHEDULED = 50;

  private ReminderDecider() {}

  /**
   * A new reminder.
   *
   * @param draft of the occasion's task
   */
  static Decision<ReminderRow> create(
      UserId user, ReminderId id, ReminderDraft draft, Occasion occasion, Instant now) {
    Task task = occasion.task();
    if (task.status() != TaskStatus.PENDING && task.status() != TaskStatus.ACTIVE) {
      return new Rejected<>(
          ProblemCode.WRONG_STATE,
          "taskId",
          "The task is " + task.status().wireName() + "; there is nothing left to remind of.");
    }
    if (occasion.scheduled() >= MAX_SCHEDULED) {
      return new Rejected<>(
          ProblemCode.TOO_MANY,
          "taskId",
          "A task has at most " + MAX_SCHEDULED + " reminders that are still to come.");
    }
    return fireAt(draft, occasion, now)
        .then(
            fireAt ->
                new Accepted<>(
                    new ReminderRow(
                        user,
                        new Reminder(
                            id,
                            task.id(),
                            draft.at() == null ? null : fireAt,
                            draft.before(),
                            draft.after(),
                            ReminderStatus.SCHEDULED,
                            fireAt,
                            null,
                            1),
                        1,
                        now)));
  }

  /** Taken back; nothing changes when it was before. */
  static Decision<ReminderRow> cancel(ReminderRow row) {
    ReminderStatus status = row.reminder().status();
    return switch (status) {
      case SCHEDULED -> new Accepted<>(ReminderStates.cancelled(row));
      case CANCELLED -> new Accepted<>(row);
      case DELIVERED, SUPPRESSED, MISSED, FAILED ->
          new Rejected<>(
              ProblemCode.WRONG_STATE,
              "status",
              "The reminder is " + status.wireName() + "; it is too late to take it back.");
    };
  }

  /**
   * Quiet until later: scheduled anew, whether it is still to come, was delivered or came too late.
   *
   * @param task null: it is gone
   * @param zone the person's
   */
  static Decision<ReminderRow> snooze(
      ReminderRow row, @Nullable Task task, SnoozeDraft draft, ZoneId zone, Instant now) {
    ReminderStatus status = row.reminder().status();
    boolean open =
        task != null && (task.status() == TaskStatus.PENDING || task.status() == TaskStatus.ACTIVE);
    boolean quiet =
        switch (status) {
          case SCHEDULED, DELIVERED, MISSED -> true;
          case SUPPRESSED, CANCELLED, FAILED -> false;
        };
    if (!open || !quiet) {
      return new Rejected<>(
          ProblemCode.WRONG_STATE,
          "status",
          open
              ? "The reminder is " + status.wireName() + "; there is nothing to put off."
              : "There is nothing left to remind of.");
    }
    return until(draft, zone, now).then(at -> new Accepted<>(ReminderStates.movedTo(row, at)));
  }

  private static Decision<Instant> until(SnoozeDraft draft, ZoneId zone, Instant now) {
    String period = draft.period();
    Instant until = draft.until();
    if (period != null && until == null) {
      return Refusals.catching(
          "period",
          () -> {
            Offset offset = Offset.parse(period);
            Instant later = now.atZone(zone).plus(offset.days()).toInstant().plus(offset.time());
            return later.isAfter(now)
                ? new Accepted<>(later)
                : new Rejected<>(
                    ProblemCode.IN_THE_PAST, "period", "A snooze lasts at least a second.");
          });
    }
    if (period == null && until != null) {
      return inRange("until", until)
          .then(good -> toCome(good.truncatedTo(ChronoUnit.MICROS), "until", now));
    }
    return new Rejected<>(
        ProblemCode.AMBIGUOUS_TIME, "until", "A snooze has exactly one of period and until.");
  }

  private static Decision<Instant> fireAt(ReminderDraft draft, Occasion occasion, Instant now) {
    Instant at = draft.at();
    String field = draft.before() == null ? "after" : "before";
    if (Stream.of(at, draft.before(), draft.after()).filter(Objects::nonNull).count() != 1) {
      return new Rejected<>(
          ProblemCode.AMBIGUOUS_TIME, "at", "A reminder has exactly one of at, before and after.");
    }
    if (at != null) {
      return inRange("at", at).then(good -> toCome(good.truncatedTo(ChronoUnit.MICROS), "at", now));
    }
    Due due = occasion.task().due();
    return due == null
        ? new Rejected<>(
            ProblemCode.NO_DUE, field, "The task is not due at any time; say at instead.")
        : Refusals.catching(
            field,
            () ->
                toCome(
                    Objects.requireNonNull(
                        FireTimes.of(due, draft.before(), draft.after(), occasion.dayStart())),
                    field,
                    now));
  }

  private static Decision<Instant> inRange(String field, Instant at) {
    int year = at.atOffset(ZoneOffset.UTC).getYear();
    return year >= 1 && year <= 9999
        ? new Accepted<>(at)
        : new Rejected<>(
            ProblemCode.OUT_OF_RANGE, field, field + " lies within the years 1 to 9999.");
  }

  private static Decision<Instant> toCome(Instant fireAt, String field, Instant now) {
    return fireAt.isBefore(now)
        ? new Rejected<>(
            ProblemCode.IN_THE_PAST,
            field,
            "It would fire at " + fireAt + ", which has passed; it is " + now + ".")
        : new Accepted<>(fireAt);
  }
}
