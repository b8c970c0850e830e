package dev.punctual.calendar;

import dev.punctual.calendar.RuleRefused.Code;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A rule cut in two at a local time: the matches before it and those from it on, all of them and no
 * others.
 */
final class RuleSplit {

  private static final DateTimeFormatter UNTIL =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  /** So many matches of the rest are held against those of the whole. */
  private static final int COMPARED = 50;

  private static final Set<Part> OWN_DAYS =
      EnumSet.of(Part.BYDAY, Part.BYMONTHDAY, Part.BYYEARDAY, Part.BYWEEKNO);

  private final LocalStart start;
  private final ZoneId zone;
  private final String text;
  private final Rule rule;
  private final Timetable whole;

  RuleSplit(LocalStart start, ZoneId zone, String text) {
    this.start = start;
    this.zone = zone;
    this.text = text;
    this.rule = RuleText.parse(text);
    this.whole = Timetable.of(start, zone, rule, new long[0]);
  }

  /** The last match before a floating second, or {@link Floating#NONE}. */
  long lastBefore(long floating) {
    return whole.lastBefore(floating, whole.search());
  }

  /** The first match at or after a floating second, or {@link Floating#NONE}. */
  long firstFrom(long floating) {
    return whole.after(floating - 1, whole.search());
  }

  /** The rule up to its last match before the cut; there is one. */
  String before(long cut) {
    boolean dateOnly = start instanceof LocalStart.On;
    String until = UNTIL.format(Floating.time(lastBefore(cut)));
    return RuleText.with(
        text,
        EnumSet.of(Part.COUNT, Part.UNTIL),
        List.of(
            rule.bound() instanceof Bound.Count
                ? "COUNT=" + countBefore(cut)
                : "UNTIL=" + (dateOnly ? until.substring(0, 8) : until)));
  }

  /**
   * The rule for a start at its first match from the cut on; there is one.
   *
   * @throws RuleRefused CANNOT_SPLIT, when no rule that starts there has the same matches
   */
  String from(long cut) {
    List<String> added = new ArrayList<>();
    if (rule.bound() instanceof Bound.Count count) {
      added.add("COUNT=" + (count.matches() - countBefore(cut)));
    }
    addDaysOfStart(added);
    String rest =
        RuleText.with(
            text, rule.bound() instanceof Bound.Count ? EnumSet.of(Part.COUNT) : Set.of(), added);
    if (!goesOn(rest, cut)) {
      throw new RuleRefused(
          Code.CANNOT_SPLIT, text, "This rule cannot go on from here: say the rule that is to.");
    }
    return rest;
  }

  private int countBefore(long cut) {
    Search search = whole.search();
    int matches = 0;
    for (long next = whole.after(Floating.MIN, search);
        next < cut;
        next = whole.after(next, search)) {
      matches++;
    }
    return matches;
  }

  /** A rule that takes its days from its start must name those that SKIP would else move. */
  private void addDaysOfStart(List<String> added) {
    LocalDate day = Floating.date(Floating.of(start));
    boolean leans =
        switch (rule.frequency()) {
          case YEARLY, MONTHLY -> OWN_DAYS.stream().noneMatch(rule::has);
          case WEEKLY, DAILY, HOURLY, MINUTELY -> false;
        };
    if (leans && rule.skip() != Skip.OMIT && day.getDayOfMonth() > 28) {
      if (rule.frequency() == Frequency.YEARLY && !rule.has(Part.BYMONTH)) {
        added.add("BYMONTH=" + day.getMonthValue());
      }
      added.add("BYMONTHDAY=" + day.getDayOfMonth());
    }
  }

  private boolean goesOn(String rest, long cut) {
    long first = firstFrom(cut);
    try {
      Timetable half = Timetable.of(start(first), zone, RuleText.parse(rest), new long[0]);
      Search here = half.search();
      Search there = whole.search();
      long next = first;
      for (int i = 0; i < COMPARED && next != Floating.NONE; i++) {
        if (half.after(next - 1, here) != next) {
          return false;
        }
        next = whole.after(next, there);
      }
      return true;
    } catch (RuleRefused e) {
      return false;
    }
  }

  private LocalStart start(long floating) {
    LocalDateTime time = Floating.time(floating);
    return start instanceof LocalStart.On
        ? new LocalStart.On(time.toLocalDate())
        : new LocalStart.At(time);
  }
}
