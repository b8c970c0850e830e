package dev.punctual.gateway.assistant.offline;

import dev.punctual.calendar.Zones;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.assistant.deed.Deed;
import dev.punctual.gateway.assistant.find.Recent;
import dev.punctual.gateway.assistant.find.Recent.Told;
import dev.punctual.gateway.assistant.language.meaning.Intent;
import dev.punctual.gateway.assistant.language.meaning.Length;
import dev.punctual.gateway.assistant.language.meaning.Speaker;
import dev.punctual.gateway.assistant.language.meaning.When;
import dev.punctual.gateway.assistant.turn.Context;
import dev.punctual.gateway.reminder.ReminderDraft;
import dev.punctual.gateway.reminder.SnoozeDraft;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deeds that set reminders and put them off. */
@Singleton
final class Reminding {
  private final Recent recent;

  Reminding(Recent recent) {
    this.recent = recent;
  }

  static Deed before(Task task, Length before) {
    ReminderDraft draft = new ReminderDraft(task.id(), null, before.toString(), null);
    return Deed.of(Deed.Kind.REMIND, task, Json.write(draft));
  }

  /**
   * The last reminder that came, later; of a task, else the one that comes next.
   *
   * @param task null: whatever was told last
   * @return null: there is none
   */
  @Nullable Deed snooze(Context context, @Nullable Task task, Intent.Snooze snooze) {
    Optional<Told> told =
        task == null
            ? recent.lastHandled(context.person(), null)
            : recent.toSnooze(context.person(), task.id());
    Length by = snooze.by();
    SnoozeDraft draft =
        by == null
            ? new SnoozeDraft(null, at(snooze.until(), context.speaker()))
            : new SnoozeDraft(by.toString(), null);
    return told.map(found -> Deed.snooze(found.subject(), found.reminder().id(), draft))
        .orElse(null);
  }

  private static Instant at(When when, Speaker speaker) {
    if (when.at() != null) {
      return when.at();
    }
    LocalDate date = when.date() == null ? speaker.today() : when.date();
    LocalTime time = when.time() == null ? speaker.habits().morning() : when.time();
    return Zones.resolve(date.atTime(time), speaker.zone()).at();
  }
}
