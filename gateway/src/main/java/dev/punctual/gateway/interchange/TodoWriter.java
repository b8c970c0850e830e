package dev.punctual.gateway.interchange;

import dev.punctual.calendar.Zones;
import dev.punctual.contracts.Due;
import dev.punctual.contracts.IfPending;
import dev.punctual.contracts.OnMissed;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.SeriesStatus;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.gateway.reminder.ImportedReminders;
import dev.punctual.store.SeriesRow;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tasks and series as VTODOs. What RFC 5545 has no place for is a property of Punctual's own; what
 * it has one for stands there for others too.
 */
final class TodoWriter {
  private final CalendarText text;
  private final LocalTime dayStart;

  /**
   * @param dayStart the time of day from which a date counts for the person
   */
  TodoWriter(CalendarText text, LocalTime dayStart) {
    this.text = text;
    this.dayStart = dayStart;
  }

  /**
   * Of which series a task is an occurrence.
   *
   * @param uid of the series
   * @param zone of the series; null: floating
   */
  record Within(String uid, @Nullable ZoneId zone) {}

  void series(SeriesRow row, String uid) {
    Series series = row.series();
    ZoneId zone = series.zone() == null ? null : ZoneId.of(series.zone());
    boolean ofDate = series.start().length() == 10;
    begin(uid, series.createdAt(), series.updatedAt());
    text.line(Names.KIND, Names.SERIES);
    words(series.title(), series.notes(), series.tags(), series.priority());
    text.local("DTSTART", series.start(), zone);
    if (ofDate && zone != null) {
      text.text(Names.ZONE, zone.getId());
    }
    rule(series.rule(), zone, ofDate);
    dates("EXDATE", series.exdates(), zone, ofDate);
    dates("RDATE", series.rdates(), zone, ofDate);
    status(series.status());
    own(series);
    String last = row.progress().lastOccurrence();
    if (last != null) {
      text.line(Names.LAST, When.writeLocal(last));
    }
    Instant doneAt = row.progress().doneAt();
    if (doneAt != null) {
      text.line(Names.DONE_AT, doneAt.toString());
    }
    for (Series.RelativeReminder reminder : series.reminders()) {
      beginAlarm(series.title());
      if (reminder.before() != null) {
        relative(Names.BEFORE, new Trigger(false, reminder.before()), "TRIGGER", ofDate);
      } else if (reminder.after() != null) {
        relative(Names.AFTER, new Trigger(true, reminder.after()), "TRIGGER", ofDate);
      }
      text.line("END", "VALARM");
    }
    text.line("END", "VTODO");
  }

  /**
   * A task.
   *
   * @param within null: it is no occurrence, or its series is gone
   * @param reminders those that are still to come
   */
  void task(Task task, String uid, @Nullable Within within, List<Reminder> reminders) {
    begin(within == null ? uid : within.uid(), task.createdAt(), task.updatedAt());
    if (within != null && task.occurrence() != null) {
      text.local("RECURRENCE-ID", task.occurrence(), within.zone());
    }
    words(task.title(), task.notes(), task.tags(), task.priority());
    due(task.due());
    status(task.status());
    if (task.completedAt() != null) {
      text.line("COMPLETED", When.write(task.completedAt()));
    }
    for (Reminder reminder : reminders) {
      alarm(reminder, task);
    }
    text.line("END", "VTODO");
  }

  private void begin(String uid, Instant createdAt, Instant updatedAt) {
    text.line("BEGIN", "VTODO");
    text.text("UID", uid);
    text.line("DTSTAMP", When.write(updatedAt));
    text.line("CREATED", When.write(createdAt));
    text.line("LAST-MODIFIED", When.write(updatedAt));
  }

  private void words(String title, String notes, List<String> tags, Priority priority) {
    text.text("SUMMARY", title);
    text.text("DESCRIPTION", notes);
    if (!tags.isEmpty()) {
      text.line("CATEGORIES", tags.stream().map(Escapes::escape).collect(Collectors.joining(",")));
    }
    text.line(
        "PRIORITY",
        switch (priority) {
          case HIGH -> "1";
          case MEDIUM -> "5";
          case LOW -> "9";
        });
  }

  private void due(@Nullable Due due) {
    if (due == null) {
      return;
    }
    if (due.date() != null) {
      text.date("DUE", due.date());
      text.text(Names.ZONE, due.zone().getId());
    } else if (due.local() != null) {
      text.time("DUE", due.local(), due.zone());
      if (!Zones.resolve(due.local(), due.zone()).at().equals(due.at())) {
        text.line(Names.AT, When.write(due.at()));
      }
    }
  }

  private void rule(@Nullable String rule, @Nullable ZoneId zone, boolean ofDate) {
    if (rule != null) {
      String written = Rules.write(rule, zone, ofDate);
      text.line("RRULE", written);
      if (!Rules.read(written).equals(rule)) {
        text.text(Names.RULE, rule);
      }
    }
  }

  private void dates(String name, List<String> dates, @Nullable ZoneId zone, boolean ofDate) {
    if (!dates.isEmpty()) {
      String parameters = ofDate ? ";VALUE=DATE" : zone == null ? "" : ";TZID=" + zone;
      text.line(
          name + parameters, dates.stream().map(When::writeLocal).collect(Collectors.joining(",")));
    }
  }

  private void status(TaskStatus status) {
    text.line(
        "STATUS",
        switch (status) {
          case PENDING -> "NEEDS-ACTION";
          case ACTIVE -> "IN-PROCESS";
          case COMPLETED -> "COMPLETED";
          case CANCELLED, SKIPPED -> "CANCELLED";
        });
    if (status == TaskStatus.SKIPPED) {
      text.line(Names.STATUS, status.wireName());
    }
  }

  private void status(SeriesStatus status) {
    text.line(
        "STATUS",
        switch (status) {
          case PENDING, PAUSED -> "NEEDS-ACTION";
          case ACTIVE -> "IN-PROCESS";
          case COMPLETED -> "COMPLETED";
          case CANCELLED -> "CANCELLED";
        });
    if (status == SeriesStatus.PAUSED) {
      text.line(Names.STATUS, status.wireName());
    }
  }

  private void own(Series series) {
    if (series.lead() != null) {
      text.line(Names.LEAD, series.lead());
    }
    if (series.repeat() != Repeat.SCHEDULE) {
      text.line(Names.REPEAT, series.repeat().wireName());
    }
    if (series.ifPending() != IfPending.SKIP) {
      text.line(Names.IF_PENDING, series.ifPending().wireName());
    }
    if (series.onMissed() != OnMissed.LATEST) {
      text.line(Names.ON_MISSED, series.onMissed().wireName());
    }
  }

  private void alarm(Reminder reminder, Task task) {
    boolean ofDate = task.due() != null && task.due().date() != null;
    Instant at = reminder.at();
    beginAlarm(task.title());
    if (at != null) {
      text.line("TRIGGER;VALUE=DATE-TIME", When.write(at));
      if (at.getNano() != 0) {
        text.line(Names.AT, at.toString());
      }
    } else if (reminder.before() != null) {
      relative(Names.BEFORE, new Trigger(false, reminder.before()), "TRIGGER;RELATED=END", ofDate);
    } else if (reminder.after() != null) {
      relative(Names.AFTER, new Trigger(true, reminder.after()), "TRIGGER;RELATED=END", ofDate);
    }
    if (ImportedReminders.isSnoozed(reminder, task, dayStart)) {
      text.line(Names.SNOOZED_TO, reminder.fireAt().toString());
    }
    text.line("END", "VALARM");
  }

  private void beginAlarm(String title) {
    text.line("BEGIN", "VALARM");
    text.line("ACTION", "DISPLAY");
    text.text("DESCRIPTION", title);
  }

  private void relative(String own, Trigger trigger, String name, boolean ofDate) {
    text.line(name, trigger.write(ofDate ? dayStart : null));
    text.line(own, trigger.offset());
  }
}
