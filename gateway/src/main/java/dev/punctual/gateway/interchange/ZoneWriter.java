package dev.punctual.gateway.interchange;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A zone as a VTIMEZONE (RFC 5545 §3.6.5), by the rules that Punctual itself goes by. */
final class ZoneWriter {
  /** What lies before has the offset of its begin. */
  private static final Instant FROM = Instant.EPOCH;

  /** Weekdays and dates meet in the same way again after so many years. */
  private static final int CYCLE = 28;

  private ZoneWriter() {}

  private record Kind(boolean daylight, ZoneOffset from, ZoneOffset to) {}

  static void write(CalendarText text, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    text.line("BEGIN", "VTIMEZONE");
    text.line("TZID", zone.getId());
    ZoneOffset first = rules.getOffset(FROM);
    observance(
        text,
        new Kind(rules.isDaylightSavings(FROM), first, first),
        List.of(LocalDateTime.ofInstant(FROM, first)),
        "");
    Map<Kind, List<LocalDateTime>> changes = new LinkedHashMap<>();
    int year = Year.of(1970).getValue();
    for (ZoneOffsetTransition change : rules.getTransitions()) {
      year = Math.max(year, change.getDateTimeBefore().getYear() + 1);
      if (change.getInstant().isAfter(FROM)) {
        changes
            .computeIfAbsent(kind(rules, change), kind -> new ArrayList<>())
            .add(change.getDateTimeBefore());
      }
    }
    changes.forEach((kind, onsets) -> observance(text, kind, onsets, ""));
    for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
      ZoneOffsetTransition change = rule.createTransition(year);
      observance(
          text,
          kind(rules, change),
          List.of(change.getDateTimeBefore()),
          "FREQ=YEARLY;" + yearly(rule, year));
    }
    text.line("END", "VTIMEZONE");
  }

  private static Kind kind(ZoneRules rules, ZoneOffsetTransition change) {
    return new Kind(
        rules.isDaylightSavings(change.getInstant()),
        change.getOffsetBefore(),
        change.getOffsetAfter());
  }

  private static void observance(
      CalendarText text, Kind kind, List<LocalDateTime> onsets, String rule) {
    String name = kind.daylight() ? "DAYLIGHT" : "STANDARD";
    text.line("BEGIN", name);
    text.time("DTSTART", onsets.getFirst(), null);
    text.line("TZOFFSETFROM", offset(kind.from()));
    text.line("TZOFFSETTO", offset(kind.to()));
    if (!rule.isEmpty()) {
      text.line("RRULE", rule);
    }
    if (onsets.size() > 1) {
      text.line("RDATE", onsets.stream().skip(1).map(When::write).collect(Collectors.joining(",")));
    }
    text.line("END", name);
  }

  /** The day of a rule, as it falls in all the years of a cycle. */
  private static String yearly(ZoneOffsetTransitionRule rule, int from) {
    List<LocalDateTime> onsets =
        IntStream.range(from, from + CYCLE)
            .mapToObj(year -> rule.createTransition(year).getDateTimeBefore())
            .toList();
    int month = onsets.getFirst().getMonthValue();
    String byMonth = "BYMONTH=" + month;
    if (rule.getDayOfWeek() == null) {
      return byMonth + ";BYMONTHDAY=" + onsets.getFirst().getDayOfMonth();
    }
    String day = day(onsets.getFirst().getDayOfWeek());
    int earliest = onsets.stream().mapToInt(LocalDateTime::getDayOfMonth).min().orElseThrow();
    boolean last = onsets.stream().allMatch(each -> each.plusDays(7).getMonthValue() != month);
    if (last) {
      return byMonth + ";BYDAY=-1" + day;
    }
    return earliest % 7 == 1
        ? byMonth + ";BYDAY=" + (earliest / 7 + 1) + day
        : byMonth
            + ";BYMONTHDAY="
            + IntStream.range(earliest, earliest + 7)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","))
            + ";BYDAY="
            + day;
  }

  private static String day(DayOfWeek day) {
    return day.name().substring(0, 2);
  }

  private static String offset(ZoneOffset offset) {
    int seconds = Math.abs(offset.getTotalSeconds());
    StringBuilder text = new StringBuilder(offset.getTotalSeconds() < 0 ? "-" : "+");
    twoDigits(text, seconds / 3_600);
    twoDigits(text, seconds / 60 % 60);
    if (seconds % 60 != 0) {
      twoDigits(text, seconds % 60);
    }
    return text.toString();
  }

  private static void twoDigits(StringBuilder text, int number) {
    text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
