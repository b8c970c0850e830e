package dev.punctual.gateway.reminder;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.ReminderStep;
import dev.punctual.contracts.event.ReminderEvent.ReminderCancelled;
import dev.punctual.contracts.event.ReminderEvent.ReminderScheduled;
import dev.punctual.contracts.event.UpdateEvent.ReminderChanged;
import dev.punctual.gateway.http.NewestFirst;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.PageRequest;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.Change;
import dev.punctual.store.Owned;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.ReminderRows;
import dev.punctual.store.ReminderSteps;
import dev.punctual.store.TimerKind;
import java.sql.Connection;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loads reminders and saves what was decided, with timers and events. */
final class ReminderStore {
  private ReminderStore() {}

  static Page<Reminder> list(
      Connection connection,
      UserId user,
      PageRequest page,
      @Nullable TaskId task,
      @Nullable ReminderStatus status) {
    List<ReminderRow> rows =
        NewestFirst.of("SELECT r.* FROM reminder r", "r", user)
            .whereEqual("task_id", task)
            .whereEqual("status", status)
            .rows(connection, page, ReminderRows::read);
    return page.page(
        rows,
        ReminderRow::reminder,
        row -> new PageRequest.Key(row.createdAt(), row.reminder().id().value()));
  }

  /**
   * A person's reminder.
   *
   * @throws Refused when there is none
   */
  static Reminder find(Connection connection, UserId user, ReminderId id) {
    return ReminderRows.find(connection, List.of(new Owned<>(user, id))).stream()
        .findFirst()
        .orElseThrow(Refused::notFound)
        .reminder();
  }

  /**
   * A person's reminder, locked until the write ends.
   *
   * @throws Refused when there is none
   */
  static ReminderRow lock(Write write, ReminderId id) {
    return ReminderRows.lock(write.connection(), List.of(new Owned<>(write.user(), id))).stream()
        .findFirst()
        .orElseThrow(Refused::notFound);
  }

  static void create(Write write, ReminderRow row) {
    ReminderRows.insert(write.connection(), List.of(row));
    note(write, null, row);
  }

  /**
   * Nothing when both are the same.
   *
   * @param zone in which its local time is told
   */
  static void update(Write write, ReminderRow before, ReminderRow after, ZoneId zone, Story story) {
    if (after.equals(before)) {
      return;
    }
    ReminderRows.update(write.connection(), List.of(after));
    boolean armed = after.reminder().status() == ReminderStatus.SCHEDULED;
    ReminderSteps.insert(
        write.connection(),
        List.of(
            new ReminderSteps.Row(
                after.key(),
                new ReminderStep(
                    write.now(),
                    armed ? ReminderStep.What.ARMED : ReminderStep.What.CANCELLED,
                    armed ? after.reminder().fireAt() : null,
                    null,
                    armed ? zone : null,
                    story.by(),
                    null,
                    story.result(),
                    null))));
    note(write, before.reminder(), after);
  }

  /** What a write does to a reminder, in its story. */
  enum Story {
    SNOOZED("person", "snoozed"),
    TAKEN_BACK("person", "taken back"),
    MOVED("task", "moved"),
    DUE_GONE("task", "the due is gone"),
    TASK_GONE("task", "the task is gone"),
    TASK_BACK("task", "the task is back"),
    UNDONE("person", "undone");

    private final String by;
    private final String result;

    Story(String by, String result) {
      this.by = by;
      this.result = result;
    }

    String by() {
      return by;
    }

    String result() {
      return result;
    }
  }

  static void note(Write write, @Nullable Reminder before, ReminderRow row) {
    Reminder after = row.reminder();
    write.changed(Change.Kind.REMINDER, after.id(), before, after);
    if (after.status() == ReminderStatus.SCHEDULED) {
      write.setTimer(row.timer());
      write.emit(new ReminderScheduled(write.user(), after));
    } else {
      write.removeTimer(TimerKind.REMINDER, after.id());
      write.emit(new ReminderCancelled(write.user(), after));
    }
    write.emit(new ReminderChanged(write.user(), after.id(), after));
  }
}
