package dev.punctual.gateway.interchange;

import dev.punctual.gateway.reminder.ImportedReminders;
import dev.punctual.gateway.series.SeriesStory;
import dev.punctual.gateway.task.TaskStory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A thing of a file as it is going to be kept. */
sealed interface Item {

  /** What it was read from, to tell of what is lost. */
  Origin origin();

  /**
   * Where something comes from.
   *
   * @param uid by which it is known again
   */
  record Origin(String uid, String title) {
    Losses.Loss loss(String property, String value, String kept) {
      return new Losses.Loss(title, uid, property, value, kept);
    }
  }

  /**
   * A task that is no occurrence.
   *
   * @param deletedAt when it went to the trash; null: it did not
   */
  record OfTask(
      Origin origin,
      TaskStory story,
      List<ImportedReminders.Story> reminders,
      @Nullable Instant deletedAt)
      implements Item {}

  /**
   * A series.
   *
   * @param once the task that is kept where the rule cannot be
   */
  record OfSeries(Origin origin, SeriesStory story, OfTask once) implements Item {}

  /**
   * An occurrence that differs from what its series says.
   *
   * @param id when it occurs by the rule
   * @param task as it would be kept without its series
   */
  record OfOccurrence(Origin origin, When id, OfTask task) implements Item {}
}
