package dev.punctual.gateway.task;

import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.http.Answers;
import dev.punctual.gateway.http.MergePatch;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.write.Write;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The commands of tasks within a write: what REST and the assistant share. Each refuses what cannot
 * be granted ({@link Refused}); a version that {@code ifMatch} does not name is such a thing.
 */
@Singleton
public final class Tasks {
  private final OccurrenceWatch watch;

  Tasks(OccurrenceWatch watch) {
    this.watch = watch;
  }

  /**
   * Creates a task.
   *
   * @param zone the person's own
   */
  public Task create(Write write, ZoneId zone, TaskDraft draft) {
    TaskId id = new TaskId(Uuid7.next());
    Task task = TaskDecider.decide(new TaskCommand.Create(id, draft, zone), write.now()).orRefuse();
    TaskStore.create(write, task);
    return task;
  }

  /**
   * Edits a task; what the patch does not name stays.
   *
   * @param zone the person's own
   */
  public Task edit(
      Write write, ZoneId zone, TaskId id, MergePatch patch, @Nullable String ifMatch) {
    return apply(
        write,
        id,
        ifMatch,
        task ->
            new TaskCommand.Edit(task, TaskDraft.patched(task, patch), patch.names("due"), zone));
  }

  public Task complete(Write write, TaskId id, @Nullable String ifMatch) {
    return apply(write, id, ifMatch, TaskCommand.Complete::new);
  }

  public Task reopen(Write write, TaskId id, @Nullable String ifMatch) {
    return apply(write, id, ifMatch, TaskCommand.Reopen::new);
  }

  /** Moves a task to the trash and cancels its reminders. */
  public Task delete(Write write, TaskId id, @Nullable String ifMatch) {
    Task task = lock(write, id);
    Answers.requireMatch(ifMatch, task, task.version());
    TaskStore.delete(write, task);
    watch.changed(write, task, null);
    return task;
  }

  /** Takes a task out of the trash, with its reminders that are still to come. */
  public Task restore(Write write, TaskId id, @Nullable String ifMatch) {
    watch.before(write, Trash.find(write.connection(), write.user(), id));
    Task task = Trash.lock(write, id);
    Answers.requireMatch(ifMatch, task, task.version());
    Task back = Trash.restore(write, task);
    watch.changed(write, null, back);
    return back;
  }

  private Task apply(
      Write write, TaskId id, @Nullable String ifMatch, Function<Task, TaskCommand> command) {
    Task before = lock(write, id);
    Answers.requireMatch(ifMatch, before, before.version());
    Task after = TaskDecider.decide(command.apply(before), write.now()).orRefuse();
    TaskStore.update(write, before, after);
    watch.changed(write, before, after);
    return after;
  }

  private Task lock(Write write, TaskId id) {
    return TaskLock.lock(write, id, watch);
  }
}
