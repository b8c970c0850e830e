package dev.punctual.gateway.interchange;

import dev.punctual.calendar.Offset;
import dev.punctual.calendar.RuleRefused;
import dev.punctual.gateway.reminder.ImportedReminders;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reminders from the VALARMs of a VTODO (RFC 5545 §3.6.6). */
final class Alarms {
  private static final int MAX = 50;

  private Alarms() {}

  /**
   * The reminders.
   *
   * @param base what relative ones count from; null: nothing
   */
  static List<ImportedReminders.Story> read(Reading reading, @Nullable When base) {
    List<ImportedReminders.Story> stories = new ArrayList<>();
    for (Block alarm : reading.todo().blocks()) {
      if (!alarm.name().equals("VALARM") || alarm.value("ACTION").equalsIgnoreCase("NONE")) {
        continue;
      }
      Optional<ImportedReminders.Story> story = story(reading, alarm, base);
      if (story.isEmpty() || stories.size() == MAX) {
        reading.lose("VALARM", alarm.value("TRIGGER"), "nothing");
        continue;
      }
      stories.add(story.get());
      told(reading, alarm, base);
    }
    return stories;
  }

  private static void told(Reading reading, Block alarm, @Nullable When base) {
    String action = alarm.value("ACTION").toUpperCase(Locale.ROOT);
    if (action.equals("EMAIL") || action.equals("PROCEDURE")) {
      reading.lose("ACTION", action, "a reminder");
    }
    if (alarm.has("REPEAT")) {
      reading.lose("REPEAT", alarm.value("REPEAT"), "a reminder that comes once");
    }
    boolean ofStart =
        alarm
            .first("TRIGGER")
            .filter(line -> !line.parameter("RELATED").equalsIgnoreCase("END"))
            .filter(line -> When.instant(line.value()).isEmpty())
            .isPresent();
    if (ofStart && base != null && reading.todo().has("DUE") && reading.todo().has("DTSTART")) {
      String due = reading.todo().value("DUE");
      if (!due.equals(reading.todo().value("DTSTART"))) {
        reading.lose("TRIGGER;RELATED", alarm.value("TRIGGER"), "counted from the due");
      }
    }
  }

  private static Optional<ImportedReminders.Story> story(
      Reading reading, Block alarm, @Nullable When base) {
    String trigger = alarm.value("TRIGGER");
    Instant snoozedTo = instant(alarm.value(Names.SNOOZED_TO));
    Optional<Instant> absolute = When.instant(trigger);
    if (absolute.isPresent()) {
      Instant exact = instant(alarm.value(Names.AT));
      boolean same = exact != null && exact.getEpochSecond() == absolute.get().getEpochSecond();
      return Optional.of(
          new ImportedReminders.Story(same ? exact : absolute.get(), null, null, snoozedTo));
    }
    if (base == null) {
      return Optional.empty();
    }
    LocalTime dayStart = base.date() == null ? null : reading.dayStart();
    return own(alarm, Names.BEFORE, false, trigger, dayStart)
        .or(() -> own(alarm, Names.AFTER, true, trigger, dayStart))
        .or(() -> Trigger.read(trigger, dayStart))
        .filter(Alarms::isBounded)
        .map(
            found ->
                new ImportedReminders.Story(
                    null,
                    found.after() ? null : found.offset(),
                    found.after() ? found.offset() : null,
                    snoozedTo));
  }

  /** What Punctual wrote itself counts for as long as nobody has changed the trigger beside it. */
  private static Optional<Trigger> own(
      Block alarm, String name, boolean after, String trigger, @Nullable LocalTime dayStart) {
    return alarm
        .first(name)
        .map(line -> new Trigger(after, line.value()))
        .filter(Alarms::isBounded)
        .filter(own -> own.write(dayStart).equals(trigger));
  }

  private static boolean isBounded(Trigger trigger) {
    try {
      return !Offset.parse(trigger.offset()).time().isNegative();
    } catch (RuleRefused e) {
      return false;
    }
  }

  private static @Nullable Instant instant(String text) {
    try {
      return text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
