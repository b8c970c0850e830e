package dev.punctual.gateway.assistant.language.meaning;

import dev.punctual.contracts.Series.RelativeReminder;
import dev.punctual.gateway.series.SeriesDraft;
import dev.punctual.gateway.task.TaskDraft;
import java.util.List;

/** What a sentence asks to be added. */
public sealed interface Addition {

  /**
   * A task.
   *
   * @param reminders counted from its due
   * @param remark what was taken as said, for the person to know; empty: nothing
   */
  record OneTask(TaskDraft task, List<RelativeReminder> reminders, String remark)
      implements Addition {
    public OneTask {
      reminders = List.copyOf(reminders);
    }
  }

  /** A recurring task, as {@link OneTask}. */
  record Recurring(SeriesDraft series, String remark) implements Addition {}

  /** It is not clear yet. */
  record Unsure(Doubt doubt) implements Addition {}
}
