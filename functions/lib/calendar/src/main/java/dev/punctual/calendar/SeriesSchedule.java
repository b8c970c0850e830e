package dev.punctual.calendar;

import dev.punctual.contracts.Due;
import dev.punctual.contracts.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the occurrences of a series fall, and when the timer of each is due: at the occurrence minus
 * the longer of the series' lead and its earliest relative reminder (DESIGN §4). Immutable.
 */
public final class SeriesSchedule {
  /** The time of day from which the reminders of something with a date alone count. */
  public static final LocalTime DATE_ONLY_AT = LocalTime.of(9, 0);

  /**
   * Spans to look back over: a rule has at most one match a minute, and one in ten years at least.
   */
  private static final List<Duration> SPANS =
      List.of(
          Duration.ofHours(1),
          Duration.ofDays(1),
          Duration.ofDays(32),
          Duration.ofDays(400),
          Duration.ofDays(4_000),
          Duration.ofDays(40_000));

  private static final int MAX_AT_ONCE = 1_000;

  private final Recurrence recurrence;
  private final ZoneId zone;
  private final List<Offset> ahead;

  private SeriesSchedule(Recurrence recurrence, ZoneId zone, List<Offset> ahead) {
    this.recurrence = recurrence;
    this.zone = zone;
    this.ahead = ahead;
  }

  /**
   * The schedule of a series.
   *
   * @param zone the zone that holds: the series' own, else the person's
   * @throws RuleRefused with the code of what is wrong
   */
  public static SeriesSchedule of(Series series, ZoneId zone) {
    List<Offset> ahead = new ArrayList<>();
    if (series.lead() != null) {
      ahead.add(Offset.parse(series.lead()));
    }
    series.reminders().forEach(reminder -> ahead.add(Offset.parse(reminder.before())));
    return new SeriesSchedule(
        Recurrence.of(
            LocalStart.parse(series.start()),
            zone,
            series.rule(),
            series.exdates(),
            series.rdates()),
        zone,
        List.copyOf(ahead));
  }

  /**
   * An occurrence with its timer.
   *
   * @param timerAt never after the occurrence
   */
  public record Timed(Occurrence occurrence, Instant timerAt) {}

  /** The first occurrence after another; null: the first of all. Empty: the rule is spent. */
  public Optional<Timed> next(@Nullable String afterLocal) {
    return recurrence.next(afterLocal).map(this::timed);
  }

  /** The first occurrence at or after another. Empty: the rule is spent. */
  public Optional<Timed> nextFrom(String local) {
    return recurrence.nextFrom(local).map(this::timed);
  }

  /** The first occurrence after an instant. Empty: the rule is spent. */
  public Optional<Timed> nextAfter(Instant instant) {
    return recurrence.nextAfter(instant).map(this::timed);
  }

  /**
   * The last occurrence before an instant, found without walking through all that lie before it.
   *
   * @param after not this one nor any before it
   */
  public Optional<Timed> latestBefore(Instant instant, Occurrence after) {
    for (Duration span : SPANS) {
      Instant from = instant.minus(span).isAfter(after.at()) ? instant.minus(span) : after.at();
      Optional<Timed> latest = latestWithin(from, instant);
      if (latest.isPresent() || from.equals(after.at())) {
        return latest.filter(found -> found.occurrence().at().isAfter(after.at()));
      }
    }
    return Optional.empty();
  }

  /** When the task of an occurrence is due: at the local time that the zone made of the rule's. */
  public Due due(Occurrence occurrence) {
    boolean dateOnly = occurrence.local().indexOf('T') < 0;
    return dateOnly
        ? new Due(null, LocalDate.parse(occurrence.local()), zone, occurrence.at())
        : new Due(LocalDateTime.ofInstant(occurrence.at(), zone), null, zone, occurrence.at());
  }

  /** When a relative reminder of an occurrence fires. */
  public Instant fireAt(Occurrence occurrence, String before) {
    return Offset.parse(before).before(occurrence.local(), zone, DATE_ONLY_AT);
  }

  /** The rule in plain English. */
  public String summary() {
    return recurrence.summary();
  }

  private Optional<Timed> latestWithin(Instant from, Instant to) {
    Occurrence latest = null;
    List<Occurrence> found = recurrence.between(from, to, MAX_AT_ONCE);
    while (!found.isEmpty()) {
      latest = found.getLast();
      found =
          found.size() < MAX_AT_ONCE
              ? List.of()
              : recurrence.between(latest.at().plusSeconds(1), to, MAX_AT_ONCE);
    }
    return Optional.ofNullable(latest).map(this::timed);
  }

  private Timed timed(Occurrence occurrence) {
    Instant timerAt = occurrence.at();
    for (Offset offset : ahead) {
      Instant before = offset.before(occurrence.local(), zone, DATE_ONLY_AT);
      if (before.isBefore(timerAt)) {
        timerAt = before;
      }
    }
    return new Timed(occurrence, timerAt);
  }
}
