package dev.punctual.recurring;

import dev.punctual.store.ReminderRow;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows.Made;
import java.util.List;

/** What becomes of a series that was said to be due. */
sealed interface Advance {

  /**
   * Nothing: the event is older than the series, or the series does not run. The timer stays as it
   * is.
   */
  record Ignored(String why) implements Advance {}

  /**
   * It moves on.
   *
   * @param series as it is then; its next timer follows from it
   * @param tasks the occurrences that were made or skipped, in their order
   * @param reminders those of the tasks that were made
   * @param made what has become of its occurrences by then
   */
  record Moved(SeriesRow series, List<TaskRow> tasks, List<ReminderRow> reminders, Made made)
      implements Advance {
    public Moved {
      tasks = List.copyOf(tasks);
      reminders = List.copyOf(reminders);
    }
  }
}
