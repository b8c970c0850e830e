package dev.punctual.gateway.assistant.tool;

import dev.punctual.calendar.Zones;
import dev.punctual.contracts.Series.RelativeReminder;
import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.assistant.deed.Deeds;
import dev.punctual.gateway.reminder.ReminderDraft;
import dev.punctual.gateway.reminder.SnoozeDraft;
import dev.punctual.gateway.series.SeriesDraft;
import dev.punctual.gateway.task.DueDraft;
import dev.punctual.gateway.task.TaskDraft;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From the arguments of tools to the bodies that the routes of REST take. */
final class Drafts {
  private Drafts() {}

  static Deeds.NewTask task(Call.CreateTask wanted) {
    DueDraft due =
        wanted.dueLocal() == null && wanted.dueDate() == null
            ? null
            : new DueDraft(wanted.dueLocal(), wanted.dueDate(), null, null);
    return new Deeds.NewTask(
        new TaskDraft(wanted.title(), wanted.notes(), null, wanted.priority(), wanted.tags(), due),
        reminders(wanted.remindBefore()));
  }

  static SeriesDraft series(Call.CreateSeries wanted) {
    return new SeriesDraft(
        wanted.title(),
        wanted.start(),
        null,
        wanted.rule(),
        wanted.notes(),
        wanted.tags(),
        wanted.priority(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        reminders(wanted.remindBefore()));
  }

  static ReminderDraft reminder(Call.SetReminder wanted, ZoneId zone) {
    return new ReminderDraft(wanted.id(), instant(wanted.at(), zone), wanted.before(), null);
  }

  static SnoozeDraft snooze(Call.SnoozeReminder wanted, ZoneId zone) {
    return new SnoozeDraft(wanted.by(), instant(wanted.until(), zone));
  }

  static String patch(Call.EditTask edit, ZoneId zone) {
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "title", edit.title());
    put(fields, "notes", edit.notes());
    put(fields, "priority", edit.priority());
    put(fields, "tags", edit.tags());
    Map<String, Object> due = new LinkedHashMap<>();
    put(due, "local", edit.dueLocal());
    put(due, "date", edit.dueDate());
    if (!due.isEmpty()) {
      due.put("zone", zone);
      fields.put("due", due);
    }
    return Json.write(fields);
  }

  static String patch(Call.EditSeries edit) {
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "title", edit.title());
    put(fields, "start", edit.start());
    put(fields, "rule", edit.rule());
    put(fields, "notes", edit.notes());
    put(fields, "priority", edit.priority());
    put(fields, "tags", edit.tags());
    return Json.write(fields);
  }

  private static @Nullable Instant instant(@Nullable LocalDateTime local, ZoneId zone) {
    return local == null ? null : Zones.resolve(local, zone).at();
  }

  private static List<RelativeReminder> reminders(List<String> before) {
    return before.stream().map(RelativeReminder::before).toList();
  }

  private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}
