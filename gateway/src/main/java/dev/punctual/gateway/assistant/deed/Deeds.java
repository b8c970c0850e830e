package dev.punctual.gateway.assistant.deed;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Series.RelativeReminder;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.json.Json;
import dev.punctual.contracts.json.Json.UnknownFields;
import dev.punctual.gateway.http.MergePatch;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.reminder.ReminderDraft;
import dev.punctual.gateway.reminder.Reminders;
import dev.punctual.gateway.reminder.SnoozeDraft;
import dev.punctual.gateway.series.ManySeries;
import dev.punctual.gateway.series.SeriesDraft;
import dev.punctual.gateway.task.TaskDraft;
import dev.punctual.gateway.task.Tasks;
import dev.punctual.gateway.write.Write;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Does deeds by the commands that REST uses, each with the person's own rights. */
@Singleton
public final class Deeds {
  private final Tasks tasks;
  private final ManySeries series;
  private final Reminders reminders;

  Deeds(Tasks tasks, ManySeries series, Reminders reminders) {
    this.tasks = tasks;
    this.series = series;
    this.reminders = reminders;
  }

  /** A new task with its reminders. */
  public record NewTask(TaskDraft task, List<RelativeReminder> reminders) {
    public NewTask {
      reminders = List.copyOf(reminders);
    }
  }

  /** Which reminder is put off, and until when. */
  record Snoozing(ReminderId reminder, SnoozeDraft snooze) {}

  /**
   * What came of a deed.
   *
   * @param note further, such as the occurrence that was skipped; empty: nothing
   */
  public record Done(
      Deed deed, Subject subject, @Nullable Task task, @Nullable Series series, String note) {

    /** Whether anything is other than it was. */
    public boolean isChange() {
      if (deed.kind() == Deed.Kind.CANCEL_REMINDERS) {
        return !note.equals("0");
      }
      Integer before = deed.version();
      return before == null
          || (task == null || task.version() != before || deed.kind() == Deed.Kind.DELETE_TASK)
              && (series == null || series.version() != before);
    }
  }

  /**
   * Does one deed within a write.
   *
   * @throws dev.punctual.gateway.http.Refused when it cannot be granted
   */
  public Done perform(Write write, Person person, Deed deed) {
    ZoneId zone = person.zone();
    return switch (deed.kind()) {
      case CREATE_TASK -> create(write, zone, deed);
      case CREATE_SERIES -> done(deed, series.create(write, body(deed, SeriesDraft.class)));
      case EDIT_TASK ->
          done(deed, tasks.edit(write, zone, task(deed), patch(deed), deed.ifMatch()));
      case COMPLETE -> done(deed, tasks.complete(write, task(deed), deed.ifMatch()));
      case REOPEN -> done(deed, tasks.reopen(write, task(deed), deed.ifMatch()));
      case DELETE_TASK -> done(deed, tasks.delete(write, task(deed), deed.ifMatch()));
      case RESTORE -> done(deed, tasks.restore(write, task(deed), deed.ifMatch()));
      case PAUSE -> done(deed, series.pause(write, series(deed), deed.ifMatch()));
      case RESUME -> done(deed, series.resume(write, series(deed), deed.ifMatch()));
      case STOP -> done(deed, series.cancel(write, series(deed), deed.ifMatch()));
      case EDIT_SERIES -> done(deed, series.edit(write, series(deed), patch(deed), deed.ifMatch()));
      case SKIP -> noted(deed, series.skip(write, series(deed), day(deed)));
      case DELETE_SERIES -> {
        series.delete(write, series(deed), deed.ifMatch());
        yield noted(deed, "");
      }
      case REMIND -> {
        Reminder made = reminders.create(write, body(deed, ReminderDraft.class));
        yield noted(deed, made.fireAt().toString());
      }
      case CANCEL_REMINDERS ->
          noted(deed, Integer.toString(reminders.cancelOf(write, zone, task(deed))));
      case SNOOZE -> {
        Snoozing snoozing = body(deed, Snoozing.class);
        Reminder after =
            reminders.snooze(write, zone, snoozing.reminder(), snoozing.snooze(), null);
        yield noted(deed, after.fireAt().toString());
      }
    };
  }

  private Done create(Write write, ZoneId zone, Deed deed) {
    NewTask wanted = newTask(deed);
    Task task = tasks.create(write, zone, wanted.task());
    for (RelativeReminder reminder : wanted.reminders()) {
      Reminder unused =
          reminders.create(write, new ReminderDraft(task.id(), null, reminder.before(), null));
    }
    return done(deed, task);
  }

  static NewTask newTask(Deed deed) {
    return body(deed, NewTask.class);
  }

  private static Done done(Deed deed, Task task) {
    return new Done(deed, Subject.of(task), task, null, "");
  }

  private static Done done(Deed deed, Series series) {
    return new Done(deed, Subject.of(series), null, series, "");
  }

  private static Done noted(Deed deed, String note) {
    return new Done(deed, Objects.requireNonNull(deed.subject()), null, null, note);
  }

  private static TaskId task(Deed deed) {
    return new TaskId(id(deed));
  }

  private static SeriesId series(Deed deed) {
    return new SeriesId(id(deed));
  }

  private static UUID id(Deed deed) {
    return Objects.requireNonNull(deed.subject()).id();
  }

  private static @Nullable LocalDate day(Deed deed) {
    return deed.body() == null ? null : LocalDate.parse(deed.body());
  }

  private static <T extends Record> T body(Deed deed, Class<T> type) {
    return Json.bind(Json.parse(Objects.requireNonNull(deed.body())), type, UnknownFields.REFUSE);
  }

  private static MergePatch patch(Deed deed) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (Json.parse(Objects.requireNonNull(deed.body())) instanceof Map<?, ?> tree) {
      tree.forEach((name, value) -> fields.put(String.valueOf(name), value));
    }
    return new MergePatch(fields);
  }
}
