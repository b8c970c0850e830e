package dev.punctual.gateway.task;

import dev.punctual.contracts.Due;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.event.UpdateEvent.TaskInstanceCreated;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Wording;
import dev.punctual.gateway.write.Tags;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.Change;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tasks that come from a file, many at a time. */
public final class ImportedTasks {
  private ImportedTasks() {}

  /** Of which series a task is which occurrence. */
  public record Place(SeriesId series, String occurrence) {}

  /**
   * The task that a story tells of.
   *
   * @param place null: it is no occurrence
   * @param person the person's zone, for a due that names none
   */
  public static Decision<Task> decide(
      TaskId id, TaskStory story, @Nullable Place place, ZoneId person, Instant now) {
    Decision<Optional<Due>> due =
        story.due() == null
            ? new Accepted<>(Optional.empty())
            : Dues.decide(story.due(), person).then(when -> new Accepted<>(Optional.of(when)));
    return Wording.of(story.title(), story.notes(), story.tags())
        .then(
            words ->
                due.then(
                    when -> new Accepted<>(task(id, story, words, when.orElse(null), place, now))));
  }

  private static Task task(
      TaskId id,
      TaskStory story,
      Wording words,
      @Nullable Due due,
      @Nullable Place place,
      Instant now) {
    Instant told = story.completedAt();
    Instant completedAt =
        story.status() == TaskStatus.COMPLETED && (told == null || told.isAfter(now)) ? now : told;
    return new Task(
        id,
        words.title(),
        words.notes(),
        place == null && story.status() == TaskStatus.SKIPPED
            ? TaskStatus.CANCELLED
            : story.status(),
        story.priority(),
        words.tags(),
        due,
        place == null ? null : place.series(),
        place == null ? null : place.occurrence(),
        story.createdAt().isAfter(now) ? now : story.createdAt(),
        now,
        story.status().isOpen() ? null : completedAt,
        1);
  }

  /**
   * Saves tasks that were deleted where they come from. Nothing follows from them, and no change
   * holds them: to undo the import leaves them where they are.
   *
   * @param tasks each with when it was deleted
   */
  public static void createInTrash(Write write, Map<Task, Instant> tasks) {
    TaskRows.insert(
        write.connection(),
        tasks.entrySet().stream()
            .map(entry -> new TaskRow(write.user(), entry.getKey(), entry.getValue()))
            .toList());
  }

  /** Saves new tasks, with what follows from each. */
  public static void create(Write write, List<Task> tasks) {
    Tags.ensure(write, tasks.stream().flatMap(task -> task.tags().stream()).distinct().toList());
    TaskRows.insert(
        write.connection(),
        tasks.stream().map(task -> new TaskRow(write.user(), task, null)).toList());
    for (Task task : tasks) {
      TaskStore.setOverdueTimer(write, null, task);
      write.changed(Change.Kind.TASK, task.id(), null, task);
      if (task.seriesId() == null) {
        TaskConsequences.created(write.user(), task).forEach(write::emit);
      } else {
        write.emit(new TaskInstanceCreated(write.user(), task));
      }
    }
  }
}
