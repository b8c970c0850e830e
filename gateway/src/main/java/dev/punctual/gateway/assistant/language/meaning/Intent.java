package dev.punctual.gateway.assistant.language.meaning;

import dev.punctual.contracts.Priority;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sentence asks for, in fields that pass through the same parsers as the form. */
public sealed interface Intent {

  /** Something new. */
  record Add(Addition addition) implements Intent {}

  record SetPriority(Reference what, Priority priority) implements Intent {}

  record AddTags(Reference what, List<String> tags) implements Intent {
    public AddTags {
      tags = List.copyOf(tags);
    }
  }

  /**
   * Without some tags.
   *
   * @param tags empty: without any
   */
  record RemoveTags(Reference what, List<String> tags) implements Intent {
    public RemoveTags {
      tags = List.copyOf(tags);
    }
  }

  record Rename(Reference what, String title) implements Intent {}

  /** More lines of notes. */
  record Note(Reference what, String text) implements Intent {}

  /** It is due at no time any more. */
  record Unset(Reference what) implements Intent {}

  /**
   * A series comes in another rhythm.
   *
   * @param start the first occurrence that is still to come
   * @param timed whether the words say at what time of day
   */
  record Rerule(Reference what, String start, String rule, boolean timed) implements Intent {}

  /** To another day, another time of the same day, or both: what was not said stays. */
  record Move(Reference what, When when) implements Intent {}

  record Postpone(Reference what, Length by) implements Intent {}

  /**
   * Another time for what was spoken of last.
   *
   * @param words which say it
   */
  record Correct(When when, String words) implements Intent {}

  record Complete(Reference what) implements Intent {}

  record Reopen(Reference what) implements Intent {}

  record Delete(Reference what) implements Intent {}

  /** Out of the trash. */
  record Restore(Reference what) implements Intent {}

  record Find(Wanted wanted) implements Intent {}

  /** What was deleted. */
  record Trash() implements Intent {}

  /** What became overdue, and which reminders came too late. */
  record Missed() implements Intent {}

  /**
   * Why a reminder came.
   *
   * @param what null: the last one
   */
  record Why(@Nullable Reference what) implements Intent {}

  /** A reminder, this long before it is due. */
  record RemindBefore(Reference what, Length before) implements Intent {}

  /** Which reminders are still to come. */
  record Reminders() implements Intent {}

  record CancelReminders(Reference what) implements Intent {}

  /**
   * The last reminder again, later.
   *
   * @param what null: the last one told
   * @param by null: {@code until} says it
   */
  record Snooze(@Nullable Reference what, @Nullable Length by, When until) implements Intent {}

  record Pause(Reference what) implements Intent {}

  record Resume(Reference what) implements Intent {}

  /** Ends a series, or gives up a task. */
  record Stop(Reference what) implements Intent {}

  /**
   * One occurrence of a series is left out.
   *
   * @param day null: the next one
   */
  record Skip(Reference what, @Nullable LocalDate day) implements Intent {}

  record Undo() implements Intent {}

  record Help() implements Intent {}

  /** What day and what time it is. */
  record Now() implements Intent {}

  /** Thanks. */
  record Thanks() implements Intent {}

  /** Yes, to what was asked. */
  record Agree() implements Intent {}

  /** No, to what was asked. */
  record Decline() implements Intent {}

  /**
   * What is asked for is not there.
   *
   * @param reply says so, and what is there instead
   */
  record Unable(String reply) implements Intent {}

  /** It is not clear yet. */
  record Ask(Doubt doubt) implements Intent {}

  /** Nothing was understood; it may be the title of a task. */
  record Offer(String title) implements Intent {}
}
