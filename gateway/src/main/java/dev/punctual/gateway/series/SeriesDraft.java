package dev.punctual.gateway.series;

import dev.punctual.contracts.IfPending;
import dev.punctual.contracts.OnMissed;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Series.RelativeReminder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a series, to create it or, after a merge patch, to edit it.
 *
 * @param start the local time or the date it starts at
 * @param zone IANA name; null: the person's own, wherever that moves
 * @param rule RFC 5545 with RFC 7529 SKIP; null: one occurrence
 * @param notes default empty
 * @param tags default none
 * @param priority default medium
 * @param exdates default none
 * @param rdates default none
 * @param lead how long before it is due an occurrence's task appears; null: when due
 * @param repeat default schedule
 * @param ifPending default skip
 * @param onMissed default latest
 * @param reminders of each occurrence; default none
 */
public record SeriesDraft(
    String title,
    String start,
    @Nullable String zone,
    @Nullable String rule,
    @Nullable String notes,
    List<String> tags,
    @Nullable Priority priority,
    List<String> exdates,
    List<String> rdates,
    @Nullable String lead,
    @Nullable Repeat repeat,
    @Nullable IfPending ifPending,
    @Nullable OnMissed onMissed,
    List<RelativeReminder> reminders) {

  public SeriesDraft {
    tags = List.copyOf(tags);
    exdates = List.copyOf(exdates);
    rdates = List.copyOf(rdates);
    reminders = List.copyOf(reminders);
  }

  /** The same with other times. */
  SeriesDraft at(String start, List<String> exdates, List<String> rdates) {
    return new SeriesDraft(
        title, start, zone, rule, notes, tags, priority, exdates, rdates, lead, repeat, ifPending,
        onMissed, reminders);
  }

  /** What a series says of itself. */
  public static SeriesDraft of(Series series) {
    return new SeriesDraft(
        series.title(),
        series.start(),
        series.zone(),
        series.rule(),
        series.notes(),
        series.tags(),
        series.priority(),
        series.exdates(),
        series.rdates(),
        series.lead(),
        series.repeat(),
        series.ifPending(),
        series.onMissed(),
        series.reminders());
  }
}
