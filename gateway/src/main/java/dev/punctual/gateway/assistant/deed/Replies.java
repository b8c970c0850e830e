package dev.punctual.gateway.assistant.deed;

import dev.punctual.calendar.Offset;
import dev.punctual.contracts.Due;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Series.RelativeReminder;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.gateway.assistant.deed.Deeds.Done;
import dev.punctual.gateway.assistant.language.meaning.Speaker;
import dev.punctual.gateway.assistant.language.text.Say;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was done, told from what came of it: short, and first what was done. */
public record Replies(Speaker speaker) {
  private static final int MAX_NAMED = 5;
  private static final int SOON = 60;

  public String done(List<Done> done) {
    if (done.size() == 1) {
      return done(done.getFirst());
    }
    List<Subject> changed = done.stream().filter(Done::isChange).map(Done::subject).toList();
    return changed.isEmpty()
        ? "All of that is so already."
        : past(done.getFirst().deed().kind()) + " " + names(changed) + ".";
  }

  private String done(Done done) {
    String title = name(done.subject().title());
    if (!done.isChange() && done.deed().kind() != Deed.Kind.CANCEL_REMINDERS) {
      return "That is so already: " + (done.task() == null ? title : line(done.task())) + ".";
    }
    return switch (done.deed().kind()) {
      case CREATE_TASK ->
          "Added "
              + title
              + details(Objects.requireNonNull(done.task()))
              + "."
              + reminded(Deeds.newTask(done.deed()).reminders());
      case CREATE_SERIES -> {
        Series series = Objects.requireNonNull(done.series());
        yield "Added " + title + ": " + rhythm(series) + reminded(series.reminders());
      }
      case EDIT_TASK -> edited(Objects.requireNonNull(done.task()));
      case EDIT_SERIES -> "Changed " + series(Objects.requireNonNull(done.series())) + ".";
      case COMPLETE -> "Done: " + title + ".";
      case REOPEN -> title + " is open again.";
      case DELETE_TASK -> "Moved " + title + " to the trash.";
      case RESTORE -> "Took out of the trash: " + line(Objects.requireNonNull(done.task())) + ".";
      case DELETE_SERIES -> "Deleted the series " + title + "; the tasks that it made stay.";
      case PAUSE -> "Paused " + title + ". Say \u201cresume\u201d when it is to go on.";
      case RESUME -> "Resumed " + title + next(done.series()) + ".";
      case STOP -> "Stopped " + title + " for good; the tasks that it made stay.";
      case SKIP -> "Skipped " + title + " on " + day(done.note()) + ".";
      case REMIND ->
          "I will remind you of " + title + " " + moment(Instant.parse(done.note())) + ".";
      case CANCEL_REMINDERS ->
          done.note().equals("0")
              ? title + " has no reminder that is still to come."
              : "Cancelled the "
                  + (done.note().equals("1") ? "reminder" : done.note() + " reminders")
                  + " of "
                  + title
                  + ".";
      case SNOOZE ->
          "I will remind you of " + title + " again " + moment(Instant.parse(done.note())) + ".";
    };
  }

  private String edited(Task task) {
    return task.status() == TaskStatus.CANCELLED
        ? "Cancelled " + name(task.title()) + "; it is not open any more."
        : "Changed: " + line(task) + ".";
  }

  /** What a plan would do. */
  public String plan(Plan plan) {
    Deed.Kind kind = Deed.Kind.valueOf(plan.action().replace('-', '_').toUpperCase(Locale.ROOT));
    int count = plan.items().size();
    return "This would "
        + future(kind)
        + " "
        + (count == 1 ? "" : count + " things: ")
        + names(plan.items())
        + ". Shall I?";
  }

  /** A task in one line: title, due, priority where it is not the usual one, tags. */
  public String line(Task task) {
    return name(task.title()) + details(task);
  }

  /** A series in one line: title, rhythm, what comes next. */
  public String series(Series series) {
    String rhythm = rhythm(series);
    return name(series.title()) + ": " + rhythm.substring(0, rhythm.length() - 1);
  }

  public String name(String title) {
    return "\u201c" + title + "\u201d";
  }

  public String names(List<Subject> subjects) {
    List<String> shown =
        subjects.stream().limit(MAX_NAMED).map(subject -> name(subject.title())).toList();
    int more = subjects.size() - shown.size();
    return more == 0 ? Say.all(shown) : String.join(", ", shown) + " and " + more + " more";
  }

  /** "today at 14:00", "in 20 minutes (10:20)", "on Friday 6 March at 09:00". */
  public String moment(Instant at) {
    LocalDateTime local = LocalDateTime.ofInstant(at, speaker.zone());
    long minutes = ChronoUnit.MINUTES.between(speaker.now(), at);
    if (minutes > 0 && minutes < SOON) {
      return "in "
          + minutes
          + (minutes == 1 ? " minute (" : " minutes (")
          + Say.time(local.toLocalTime())
          + ")";
    }
    return on(local.toLocalDate()) + " at " + Say.time(local.toLocalTime());
  }

  private String details(Task task) {
    StringBuilder details = new StringBuilder();
    Due due = task.due();
    if (due != null) {
      details.append(", due ").append(when(due));
    }
    if (task.priority() != Priority.MEDIUM) {
      details.append(", ").append(task.priority().wireName()).append(" priority");
    }
    if (!task.tags().isEmpty()) {
      details.append(", tagged ").append(Say.all(task.tags()));
    }
    return details.toString();
  }

  /** A time in another zone than the person's shows its zone. */
  String when(Due due) {
    LocalDate date = due.date();
    if (date != null) {
      return on(date);
    }
    LocalDateTime local = Objects.requireNonNull(due.local());
    ZoneId zone = due.zone();
    return on(local.toLocalDate())
        + " at "
        + Say.time(local.toLocalTime())
        + (zone.equals(speaker.zone()) ? "" : " (" + zone.getId() + ")");
  }

  private static String reminded(List<RelativeReminder> reminders) {
    return reminders.isEmpty()
        ? ""
        : " I will remind you " + Say.all(reminders.stream().map(Replies::relative).toList()) + ".";
  }

  private static String relative(RelativeReminder reminder) {
    String before = reminder.before() == null ? "" : Say.length(Offset.parse(reminder.before()));
    String after = reminder.after() == null ? "" : Say.length(Offset.parse(reminder.after()));
    return !before.isEmpty()
        ? before + " before"
        : !after.isEmpty() ? after + " after" : "when it is due";
  }

  private String rhythm(Series series) {
    String summary = series.summary();
    return Character.toLowerCase(summary.charAt(0)) + summary.substring(1) + next(series) + ".";
  }

  private String next(@Nullable Series series) {
    return series == null || series.nextAt() == null
        ? ""
        : "; next " + moment(series.nextAt()).replace(" at 00:00", "");
  }

  private String day(String local) {
    return Say.date(LocalDate.parse(local.substring(0, 10)), speaker.today());
  }

  private String on(LocalDate date) {
    String day = Say.day(date, speaker.today());
    boolean near = !Character.isUpperCase(day.charAt(0));
    return near ? day : "on " + day;
  }

  private static String future(Deed.Kind kind) {
    return switch (kind) {
      case CREATE_TASK, CREATE_SERIES -> "add";
      case EDIT_TASK, EDIT_SERIES -> "change";
      case COMPLETE -> "complete";
      case REOPEN -> "reopen";
      case DELETE_TASK -> "delete";
      case RESTORE -> "take out of the trash";
      case DELETE_SERIES -> "delete the series";
      case PAUSE -> "pause";
      case RESUME -> "resume";
      case STOP -> "stop";
      case SKIP -> "skip the next of";
      case REMIND -> "set a reminder for";
      case CANCEL_REMINDERS -> "cancel the reminders of";
      case SNOOZE -> "put off the reminders of";
    };
  }

  private static String past(Deed.Kind kind) {
    return switch (kind) {
      case CREATE_TASK, CREATE_SERIES -> "Added";
      case EDIT_TASK, EDIT_SERIES -> "Changed";
      case COMPLETE -> "Completed";
      case REOPEN -> "Reopened";
      case DELETE_TASK -> "Moved to the trash:";
      case RESTORE -> "Took out of the trash:";
      case DELETE_SERIES -> "Deleted the series";
      case PAUSE -> "Paused";
      case RESUME -> "Resumed";
      case STOP -> "Stopped";
      case SKIP -> "Skipped the next of";
      case REMIND -> "Set reminders for";
      case CANCEL_REMINDERS -> "Cancelled the reminders of";
      case SNOOZE -> "Put off the reminders of";
    };
  }
}
