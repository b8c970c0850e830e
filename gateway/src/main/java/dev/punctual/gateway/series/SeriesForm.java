package dev.punctual.gateway.series;

import dev.punctual.calendar.Offset;
import dev.punctual.calendar.SeriesSchedule;
import dev.punctual.calendar.Zones;
import dev.punctual.contracts.IfPending;
import dev.punctual.contracts.LocalClock;
import dev.punctual.contracts.OnMissed;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Series.RelativeReminder;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.decide.Refusals;
import dev.punctual.gateway.decide.Wording;
import dev.punctual.gateway.http.ProblemCode;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft that has been checked: the series that it describes and when its occurrences fall.
 *
 * @param series with the status, times and version of what it was filled into
 * @param clock the person's, in the zone that holds
 */
record SeriesForm(Series series, LocalClock clock, SeriesSchedule schedule) {
  private static final int MAX_REMINDERS = 50;

  /** An event carries the whole series and has at most 256 KB. */
  private static final int MAX_DATES = 2_000;

  /**
   * Checks a draft.
   *
   * @param into what the draft does not speak of is taken from here
   * @param person the person's own, whose zone holds for a draft that names none
   */
  static Decision<SeriesForm> of(SeriesDraft draft, Series into, LocalClock person) {
    return Wording.of(draft.title(), draft.notes(), draft.tags())
        .then(
            words -> bounds(draft).then(good -> offsets(draft)).then(good -> new Accepted<>(words)))
        .then(
            words ->
                Refusals.catching("lead", () -> scheduled(filled(draft, words, into), person)));
  }

  /** The schedule of a series that was checked before. */
  static SeriesForm of(Series series, LocalClock clock) {
    SeriesSchedule schedule = SeriesSchedule.of(series, clock);
    return new SeriesForm(SeriesCopies.withSummary(series, schedule.summary()), clock, schedule);
  }

  private static Decision<SeriesForm> scheduled(Series series, LocalClock person) {
    String named = series.zone();
    return new Accepted<>(of(series, person.in(named == null ? null : Zones.parse(named))));
  }

  private static Decision<SeriesDraft> bounds(SeriesDraft draft) {
    return atMost(draft.exdates(), MAX_DATES, "exdates", draft)
        .then(good -> atMost(draft.rdates(), MAX_DATES, "rdates", draft))
        .then(good -> atMost(draft.reminders(), MAX_REMINDERS, "reminders", draft));
  }

  private static Decision<SeriesDraft> atMost(
      List<?> items, int max, String field, SeriesDraft draft) {
    return items.size() <= max
        ? new Accepted<>(draft)
        : new Rejected<>(ProblemCode.TOO_MANY, field, field + " has at most " + max + " entries.");
  }

  /** Read one by one here so that a refusal can name its field. */
  private static Decision<Offset> offsets(SeriesDraft draft) {
    Decision<Offset> read = offset("lead", draft.lead() == null ? "PT0S" : draft.lead());
    List<RelativeReminder> reminders = draft.reminders();
    for (int i = 0; i < reminders.size(); i++) {
      String field = "reminders[" + i + "]";
      RelativeReminder reminder = reminders.get(i);
      read = read.then(good -> offset(field, reminder));
    }
    return read;
  }

  private static Decision<Offset> offset(String field, RelativeReminder reminder) {
    String before = reminder.before();
    String after = reminder.after();
    if (before != null && after == null) {
      return offset(field + ".before", before);
    }
    return before == null && after != null
        ? offset(field + ".after", after)
        : new Rejected<>(
            ProblemCode.AMBIGUOUS_TIME, field, "A reminder comes either before or after the due.");
  }

  /** As they are kept: those before, then those after. */
  private static List<RelativeReminder> ordered(List<RelativeReminder> reminders) {
    return reminders.stream()
        .sorted(Comparator.comparing(reminder -> reminder.before() == null))
        .toList();
  }

  private static Decision<Offset> offset(String field, String text) {
    return Refusals.catching(field, () -> new Accepted<>(Offset.parse(text)));
  }

  private static Series filled(SeriesDraft draft, Wording words, Series into) {
    return new Series(
        into.id(),
        words.title(),
        words.notes(),
        words.tags(),
        or(draft.priority(), Priority.MEDIUM),
        draft.start(),
        draft.zone(),
        draft.rule(),
        draft.exdates(),
        draft.rdates(),
        draft.lead(),
        or(draft.repeat(), Repeat.SCHEDULE),
        or(draft.ifPending(), IfPending.SKIP),
        or(draft.onMissed(), OnMissed.LATEST),
        ordered(draft.reminders()),
        into.status(),
        into.nextAt(),
        into.summary(),
        into.createdAt(),
        into.updatedAt(),
        into.version());
  }

  private static <T> T or(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
