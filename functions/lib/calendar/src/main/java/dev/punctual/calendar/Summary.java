package dev.punctual.calendar;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recurrence in plain English: how often, on which days, at which times, where, until when. */
final class Summary {

  private static final int MAX_TIMES_LISTED = 6;

  private final Rule rule;
  private final long start;
  private final boolean dateOnly;
  private final ZoneId zone;

  private Summary(LocalStart start, ZoneId zone, Rule rule) {
    this.rule = rule;
    this.start = Floating.of(start);
    this.dateOnly = start instanceof LocalStart.On;
    this.zone = zone;
  }

  static String of(LocalStart start, ZoneId zone, @Nullable Rule rule, int added, int excluded) {
    Summary summary = rule == null ? null : new Summary(start, zone, rule);
    StringBuilder text = new StringBuilder(summary == null ? once(start) : summary.often());
    if (start instanceof LocalStart.At) {
      text.append(", ").append(Wording.zone(zone));
    }
    if (summary != null) {
      text.append(summary.weeks()).append(summary.end());
    }
    if (added > 0) {
      text.append(", ").append(dates(added)).append(" added");
    }
    if (excluded > 0) {
      text.append(", ").append(dates(excluded)).append(" left out");
    }
    return punctuated(text.toString());
  }

  /** What is said of positions ends with a comma, for whatever may follow. */
  private static String punctuated(String text) {
    String once = text.replace(",,", ",");
    return once.endsWith(",") ? once.substring(0, once.length() - 1) : once;
  }

  private static String once(LocalStart start) {
    return switch (start) {
      case LocalStart.At at ->
          "once on "
              + Wording.dayAndDate(at.time().toLocalDate())
              + " at "
              + Wording.time(Floating.second(Floating.of(at)));
      case LocalStart.On on -> "once on " + Wording.dayAndDate(on.date());
    };
  }

  private String often() {
    String days = new DayWords(rule, Floating.date(start)).words();
    return dateOnly ? days : days + times();
  }

  private String times() {
    return switch (rule.frequency()) {
      case YEARLY, MONTHLY, WEEKLY, DAILY -> daily();
      case HOURLY -> " at " + minutes() + hours();
      case MINUTELY -> (rule.has(Part.BYMINUTE) ? " at " + minutes() : "") + hours();
    };
  }

  private String daily() {
    int second = Floating.second(start);
    List<Integer> hours = rule.has(Part.BYHOUR) ? rule.get(Part.BYHOUR) : List.of(second / 3_600);
    List<Integer> minutes =
        rule.has(Part.BYMINUTE) ? rule.get(Part.BYMINUTE) : List.of(second / 60 % 60);
    if (hours.size() * minutes.size() > MAX_TIMES_LISTED) {
      return " at " + hours.size() * minutes.size() + " times of the day";
    }
    List<String> times = new ArrayList<>();
    for (int hour : hours) {
      for (int minute : minutes) {
        times.add(Wording.time(hour * 3_600 + minute * 60 + second % 60));
      }
    }
    return " at " + Wording.and(times);
  }

  private String minutes() {
    List<Integer> minutes =
        rule.has(Part.BYMINUTE)
            ? rule.get(Part.BYMINUTE)
            : List.of(Floating.second(start) / 60 % 60);
    return (minutes.size() == 1 ? "minute " : "minutes ")
        + Wording.and(minutes.stream().map(String::valueOf).toList());
  }

  private String hours() {
    List<Integer> hours = rule.get(Part.BYHOUR);
    if (hours.isEmpty()) {
      return "";
    }
    boolean oneSpan = hours.getLast() - hours.getFirst() == hours.size() - 1;
    return oneSpan
        ? " from %02d:00 to %02d:59".formatted(hours.getFirst(), hours.getLast())
        : " in the hours of "
            + Wording.and(hours.stream().map(hour -> "%02d:00".formatted(hour)).toList());
  }

  /** Where weeks begin, if not on Monday and if that changes anything. */
  private String weeks() {
    DayOfWeek startsOn = Floating.date(start).getDayOfWeek();
    boolean oneDay =
        !rule.has(Part.BYDAY)
            || rule.days().size() == 1 && rule.days().getFirst().day() == startsOn;
    boolean counts =
        rule.has(Part.BYWEEKNO)
            || rule.frequency() == Frequency.WEEKLY
                && (rule.interval() > 1 && !oneDay || rule.has(Part.BYSETPOS));
    return counts && rule.weekStart() != DayOfWeek.MONDAY
        ? ", weeks beginning on " + Wording.weekday(rule.weekStart())
        : "";
  }

  private String end() {
    return switch (rule.bound()) {
      case Bound.Never never -> "";
      case Bound.Count count -> count.matches() == 1 ? ", once" : ", " + count.matches() + " times";
      case Bound.UntilDay until -> ", until " + Wording.date(until.day());
      case Bound.UntilLocal until -> ", until " + Wording.date(until.time().toLocalDate());
      case Bound.UntilInstant until ->
          ", until " + Wording.date(until.instant().atZone(zone).toLocalDate());
    };
  }

  private static String dates(int number) {
    return number == 1 ? "1 date" : number + " dates";
  }
}
