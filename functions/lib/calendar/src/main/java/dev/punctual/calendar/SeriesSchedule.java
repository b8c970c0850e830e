package dev.punctual.calendar;

import dev.punctual.contracts.Due;
import dev.punctual.contracts.LocalClock;
import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Series.RelativeReminder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the occurrences of a series fall, and when the timer of each is due: at the occurrence minus
 * the longer of the series' lead and its earliest relative reminder (DESIGN §4). Immutable.
 */
public final class SeriesSchedule {
  private final Series series;
  private final Recurrence recurrence;
  private final LocalClock clock;
  private final List<Offset> ahead;

  private SeriesSchedule(
      Series series, Recurrence recurrence, LocalClock clock, List<Offset> ahead) {
    this.series = series;
    this.recurrence = recurrence;
    this.clock = clock;
    this.ahead = ahead;
  }

  /**
   * The schedule of a series.
   *
   * @param clock the person's, in the zone that holds: the series' own, else theirs
   * @throws RuleRefused with the code of what is wrong
   */
  public static SeriesSchedule of(Series series, LocalClock clock) {
    List<Offset> ahead = new ArrayList<>();
    if (series.lead() != null) {
      ahead.add(Offset.parse(series.lead()));
    }
    for (RelativeReminder reminder : series.reminders()) {
      if (reminder.before() != null) {
        ahead.add(Offset.parse(reminder.before()));
      }
    }
    Recurrence recurrence =
        Recurrence.of(
            LocalStart.parse(series.start()),
            clock.zone(),
            series.rule(),
            series.exdates(),
            series.rdates());
    if (series.repeat() == Repeat.COMPLETION) {
      recurrence.requireCountableFromAnywhere();
    }
    return new SeriesSchedule(series, recurrence, clock, List.copyOf(ahead));
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
    return recurrence
        .lastBefore(instant)
        .filter(found -> found.at().isAfter(after.at()))
        .map(this::timed);
  }

  /** What occurs in a span of time, in order: from inclusive, to exclusive, at most so many. */
  public List<Occurrence> between(Instant from, Instant to, int limit) {
    return recurrence.between(from, to, limit);
  }

  /**
   * The same rule, counted from the moment at which something was done: from the day of that
   * moment, at the time of day of the start, or from the very minute when the rule is hourly or
   * finer. The moment itself is no occurrence. Empty: the rule has nothing more to give.
   */
  public Optional<SeriesSchedule> countedFrom(Instant done) {
    LocalStart anchor = anchor(LocalDateTime.ofInstant(done, clock.zone()));
    List<String> exdates = new ArrayList<>(series.exdates());
    exdates.add(anchor.local());
    try {
      return Optional.of(
          new SeriesSchedule(
              series,
              Recurrence.of(anchor, clock.zone(), series.rule(), exdates, series.rdates()),
              clock,
              ahead));
    } catch (RuleRefused spent) {
      return Optional.empty();
    }
  }

  private LocalStart anchor(LocalDateTime done) {
    return switch (LocalStart.parse(series.start())) {
      case LocalStart.On start -> new LocalStart.On(done.toLocalDate());
      case LocalStart.At start when recurrence.isSubDaily() ->
          new LocalStart.At(
              done.truncatedTo(ChronoUnit.MINUTES).withSecond(start.time().getSecond()));
      case LocalStart.At start ->
          new LocalStart.At(done.toLocalDate().atTime(start.time().toLocalTime()));
    };
  }

  /** A local time as the occurrence that it would be, whatever the rule says of it. */
  public Occurrence at(String local) {
    return recurrence.at(local);
  }

  /** When the task of an occurrence is due: at the local time that the zone made of the rule's. */
  public Due due(Occurrence occurrence) {
    boolean dateOnly = occurrence.local().indexOf('T') < 0;
    return dateOnly
        ? new Due(null, LocalDate.parse(occurrence.local()), clock.zone(), occurrence.at())
        : new Due(
            LocalDateTime.ofInstant(occurrence.at(), clock.zone()),
            null,
            clock.zone(),
            occurrence.at());
  }

  /** When a relative reminder of an occurrence fires. */
  public Instant fireAt(Occurrence occurrence, RelativeReminder reminder) {
    return reminder.before() != null
        ? Offset.parse(reminder.before()).before(occurrence.local(), clock)
        : Offset.parse(Objects.requireNonNull(reminder.after())).after(occurrence.local(), clock);
  }

  /** The rule in plain English. */
  public String summary() {
    return switch (series.repeat()) {
      case SCHEDULE -> recurrence.summary();
      case COMPLETION -> recurrence.summary() + ", counted from when it was last done";
    };
  }

  private Timed timed(Occurrence occurrence) {
    Instant timerAt = occurrence.at();
    for (Offset offset : ahead) {
      Instant before = offset.before(occurrence.local(), clock);
      if (before.isBefore(timerAt)) {
        timerAt = before;
      }
    }
    return new Timed(occurrence, timerAt);
  }
}
