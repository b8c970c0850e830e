package dev.punctual.calendar;

import dev.punctual.calendar.RuleRefused.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parsed, checked recurrence in its zone: RFC 5545 §3.8.5 and §3.3.10 with SKIP of RFC 7529 §4.1.
 * Immutable.
 *
 * <p>The rule runs on local time; each local time is resolved in the zone by itself, last ({@link
 * Zones}). A local time that a gap moved onto or past a later one of the series is dropped, so
 * instants strictly ascend. This is decided before excluded dates are taken out: leaving out a date
 * never brings another one back. COUNT counts the matches of the rule, excluded and dropped ones
 * included, added dates not. Nothing lies after the year 9999.
 *
 * <p>Every answer takes a bounded number of steps. A rule that has matched and then finds nothing
 * within that bound (at least 17 years) counts as spent.
 */
public final class Recurrence {

  /** How many dates may be excluded from a series, and how many added. */
  public static final int MAX_DATES = Dates.MAX;

  /** Longer than any zone has ever skipped, and shorter than any zone keeps two changes apart. */
  private static final Duration LONGEST_GAP = Duration.ofHours(25);

  private final LocalStart start;
  private final ZoneId zone;
  private final @Nullable Rule rule;
  private final Timetable timetable;
  private final Set<Long> excluded;
  private final boolean dateOnly;
  private final int addedDates;

  private Recurrence(
      LocalStart start, ZoneId zone, @Nullable Rule rule, Set<Long> excluded, long[] added) {
    this.start = start;
    this.zone = zone;
    this.rule = rule;
    this.excluded = excluded;
    this.dateOnly = start instanceof LocalStart.On;
    this.addedDates = added.length;
    this.timetable = Timetable.of(start, zone, rule, added);
  }

  /**
   * Reads and checks a recurrence.
   *
   * @param start the rule's phase; it is an occurrence only when it matches the rule
   * @param rule a recurrence rule such as {@code FREQ=WEEKLY;BYDAY=FR}, at most 1,000 characters;
   *     null for a single occurrence at the start
   * @param exdates local times left out, in the form of {@link Occurrence#local()}; those that
   *     never occur are ignored
   * @param rdates local times added, in the same form; one that the rule matches too changes
   *     nothing
   * @throws RuleRefused with the code of what is wrong
   */
  public static Recurrence of(
      LocalStart start,
      ZoneId zone,
      @Nullable String rule,
      List<String> exdates,
      List<String> rdates) {
    boolean dateOnly = start instanceof LocalStart.On;
    return new Recurrence(
        start,
        zone,
        rule == null ? null : RuleText.parse(rule),
        new HashSet<>(Dates.read(exdates, dateOnly, Code.INVALID_EXDATE)),
        Dates.ascending(Dates.read(rdates, dateOnly, Code.INVALID_RDATE)));
  }

  /**
   * The first occurrence strictly after another in the order of the rule; empty when there is none.
   *
   * @param afterLocal the local identity of that other one, which need not occur itself; a date
   *     stands for the whole day; null for the first of all
   * @throws RuleRefused INVALID_OCCURRENCE, when the identity cannot be read
   */
  public Optional<Occurrence> next(@Nullable String afterLocal) {
    return occurrence(next(position(afterLocal), timetable.search()));
  }

  /**
   * The first occurrence at or after another in the order of the rule; empty when there is none.
   *
   * @param local the local identity of that other one, which need not occur itself
   * @throws RuleRefused INVALID_OCCURRENCE, when the identity cannot be read
   */
  public Optional<Occurrence> nextFrom(String local) {
    long floating = Floating.of(Floating.start(local, Code.INVALID_OCCURRENCE));
    return occurrence(next(floating - 1, timetable.search()));
  }

  /** The first occurrence whose instant is strictly after another; empty when there is none. */
  public Optional<Occurrence> nextAfter(Instant instant) {
    return occurrence(nextAfter(instant, timetable.search()));
  }

  /**
   * The occurrences of a span of time, in order.
   *
   * @param from inclusive
   * @param to exclusive
   * @param limit how many at most, from the earliest; not negative
   */
  public List<Occurrence> between(Instant from, Instant to, int limit) {
    List<Occurrence> found = new ArrayList<>();
    Search search = timetable.search();
    Found next =
        from.isAfter(Instant.MIN)
            ? nextAfter(from.minusNanos(1), search)
            : next(Floating.MIN, search);
    while (next != null && next.occurrence().at().isBefore(to) && found.size() < limit) {
      found.add(next.occurrence());
      next = next(next.local(), search);
    }
    return List.copyOf(found);
  }

  /**
   * The next occurrences in the order of the rule; fewer when the rule is spent.
   *
   * @param afterLocal as for {@link #next(String)}
   * @param count how many at most; not negative
   */
  public List<Occurrence> take(@Nullable String afterLocal, int count) {
    return take(position(afterLocal), count, timetable.search());
  }

  private List<Occurrence> take(long after, int count, Search search) {
    List<Occurrence> found = new ArrayList<>();
    Found next = count > 0 ? next(after, search) : null;
    while (next != null) {
      found.add(next.occurrence());
      next = found.size() < count ? next(next.local(), search) : null;
    }
    return List.copyOf(found);
  }

  /**
   * Occurrences in the order of the rule.
   *
   * @param more whether others follow, or may: the bound on the work was met
   */
  public record Excerpt(List<Occurrence> occurrences, boolean more) {
    public Excerpt {
      occurrences = List.copyOf(occurrences);
    }
  }

  /** As {@link #take}, and whether that is all. */
  public Excerpt excerpt(@Nullable String afterLocal, int count) {
    Search search = timetable.search();
    // One more than is wanted tells whether any follow.
    List<Occurrence> found = take(position(afterLocal), count + 1, search);
    boolean more = found.size() > count;
    return new Excerpt(more ? found.subList(0, count) : found, more || search.exhausted());
  }

  /** The last occurrence whose instant is before another; empty when there is none. */
  public Optional<Occurrence> lastBefore(Instant instant) {
    Search search = timetable.search();
    long bound = instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
    long second =
        Halving.last(
            Math.min(Floating.MIN, bound),
            bound,
            after -> {
              Found next = nextAfter(Instant.ofEpochSecond(after), search);
              return next == null ? Floating.NONE : next.occurrence().at().getEpochSecond();
            });
    return second == Floating.NONE
        ? Optional.empty()
        : nextAfter(Instant.ofEpochSecond(second).minusNanos(1));
  }

  /** A local time in the form of the start, resolved, whether it occurs or not. */
  Occurrence at(String local) {
    return resolve(Floating.of(Floating.start(local, Code.INVALID_OCCURRENCE)));
  }

  /**
   * Holds that the rule can begin anew at any time.
   *
   * @throws RuleRefused when there is none, or it counts its matches
   */
  void requireCountableFromAnywhere() {
    if (rule == null) {
      throw new RuleRefused(
          Code.INVALID_RULE, "", "What repeats from completion needs a rule: how long after.");
    }
    if (rule.bound() instanceof Bound.Count count) {
      throw new RuleRefused(
          Code.INVALID_COUNT,
          "COUNT=" + count.matches(),
          "What repeats from completion ends with UNTIL, not with COUNT.");
    }
  }

  boolean isSubDaily() {
    return rule != null && rule.frequency().subDaily();
  }

  /**
   * The rule in plain English, for instance {@code every 2 weeks on Friday at 14:00, New York
   * time}.
   */
  public String summary() {
    return Summary.of(start, zone, rule, addedDates, excluded.size());
  }

  /** An occurrence and its local time on the floating clock. */
  private record Found(long local, Occurrence occurrence) {}

  private static Optional<Occurrence> occurrence(@Nullable Found found) {
    return found == null ? Optional.empty() : Optional.of(found.occurrence());
  }

  private @Nullable Found next(long after, Search search) {
    long local = timetable.after(after, search);
    while (local != Floating.NONE) {
      if (!excluded.contains(local)) {
        Occurrence occurrence = resolve(local);
        if (!overtaken(local, occurrence, search)) {
          return new Found(local, occurrence);
        }
      }
      local = timetable.after(local, search);
    }
    return null;
  }

  private @Nullable Found nextAfter(Instant instant, Search search) {
    if (instant.getEpochSecond() > Floating.MAX + Floating.DAY) {
      return null;
    }
    Found next = next(notAfter(instant), search);
    while (next != null && !next.occurrence().at().isAfter(instant)) {
      next = next(next.local(), search);
    }
    return next;
  }

  /** A floating second before all occurrences after an instant, and not long before. */
  private long notAfter(Instant instant) {
    if (instant.getEpochSecond() < Floating.MIN + Floating.DAY) {
      return Floating.MIN;
    }
    ZoneRules rules = zone.getRules();
    LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
    // Looking for the last change of clocks is what costs most here: on most days there is none.
    boolean changed = !rules.getOffset(instant.minus(LONGEST_GAP)).equals(rules.getOffset(instant));
    ZoneOffsetTransition last = changed ? rules.previousTransition(instant.plusNanos(1)) : null;
    if (last != null
        && last.isGap()
        && instant.isBefore(last.getInstant().plus(last.getDuration()))) {
      local = last.getDateTimeBefore();
    }
    return Floating.of(dateOnly ? local.toLocalDate().atStartOfDay() : local) - 1;
  }

  /** Whether an occurrence that a gap moved meets or passes a later time of the series. */
  private boolean overtaken(long local, Occurrence occurrence, Search search) {
    if (occurrence.shift() != ZoneShift.GAP) {
      return false;
    }
    long next = timetable.after(local, search);
    while (next != Floating.NONE) {
      Occurrence later = resolve(next);
      if (later.shift() != ZoneShift.GAP || dateOnly) {
        return !later.at().isAfter(occurrence.at());
      }
      ZoneOffsetTransition gap = zone.getRules().getTransition(Floating.time(next));
      next = timetable.after(Floating.of(gap.getDateTimeAfter()) - 1, search);
    }
    return false;
  }

  private Occurrence resolve(long local) {
    Zones.Resolved resolved =
        dateOnly
            ? Zones.startOfDay(Floating.date(local), zone)
            : Zones.resolve(Floating.time(local), zone);
    return new Occurrence(Floating.text(local, dateOnly), resolved.at(), resolved.shift());
  }

  private long position(@Nullable String local) {
    if (local == null) {
      return Floating.MIN;
    }
    LocalStart read = Floating.start(local, Code.INVALID_OCCURRENCE);
    long floating = Floating.of(read);
    boolean wholeDay = !dateOnly && read instanceof LocalStart.On;
    return wholeDay ? floating + Floating.DAY - 1 : floating;
  }
}
