package dev.punctual.gateway.interchange;

import dev.punctual.calendar.Offset;
import dev.punctual.calendar.RuleRefused;
import dev.punctual.contracts.IfPending;
import dev.punctual.contracts.OnMissed;
import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.Series.RelativeReminder;
import dev.punctual.contracts.SeriesStatus;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.gateway.reminder.ImportedReminders;
import dev.punctual.gateway.series.SeriesDraft;
import dev.punctual.gateway.series.SeriesStory;
import dev.punctual.gateway.task.TaskStory;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the VTODO of a series. */
final class SeriesReader {
  private static final int MAX_DATES = 2_000;

  private final Reading reading;
  private final TaskStory words;
  private final When start;

  /**
   * @param words as those of a task
   * @param start when the rule begins
   */
  SeriesReader(Reading reading, TaskStory words, When start) {
    this.reading = reading;
    this.words = words;
    this.start = start;
  }

  SeriesStory read(List<ImportedReminders.Story> reminders) {
    ZoneId zone = start.zone();
    SeriesDraft draft =
        new SeriesDraft(
            words.title(),
            start.local(),
            zone == null ? null : zone.getId(),
            rule(),
            words.notes(),
            words.tags(),
            words.priority(),
            dates("EXDATE"),
            dates("RDATE"),
            lead(),
            reading.constant(Names.REPEAT, Repeat.class).orElse(null),
            reading.constant(Names.IF_PENDING, IfPending.class).orElse(null),
            reading.constant(Names.ON_MISSED, OnMissed.class).orElse(null),
            relative(reminders));
    return new SeriesStory(draft, status(), last(), doneAt(), words.createdAt());
  }

  private @Nullable String rule() {
    String told = reading.todo().value("RRULE").strip();
    if (reading.todo().all("RRULE").count() > 1 || reading.todo().has("EXRULE")) {
      reading.lose("RRULE", "", "the first rule alone");
    }
    String own = reading.todo().text(Names.RULE);
    if (!own.isEmpty() && Rules.write(own, start.zone(), start.date() != null).equals(told)) {
      return own;
    }
    return told.isEmpty() ? null : Rules.read(told);
  }

  private List<String> dates(String property) {
    List<String> dates = new ArrayList<>();
    reading
        .todo()
        .all(property)
        .forEach(
            line -> {
              if (line.parameter("VALUE").equalsIgnoreCase("PERIOD")) {
                reading.lose(property, line.value(), "nothing: it is a period");
                return;
              }
              for (String value : line.value().split(",", -1)) {
                if (dates.size() == MAX_DATES) {
                  reading.lose(property, value, "the first " + MAX_DATES + " dates");
                  return;
                }
                reading
                    .when(line, value)
                    .flatMap(when -> Places.occurrence(when, start))
                    .ifPresent(dates::add);
              }
            });
    return dates.stream().distinct().toList();
  }

  private @Nullable String lead() {
    String lead = reading.todo().value(Names.LEAD);
    try {
      return lead.isEmpty() || Offset.parse(lead).time().isNegative() ? null : lead;
    } catch (RuleRefused e) {
      reading.lose(Names.LEAD, lead, "nothing");
      return null;
    }
  }

  private List<RelativeReminder> relative(List<ImportedReminders.Story> reminders) {
    List<RelativeReminder> relative = new ArrayList<>();
    for (ImportedReminders.Story reminder : reminders) {
      if (reminder.before() != null) {
        relative.add(RelativeReminder.before(reminder.before()));
      } else if (reminder.after() != null) {
        relative.add(RelativeReminder.after(reminder.after()));
      } else {
        reading.lose("VALARM", "", "nothing: reminders of a series count from its due");
      }
    }
    return relative;
  }

  private SeriesStatus status() {
    boolean begun = last() != null;
    return switch (words.status()) {
      case COMPLETED -> SeriesStatus.COMPLETED;
      case CANCELLED, SKIPPED -> SeriesStatus.CANCELLED;
      case PENDING, ACTIVE ->
          reading.constant(Names.STATUS, SeriesStatus.class).orElse(null) == SeriesStatus.PAUSED
              ? SeriesStatus.PAUSED
              : begun || words.status() == TaskStatus.ACTIVE
                  ? SeriesStatus.ACTIVE
                  : SeriesStatus.PENDING;
    };
  }

  private @Nullable String last() {
    return reading
        .todo()
        .first(Names.LAST)
        .flatMap(line -> When.read(line.value(), start.zone()))
        .filter(when -> (when.date() == null) == (start.date() == null))
        .map(Places::identity)
        .orElse(null);
  }

  private @Nullable Instant doneAt() {
    return Optional.of(reading.todo().value(Names.DONE_AT))
        .filter(text -> !text.isEmpty())
        .flatMap(SeriesReader::instant)
        .orElse(null);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
