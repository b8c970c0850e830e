package dev.punctual.gateway.interchange;

import dev.punctual.calendar.LocalStart;
import dev.punctual.contracts.Id;
import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.LocalClock;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.reminder.ImportedReminders;
import dev.punctual.gateway.reminder.Occasion;
import dev.punctual.gateway.series.ImportedSeries;
import dev.punctual.gateway.task.ImportedTasks;
import dev.punctual.gateway.task.ImportedTasks.Place;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.SeriesRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is saved in one transaction: decided purely, from items that are new. */
final class Portion {
  private final UserId user;
  private final LocalClock person;
  private final Instant now;
  private final Losses losses;
  private final Counts counts;
  private final List<Task> tasks = new ArrayList<>();
  private final Map<Task, Instant> trash = new LinkedHashMap<>();
  private final List<SeriesRow> series = new ArrayList<>();
  private final List<ReminderRow> reminders = new ArrayList<>();
  private final Map<Id, String> taskUids = new LinkedHashMap<>();
  private final Map<Id, String> seriesUids = new LinkedHashMap<>();

  Portion(UserId user, LocalClock person, Instant now, Losses losses, Counts counts) {
    this.user = user;
    this.person = person;
    this.now = now;
    this.losses = losses;
    this.counts = counts;
  }

  /** A task of its own, known by this UID from now on. */
  void add(Item.OfTask item, String uid) {
    decided(item, null)
        .ifPresent(
            task -> {
              taskUids.put(task.id(), uid);
              counts.tasks++;
            });
  }

  /** A series; empty: a task is kept in its place, or nothing. */
  Optional<SeriesRow> add(Item.OfSeries item) {
    Decision<SeriesRow> decision =
        ImportedSeries.decide(user, new SeriesId(Uuid7.next()), item.story(), person, now);
    return switch (decision) {
      case Accepted<SeriesRow>(SeriesRow row) -> {
        series.add(row);
        seriesUids.put(row.series().id(), item.origin().uid());
        counts.series++;
        yield Optional.of(row);
      }
      case Rejected<SeriesRow> rejected -> {
        lose(item, rejected, "a task that is due once");
        add(item.once(), item.origin().uid());
        yield Optional.empty();
      }
    };
  }

  /** An occurrence's task; empty: it has no place in its series. */
  Optional<Task> decide(Item.OfOccurrence item, KnownUids.Master master) {
    return place(item, master).flatMap(place -> task(item.task(), place));
  }

  /** An occurrence that was decided before. */
  void add(Item.OfOccurrence item, Task task) {
    keep(item.task(), task);
    counts.occurrences++;
  }

  private Optional<Task> decided(Item.OfTask item, @Nullable Place place) {
    Optional<Task> task = task(item, place);
    task.ifPresent(kept -> keep(item, kept));
    return task;
  }

  private Optional<Task> task(Item.OfTask item, @Nullable Place place) {
    return switch (ImportedTasks.decide(
        new TaskId(Uuid7.next()), item.story(), place, person.zone(), now)) {
      case Accepted<Task>(Task task) -> Optional.of(task);
      case Rejected<Task> rejected -> {
        lose(item, rejected, "nothing");
        counts.leftOut++;
        yield Optional.empty();
      }
    };
  }

  private void keep(Item.OfTask item, Task task) {
    if (item.deletedAt() != null) {
      trash.put(task, item.deletedAt());
      return;
    }
    tasks.add(task);
    int there = 0;
    for (ImportedReminders.Story story : item.reminders()) {
      switch (ImportedReminders.decide(
          user,
          new ReminderId(Uuid7.next()),
          story,
          new Occasion(task, there, person.dayStart()),
          now)) {
        case Accepted<ReminderRow>(ReminderRow row) -> {
          reminders.add(row);
          counts.reminders++;
          there++;
        }
        case Rejected<ReminderRow> rejected -> {
          if (task.status().isOpen()) {
            losses.add(item.origin().loss("VALARM", rejected.message(), "nothing"));
          }
        }
      }
    }
  }

  private Optional<Place> place(Item.OfOccurrence item, KnownUids.Master master) {
    When start =
        switch (LocalStart.parse(master.start())) {
          case LocalStart.At at -> new When(null, at.time(), master.zone());
          case LocalStart.On on -> new When(on.date(), null, master.zone());
        };
    Optional<String> occurrence = Places.occurrence(item.id(), start);
    if (occurrence.isEmpty()) {
      losses.add(item.origin().loss("RECURRENCE-ID", item.id().local(), "nothing"));
      counts.leftOut++;
    }
    return occurrence.map(local -> new Place(master.id(), local));
  }

  private <T> void lose(Item item, Rejected<T> rejected, String kept) {
    String property =
        switch (rejected.field().split("[\\[.]", 2)[0]) {
          case "title" -> "SUMMARY";
          case "notes" -> "DESCRIPTION";
          case "tags" -> "CATEGORIES";
          case "due" -> "DUE";
          case "start" -> "DTSTART";
          case "zone" -> "DTSTART;TZID";
          case "rule" -> "RRULE";
          case "exdates" -> "EXDATE";
          case "rdates" -> "RDATE";
          case "reminders", "lead" -> "VALARM";
          default -> "VTODO";
        };
    losses.add(item.origin().loss(property, rejected.message(), kept));
  }

  void save(Write write) {
    ImportedSeries.create(write, series);
    KnownUids.note(write.connection(), "series", user, seriesUids);
    ImportedTasks.create(write, tasks);
    ImportedTasks.createInTrash(write, trash);
    KnownUids.note(write.connection(), "task", user, taskUids);
    ImportedReminders.create(write, reminders);
  }
}
