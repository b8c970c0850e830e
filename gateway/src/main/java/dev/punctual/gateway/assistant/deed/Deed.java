package dev.punctual.gateway.assistant.deed;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.WireName;
import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.reminder.SnoozeDraft;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do, in fields that the commands of REST take: what a sentence or a tool call comes
 * to, and what a plan is made of.
 *
 * @param subject null: it is made
 * @param version of the subject when this was decided; null: any
 * @param body JSON as the route of that command takes it; null: it takes none
 */
public record Deed(
    Kind kind, @Nullable Subject subject, @Nullable Integer version, @Nullable String body) {

  public enum Kind implements WireName {
    CREATE_TASK,
    CREATE_SERIES,
    EDIT_TASK,
    COMPLETE,
    REOPEN,
    DELETE_TASK,
    RESTORE,
    PAUSE,
    RESUME,
    STOP,
    SKIP,
    EDIT_SERIES,
    DELETE_SERIES,
    REMIND,
    CANCEL_REMINDERS,
    SNOOZE;

    /** Whether it takes something away, which is planned first. */
    public boolean destroys() {
      return this == DELETE_TASK || this == DELETE_SERIES;
    }

    @Override
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public static Deed of(Kind kind, Task task, @Nullable String body) {
    return new Deed(kind, Subject.of(task), task.version(), body);
  }

  public static Deed of(Kind kind, Series series, @Nullable String body) {
    return new Deed(kind, Subject.of(series), series.version(), body);
  }

  /** Puts off one reminder. */
  public static Deed snooze(Subject task, ReminderId reminder, SnoozeDraft until) {
    return new Deed(Kind.SNOOZE, task, null, Json.write(new Deeds.Snoozing(reminder, until)));
  }

  public static Deed made(Kind kind, String body) {
    return new Deed(kind, null, null, body);
  }

  @Nullable String ifMatch() {
    return version == null ? null : "\"" + version + "\"";
  }
}
