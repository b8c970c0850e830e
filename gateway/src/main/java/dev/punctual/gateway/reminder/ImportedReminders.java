package dev.punctual.gateway.reminder;

import dev.punctual.contracts.Due;
import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.ReminderRows;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reminders that come from a file, many at a time. */
public final class ImportedReminders {
  private ImportedReminders() {}

  /**
   * A reminder as a file tells of it: exactly one of the first three is given.
   *
   * @param snoozedTo when it fires in place of what the others say; null: it was not put off
   */
  public record Story(
      @Nullable Instant at,
      @Nullable String before,
      @Nullable String after,
      @Nullable Instant snoozedTo) {}

  /**
   * The reminder that a story tells of.
   *
   * @param occasion the task, with how many it has by now
   */
  public static Decision<ReminderRow> decide(
      UserId user, ReminderId id, Story story, Occasion occasion, Instant now) {
    TaskId task = occasion.task().id();
    Instant snoozedTo = story.snoozedTo();
    boolean snoozed = snoozedTo != null && snoozedTo.isAfter(now);
    ReminderDraft draft =
        snoozed
            ? new ReminderDraft(task, snoozedTo, null, null)
            : new ReminderDraft(task, story.at(), story.before(), story.after());
    return ReminderDecider.create(user, id, draft, occasion, now)
        .then(row -> new Accepted<>(snoozed ? told(row, story) : row));
  }

  /** What it was before it was put off, so that it still follows its task. */
  private static ReminderRow told(ReminderRow row, Story story) {
    Reminder reminder = row.reminder();
    return new ReminderRow(
        row.user(),
        new Reminder(
            reminder.id(),
            reminder.taskId(),
            story.at(),
            story.before(),
            story.after(),
            ReminderStatus.SCHEDULED,
            reminder.fireAt(),
            null,
            1),
        row.revision(),
        row.createdAt());
  }

  /** Saves new reminders, with what follows from each. */
  public static void create(Write write, List<ReminderRow> rows) {
    ReminderRows.insert(write.connection(), rows);
    rows.forEach(row -> ReminderStore.note(write, null, row));
  }

  /**
   * Whether a reminder fires at another moment than it would by its words alone.
   *
   * @param dayStart the time of day from which a date counts for the person
   */
  public static boolean isSnoozed(Reminder reminder, Task task, LocalTime dayStart) {
    Instant at = reminder.at();
    if (at != null) {
      return !at.equals(reminder.fireAt());
    }
    Due due = task.due();
    return due != null
        && !reminder
            .fireAt()
            .equals(FireTimes.of(due, reminder.before(), reminder.after(), dayStart));
  }
}
