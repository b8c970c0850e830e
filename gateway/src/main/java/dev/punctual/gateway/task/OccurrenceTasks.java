package dev.punctual.gateway.task;

import dev.punctual.calendar.LocalStart;
import dev.punctual.contracts.Due;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.OccurrenceKey;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.event.UpdateEvent.TaskInstanceCreated;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Refusals;
import dev.punctual.gateway.http.MergePatch;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.reminder.TaskReminders;
import dev.punctual.gateway.write.Tags;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.Change;
import dev.punctual.store.Sql;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import java.sql.Connection;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tasks as the occurrences of a series that is locked already. What is in the trash is absent, but
 * where it says otherwise.
 */
public final class OccurrenceTasks {
  /** So many tasks follow a series at once; a series has seldom more than one that is open. */
  private static final int MAX_AT_ONCE = 1_000;

  private static final List<String> WORDS = List.of("title", "notes", "tags", "priority");

  private OccurrenceTasks() {}

  /** The task of an occurrence, the trash included, locked until the write ends. */
  public static Optional<TaskRow> lock(Write write, SeriesId series, String occurrence) {
    return Sql.one(
        write.connection(),
        TaskRows.SELECT + "WHERE t.user_id = ? AND t.occurrence_key = ? FOR UPDATE",
        TaskRows::read,
        write.user(),
        OccurrenceKey.of(write.user(), series, occurrence));
  }

  /**
   * Those that are open or were brought forward, in the order of their ids, locked until the write
   * ends.
   *
   * @param from the first that counts; null: all
   * @param last the last that the series has decided by itself; null: none
   * @throws Refused when there are more than follow a series at once: rather nothing than a part
   */
  public static List<Task> lockLive(
      Write write, SeriesId series, @Nullable String from, @Nullable String last) {
    List<TaskRow> rows =
        Sql.list(
            write.connection(),
            TaskRows.SELECT
                + "WHERE t.user_id = ? AND t.series_id = ? AND t.deleted_at IS NULL"
                + " AND occurrence >= coalesce(?, '')"
                + " AND (status IN ('pending', 'active') OR occurrence > coalesce(?, ''))"
                + " ORDER BY id LIMIT ? FOR UPDATE",
            TaskRows::read,
            write.user(),
            series,
            from,
            last,
            MAX_AT_ONCE + 1);
    if (rows.size() > MAX_AT_ONCE) {
      throw new Refused(
          ProblemCode.TOO_MANY,
          "scope",
          "More than " + MAX_AT_ONCE + " of its tasks are open. Complete or delete some first.");
    }
    return rows.stream().map(TaskRow::task).toList();
  }

  /** Whether a series has an open task other than this one. */
  public static boolean hasOtherOpen(Write write, SeriesId series, TaskId but) {
    return Sql.one(
            write.connection(),
            "SELECT EXISTS (SELECT FROM task WHERE user_id = ? AND series_id = ? AND id <> ?"
                + " AND status IN ('pending', 'active') AND deleted_at IS NULL) AS there",
            row -> row.flag("there"),
            write.user(),
            series,
            but)
        .orElseThrow();
  }

  /** Whether a series has tasks other than these. */
  public static boolean hasOthers(Write write, SeriesId series, Set<TaskId> but) {
    return Sql.one(
            write.connection(),
            "SELECT EXISTS (SELECT FROM task WHERE user_id = ? AND series_id = ?"
                + " AND id <> ALL (?::uuid[]) AND deleted_at IS NULL) AS there",
            row -> row.flag("there"),
            write.user(),
            series,
            but)
        .orElseThrow();
  }

  /**
   * By their occurrence, in its order.
   *
   * @param from inclusive
   * @param to exclusive
   */
  public static TreeMap<String, Task> within(
      Connection connection, UserId user, SeriesId series, String from, String to, int limit) {
    TreeMap<String, Task> tasks = new TreeMap<>();
    Sql.list(
            connection,
            TaskRows.SELECT
                + "WHERE t.user_id = ? AND t.series_id = ? AND t.deleted_at IS NULL"
                + " AND occurrence >= ? AND occurrence < ? ORDER BY occurrence LIMIT ?",
            TaskRows::read,
            user,
            series,
            from,
            to,
            limit)
        .forEach(row -> tasks.put(Objects.requireNonNull(row.task().occurrence()), row.task()));
    return tasks;
  }

  /** Brings an occurrence into being before its time, or skips it. */
  public static void make(Write write, Task task, List<Reminder> reminders) {
    Tags.ensure(write, task.tags());
    TaskRows.insert(write.connection(), List.of(new TaskRow(write.user(), task, null)));
    TaskStore.setOverdueTimer(write, null, task);
    write.changed(Change.Kind.TASK, task.id(), null, task);
    write.emit(new TaskInstanceCreated(write.user(), task));
    if (TaskDecider.isOpen(task.status())) {
      TaskReminders.begin(write, task, reminders);
    }
  }

  /**
   * A task as a patch for one occurrence leaves it; equal to what it was when nothing changes.
   *
   * @param person the person's own zone
   */
  public static Decision<Task> edited(Task task, MergePatch patch, ZoneId person, Write write) {
    OccurrenceDraft said = patch.applyTo(OccurrenceDraft.of(task, task.due()));
    boolean moves = patch.names("start") || patch.names("zone");
    return Refusals.catching("start", () -> new Accepted<>(said.words(due(task, said, moves))))
        .then(
            words ->
                skippedOrNot(task, said.status(), write)
                    .then(
                        from ->
                            TaskDecider.decide(
                                new TaskCommand.Edit(from, words, moves, person), write.now())))
        .then(after -> new Accepted<>(oneOn(task, after)));
  }

  private static Decision<Task> skippedOrNot(Task task, @Nullable TaskStatus status, Write write) {
    if (status == TaskStatus.SKIPPED) {
      return TaskDecider.decide(new TaskCommand.Skip(task), write.now());
    }
    return status == TaskStatus.PENDING && task.status() == TaskStatus.SKIPPED
        ? TaskDecider.decide(new TaskCommand.Reopen(task), write.now())
        : new Accepted<>(task);
  }

  /** A write is one version, however many things it does. */
  private static Task oneOn(Task before, Task after) {
    return after.version() > before.version() ? versioned(after, before.version() + 1) : before;
  }

  /** A task that nobody has seen yet, in its first version. */
  public static Task first(Task task) {
    return versioned(task, 1);
  }

  private static Task versioned(Task task, int version) {
    return TaskDecider.reassigned(
        task,
        Objects.requireNonNull(task.seriesId()),
        Objects.requireNonNull(task.occurrence()),
        task.due(),
        version);
  }

  /** A task with the words that a patch for its series names, and no others. */
  public static Decision<Task> reworded(Task task, MergePatch patch, Write write) {
    Map<String, @Nullable Object> words = new TreeMap<>();
    WORDS.stream().filter(patch::names).forEach(word -> words.put(word, patch.fields().get(word)));
    return TaskDecider.decide(
        new TaskCommand.Edit(
            task,
            new MergePatch(words).applyTo(TaskDraft.of(task)),
            false,
            task.due() == null ? ZoneId.of("UTC") : task.due().zone()),
        write.now());
  }

  /**
   * A task as an occurrence of this series, due at another time; one version on from what it was,
   * where anything has changed.
   *
   * @param before as it was before this write
   */
  public static Task moved(
      Task before, Task task, SeriesId series, String occurrence, @Nullable Due due) {
    Task moved = TaskDecider.reassigned(task, series, occurrence, due, before.version());
    boolean same =
        task.equals(before)
            && TaskDecider.reassigned(before, series, occurrence, due, before.version())
                .equals(before);
    return same ? before : versioned(moved, before.version() + 1);
  }

  /** Saves tasks as they are by now; nothing for those that are what they were. */
  public static void update(Write write, Map<Task, Task> tasks) {
    TaskRows.reassign(
        write.connection(),
        tasks.values().stream().map(task -> new TaskRow(write.user(), task, null)).toList());
    tasks.forEach((before, after) -> TaskStore.update(write, before, after));
  }

  /** Lets go of the occurrences of tasks in the trash: their series may make them again. */
  static void release(Write write, List<TaskId> tasks) {
    if (!tasks.isEmpty()) {
      Sql.execute(
          write.connection(),
          "UPDATE task SET series_id = NULL, occurrence = NULL, occurrence_key = NULL,"
              + " status = CASE status WHEN 'skipped' THEN 'cancelled' ELSE status END"
              + " WHERE user_id = ? AND id = ANY (?) AND series_id IS NOT NULL"
              + " AND deleted_at IS NOT NULL",
          write.user(),
          tasks);
    }
  }

  /** To the trash. */
  public static void delete(Write write, Task task) {
    TaskStore.delete(write, task);
  }

  private static @Nullable DueDraft due(Task task, OccurrenceDraft said, boolean moves) {
    if (!moves) {
      return DueDraft.of(task.due());
    }
    return switch (LocalStart.parse(said.start())) {
      case LocalStart.At at -> new DueDraft(at.time(), null, said.zone(), null);
      case LocalStart.On on -> new DueDraft(null, on.date(), said.zone(), null);
    };
  }
}
