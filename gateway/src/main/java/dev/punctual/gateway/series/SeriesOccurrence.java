package dev.punctual.gateway.series;

import dev.punctual.calendar.Occurrence;
import dev.punctual.contracts.Due;
import dev.punctual.contracts.Task;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One occurrence of a series.
 *
 * @param local the rule's own local time, its identity
 * @param at when it is due, which is elsewhere when its task was moved
 * @param zoneShift what the zone does to the rule's local time
 * @param task null: it is still to come
 */
record SeriesOccurrence(String local, Instant at, Preview.Shift zoneShift, @Nullable Task task) {

  static SeriesOccurrence of(Occurrence occurrence, @Nullable Task task) {
    Due due = task == null ? null : task.due();
    return new SeriesOccurrence(
        occurrence.local(),
        due == null ? occurrence.at() : due.at(),
        Preview.Shift.of(occurrence.shift()),
        task);
  }
}
