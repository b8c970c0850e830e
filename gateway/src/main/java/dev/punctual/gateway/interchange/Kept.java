package dev.punctual.gateway.interchange;

import dev.punctual.calendar.LocalStart;
import dev.punctual.calendar.RuleRefused;
import dev.punctual.contracts.Due;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.gateway.interchange.Item.Origin;
import dev.punctual.gateway.reminder.ImportedReminders;
import dev.punctual.gateway.series.SeriesDraft;
import dev.punctual.gateway.series.SeriesStory;
import dev.punctual.gateway.task.DueDraft;
import dev.punctual.gateway.task.TaskStory;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Series and tasks as {@code export.json} holds them, and what an import makes of them. */
sealed interface Kept {

  /** Whether it is brought after the series. */
  boolean isOccurrence();

  /**
   * What it is to become.
   *
   * @param dayStart from when a date counted where it was kept
   */
  Item item(Instant now, LocalTime dayStart);

  /**
   * A series.
   *
   * @param uid by which a calendar file knows it
   * @param lastOccurrence the last one decided; null: none
   * @param doneAt of one that repeats from completion, when its last occurrence was done
   */
  record OfSeries(
      String uid, Series series, @Nullable String lastOccurrence, @Nullable Instant doneAt)
      implements Kept {
    @Override
    public boolean isOccurrence() {
      return false;
    }

    @Override
    public Item item(Instant now, LocalTime dayStart) {
      Origin origin = new Origin(Uids.kept(uid), series.title());
      Instant createdAt = past(series.createdAt(), now).orElse(now);
      SeriesStory story =
          new SeriesStory(
              SeriesDraft.of(series),
              series.status(),
              last(),
              past(doneAt, now).orElse(null),
              createdAt);
      TaskStory once =
          new TaskStory(
              series.title(),
              series.notes(),
              TaskStatus.PENDING,
              series.priority(),
              series.tags(),
              start(),
              createdAt,
              null);
      return new Item.OfSeries(origin, story, new Item.OfTask(origin, once, List.of(), null));
    }

    /** In the form of the start, or none. */
    private @Nullable String last() {
      try {
        return lastOccurrence == null
                || (lastOccurrence.length() == LENGTH_OF_DATE)
                    != (series.start().length() == LENGTH_OF_DATE)
            ? null
            : Places.identity(lastOccurrence);
      } catch (RuleRefused e) {
        return null;
      }
    }

    private @Nullable DueDraft start() {
      try {
        return switch (LocalStart.parse(series.start())) {
          case LocalStart.At at -> new DueDraft(at.time(), null, series.zone(), null);
          case LocalStart.On on -> new DueDraft(null, on.date(), series.zone(), null);
        };
      } catch (RuleRefused e) {
        return null;
      }
    }
  }

  /**
   * A task.
   *
   * @param uid by which a calendar file knows it
   * @param seriesUid of the series that it is an occurrence of; null: of none, or it is gone
   * @param reminders those that are over, too
   * @param deletedAt when it went to the trash; null: it did not
   */
  record OfTask(
      String uid,
      @Nullable String seriesUid,
      Task task,
      List<Reminder> reminders,
      @Nullable Instant deletedAt)
      implements Kept {
    public OfTask {
      reminders = List.copyOf(reminders);
    }

    @Override
    public boolean isOccurrence() {
      return seriesUid != null && task.occurrence() != null;
    }

    @Override
    public Item item(Instant now, LocalTime dayStart) {
      Origin own = new Origin(Uids.kept(uid), task.title());
      TaskStory story =
          new TaskStory(
              task.title(),
              task.notes(),
              task.status(),
              task.priority(),
              task.tags(),
              due(task.due()),
              past(task.createdAt(), now).orElse(now),
              past(task.completedAt(), now).orElse(null));
      List<ImportedReminders.Story> stories =
          reminders.stream()
              .filter(reminder -> reminder.status() == ReminderStatus.SCHEDULED)
              .map(
                  reminder ->
                      new ImportedReminders.Story(
                          reminder.at(),
                          reminder.before(),
                          reminder.after(),
                          ImportedReminders.isSnoozed(reminder, task, dayStart)
                              ? reminder.fireAt()
                              : null))
              .toList();
      Instant deleted = deletedAt == null ? null : past(deletedAt, now).orElse(now);
      String series = seriesUid;
      String occurrence = task.occurrence();
      if (series == null || occurrence == null) {
        return new Item.OfTask(own, story, stories, deleted);
      }
      Origin origin = new Origin(Uids.kept(series), task.title());
      return place(occurrence)
          .<Item>map(
              when ->
                  new Item.OfOccurrence(
                      origin, when, new Item.OfTask(origin, story, stories, deleted)))
          .orElseGet(() -> new Item.OfTask(own, story, stories, deleted));
    }

    private static Optional<When> place(String occurrence) {
      try {
        return Optional.of(
            switch (LocalStart.parse(occurrence)) {
              case LocalStart.At at -> new When(null, at.time(), null);
              case LocalStart.On on -> new When(on.date(), null, null);
            });
      } catch (RuleRefused e) {
        return Optional.empty();
      }
    }

    private static @Nullable DueDraft due(@Nullable Due due) {
      if (due == null || due.date() != null) {
        return due == null ? null : new DueDraft(null, due.date(), due.zone().getId(), null);
      }
      // The second of two times of the same name can be told by its instant alone.
      return LocalDateTime.ofInstant(due.at(), due.zone()).equals(due.local())
          ? new DueDraft(null, null, due.zone().getId(), due.at())
          : new DueDraft(due.local(), null, due.zone().getId(), null);
    }
  }

  /** Of a local date, such as 2026-11-27. */
  int LENGTH_OF_DATE = 10;

  /** A moment that may have been; empty for one that cannot. */
  private static Optional<Instant> past(@Nullable Instant told, Instant now) {
    return Optional.ofNullable(told).filter(at -> !at.isBefore(Instant.EPOCH) && !at.isAfter(now));
  }
}
