package dev.punctual.gateway.reminder;

import static dev.punctual.contracts.ReminderStatus.CANCELLED;
import static dev.punctual.contracts.ReminderStatus.SCHEDULED;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Reminder;
import dev.punctual.gateway.change.Conflicts;
import dev.punctual.gateway.change.Recorded;
import dev.punctual.gateway.change.UndoDecider;
import dev.punctual.gateway.change.Undoing;
import dev.punctual.gateway.change.Undoing.BringBack;
import dev.punctual.gateway.change.Undoing.Conflict;
import dev.punctual.gateway.change.Undoing.Nothing;
import dev.punctual.gateway.change.Undoing.Remove;
import dev.punctual.gateway.change.Undoing.Return;
import dev.punctual.gateway.reminder.ReminderStore.Story;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.Owned;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.ReminderRows;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reminders of a change that is undone. Those whose task is undone with them follow it, as they did
 * when it was changed; what somebody has done to them since stays.
 */
public final class ReminderUndo {
  private final Write write;
  private final ZoneId zone;
  private final List<Recorded<Reminder>> following = new ArrayList<>();
  private final Map<ReminderId, ReminderRow> rows = new HashMap<>();
  private final Map<ReminderRow, Reminder> returned = new HashMap<>();

  private ReminderUndo(Write write, ZoneId zone) {
    this.write = write;
    this.zone = zone;
  }

  /** Of which task a reminder is. */
  public static TaskId task(Recorded<Reminder> change) {
    Reminder any = change.before() == null ? change.after() : change.before();
    return Objects.requireNonNull(any).taskId();
  }

  /**
   * Locks, and decides what is to be done.
   *
   * @param zone the person's
   * @param tasks those of the change
   * @param isOpen whether a task is there and open
   * @param conflicts takes what stands in the way
   */
  public static ReminderUndo of(
      Write write,
      ZoneId zone,
      List<Recorded<Reminder>> changes,
      Set<TaskId> tasks,
      Predicate<TaskId> isOpen,
      Conflicts conflicts) {
    ReminderUndo undo = new ReminderUndo(write, zone);
    undo.lock(changes).forEach(row -> undo.rows.put(row.reminder().id(), row));
    for (Recorded<Reminder> change : changes) {
      if (tasks.contains(task(change))) {
        undo.following.add(change);
      } else {
        undo.look(change, isOpen, conflicts);
      }
    }
    return undo;
  }

  /**
   * Writes; after the tasks.
   *
   * @return how many reminders
   */
  public int save() {
    returned.forEach(this::save);
    // Tasks may have moved theirs by now.
    int followed = 0;
    Map<UUID, Recorded<Reminder>> changes =
        following.stream().collect(Collectors.toMap(Recorded::subject, Function.identity()));
    for (ReminderRow row : lock(following)) {
      Recorded<Reminder> change = Objects.requireNonNull(changes.get(row.reminder().id().value()));
      if (follows(change, row)) {
        save(row, Objects.requireNonNull(change.before()));
        followed++;
      }
    }
    return returned.size() + followed;
  }

  private void look(Recorded<Reminder> change, Predicate<TaskId> isOpen, Conflicts conflicts) {
    ReminderRow row = rows.get(new ReminderId(change.subject()));
    if (row == null) {
      conflicts.add("reminders", change.subject(), new Conflict<>(Set.of()));
      return;
    }
    boolean takenBack = change.before() == null && row.reminder().status() == CANCELLED;
    Undoing<Reminder> undoing =
        takenBack
            ? new Nothing<>()
            : UndoDecider.decide(change, row.reminder(), Set.of(), Reminder.class);
    switch (undoing) {
      case Nothing<Reminder> nothing -> {}
      case BringBack<Reminder> nothing -> {}
      case Remove<Reminder> remove -> returned.put(row, ReminderStates.cancelled(row).reminder());
      case Return<Reminder>(Reminder is, Reminder wanted) -> {
        if (wanted.status() == SCHEDULED && !isOpen.test(wanted.taskId())) {
          conflicts.add("reminders", change.subject(), "taskId", "Its task is not open.");
        }
        returned.put(row, wanted);
      }
      case Conflict<Reminder> conflict -> conflicts.add("reminders", change.subject(), conflict);
    }
  }

  /** Whether it was left alone since the change, and is not yet what it was before. */
  private boolean follows(Recorded<Reminder> change, ReminderRow now) {
    ReminderRow row = rows.get(now.reminder().id());
    return change.before() != null
        && row != null
        && isSame(row.reminder(), change.after())
        && !isSame(now.reminder(), change.before());
  }

  private static boolean isSame(Reminder one, @Nullable Reminder other) {
    return other != null && one.status() == other.status() && one.fireAt().equals(other.fireAt());
  }

  private void save(ReminderRow row, Reminder wanted) {
    ReminderStore.update(write, row, ReminderStates.as(row, wanted), zone, Story.UNDONE);
  }

  private List<ReminderRow> lock(List<Recorded<Reminder>> changes) {
    return ReminderRows.lock(
        write.connection(),
        changes.stream()
            .map(change -> new Owned<>(write.user(), new ReminderId(change.subject())))
            .toList());
  }
}
