package dev.punctual.gateway.interchange;

import dev.punctual.calendar.Offset;
import dev.punctual.calendar.RuleRefused;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.gateway.reminder.ImportedReminders;
import dev.punctual.gateway.task.DueDraft;
import dev.punctual.gateway.task.TaskStory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads VTODOs. What one cannot be kept by is told to the losses. */
final class TodoReader {
  private final ZoneNames zones;
  private final LocalTime dayStart;
  private final Losses losses;
  private final Instant now;

  TodoReader(ZoneNames zones, LocalTime dayStart, Losses losses, Instant now) {
    this.zones = zones;
    this.dayStart = dayStart;
    this.losses = losses;
    this.now = now;
  }

  /** Whether it is a series, by itself. */
  static boolean isSeries(Block todo) {
    return !todo.has("RECURRENCE-ID")
        && (todo.has("RRULE") || todo.has("RDATE") || todo.value(Names.KIND).equals(Names.SERIES));
  }

  Item read(Block todo) {
    Item.Origin origin = new Item.Origin(Uids.of(todo), todo.text("SUMMARY"));
    Reading reading = new Reading(todo, origin, zones, dayStart, losses);
    TodoWords.others(reading);
    String title = TodoWords.title(reading);
    String notes = TodoWords.notes(reading);
    List<String> tags = TodoWords.tags(reading);
    Priority priority = TodoWords.priority(reading);
    Optional<When> id = reading.when("RECURRENCE-ID");
    Optional<When> due = due(reading, id.isPresent());
    TaskStory story =
        new TaskStory(
            title,
            notes,
            status(reading, id.isPresent()),
            priority,
            tags,
            due.map(when -> draft(reading, when)).orElse(null),
            createdAt(reading),
            reading.instant("COMPLETED").orElse(null));
    List<ImportedReminders.Story> reminders = Alarms.read(reading, due.orElse(null));
    Item.OfTask task = new Item.OfTask(origin, story, reminders, null);
    if (id.isPresent()) {
      if (todo.first("RECURRENCE-ID").orElseThrow().parameters().containsKey("RANGE")) {
        reading.lose("RECURRENCE-ID;RANGE", "", "that occurrence alone");
      }
      return new Item.OfOccurrence(origin, id.get(), task);
    }
    if (!isSeries(todo)) {
      return task;
    }
    Optional<When> start = reading.when("DTSTART").or(() -> due);
    if (start.isEmpty()) {
      reading.lose("RRULE", todo.value("RRULE"), "a task: there is no start to count from");
      return task;
    }
    return new Item.OfSeries(
        origin, new SeriesReader(reading, story, start.get()).read(reminders), task);
  }

  private static TaskStatus status(Reading reading, boolean occurrence) {
    TaskStatus status = TodoWords.status(reading);
    boolean skipped =
        occurrence
            && status == TaskStatus.CANCELLED
            && reading.todo().value(Names.STATUS).equals(TaskStatus.SKIPPED.wireName());
    return skipped ? TaskStatus.SKIPPED : status;
  }

  private Instant createdAt(Reading reading) {
    return reading
        .instant("CREATED")
        .filter(at -> !at.isBefore(Instant.EPOCH) && !at.isAfter(now))
        .orElse(now);
  }

  /** DUE; of an occurrence, and where there is none, DTSTART and how long it is to take. */
  private static Optional<When> due(Reading reading, boolean occurrence) {
    Block todo = reading.todo();
    if (todo.has("DUE")) {
      Optional<When> due = reading.when("DUE");
      boolean other = todo.has("DTSTART") && !todo.value("DTSTART").equals(todo.value("DUE"));
      if (other && !isSeries(todo)) {
        reading.lose("DTSTART", todo.value("DTSTART"), "the due alone");
      } else if (other) {
        reading.lose("DUE", todo.value("DUE"), "the start, at which each occurrence is due");
      }
      return isSeries(todo) ? reading.when("DTSTART").or(() -> due) : due;
    }
    Optional<When> start = reading.when("DTSTART");
    if (start.isPresent() && todo.has("DURATION") && !isSeries(todo)) {
      return start.flatMap(when -> later(reading, when));
    }
    if (start.isPresent() && !occurrence && !isSeries(todo)) {
      reading.lose("DTSTART", todo.value("DTSTART"), "the due");
    }
    return start;
  }

  private static Optional<When> later(Reading reading, When start) {
    Optional<Trigger> taken = Trigger.read(reading.todo().value("DURATION"), null);
    if (taken.isEmpty() || start.time() == null) {
      reading.lose("DURATION", reading.todo().value("DURATION"), "due at the start");
      return Optional.of(start);
    }
    reading.lose("DTSTART", reading.todo().value("DTSTART"), "the due alone");
    LocalDateTime time = Objects.requireNonNull(start.time());
    try {
      Offset offset = Offset.parse(taken.get().offset());
      return Optional.of(
          new When(null, time.plus(offset.days()).plus(offset.time()), start.zone()));
    } catch (RuleRefused tooLong) {
      return Optional.of(start);
    }
  }

  private DueDraft draft(Reading reading, When due) {
    LocalDate date = due.date();
    LocalDateTime time = due.time();
    ZoneId zone = due.zone();
    String named = zone == null ? null : zone.getId();
    if (date != null) {
      return new DueDraft(null, date, named, null);
    }
    boolean utc = isUtc(reading, time);
    if (utc) {
      return new DueDraft(
          null, null, null, Objects.requireNonNull(time).atZone(When.UTC).toInstant());
    }
    // The second of two times of the same name can be told by its instant alone.
    Optional<Instant> exact =
        reading
            .instant(Names.AT)
            .filter(at -> zone != null && LocalDateTime.ofInstant(at, zone).equals(time));
    return exact.isPresent()
        ? new DueDraft(null, null, named, exact.get())
        : new DueDraft(time, null, named, null);
  }

  /** A time that ends in Z says when, and nothing of a zone: it is due then, in the person's. */
  private static boolean isUtc(Reading reading, @Nullable LocalDateTime time) {
    Line line = reading.todo().first("DUE").or(() -> reading.todo().first("DTSTART")).orElse(null);
    return time != null && line != null && line.value().strip().endsWith("Z");
  }
}
