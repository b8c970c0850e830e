package dev.punctual.gateway.assistant;

import dev.punctual.contracts.Series;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.WireName;
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
record Deed(
    Kind kind, @Nullable Subject subject, @Nullable Integer version, @Nullable String body) {

  enum Kind implements WireName {
    CREATE_TASK,
    CREATE_SERIES,
    EDIT_TASK,
    COMPLETE,
    REOPEN,
    DELETE_TASK,
    PAUSE,
    RESUME,
    STOP,
    SKIP,
    DELETE_SERIES,
    REMIND,
    CANCEL_REMINDERS,
    SNOOZE;

    /** Whether it takes something away, which is planned first. */
    boolean destroys() {
      return this == DELETE_TASK || this == DELETE_SERIES;
    }

    @Override
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Deed of(Kind kind, Task task, @Nullable String body) {
    return new Deed(kind, Subject.of(task), task.version(), body);
  }

  static Deed of(Kind kind, Series series, @Nullable String body) {
    return new Deed(kind, Subject.of(series), series.version(), body);
  }

  static Deed made(Kind kind, String body) {
    return new Deed(kind, null, null, body);
  }

  @Nullable String ifMatch() {
    return version == null ? null : "\"" + version + "\"";
  }
}
