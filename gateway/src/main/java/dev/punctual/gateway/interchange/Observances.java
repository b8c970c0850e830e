package dev.punctual.gateway.interchange;

import dev.punctual.calendar.LocalStart;
import dev.punctual.calendar.Recurrence;
import dev.punctual.calendar.RuleRefused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the clocks of a VTIMEZONE go in one year, against those of the IANA zones. */
final class Observances {
  private static final int MAX = 100;
  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2})(\\d{2})(\\d{2})?");

  private Observances() {}

  /** By the instant: the offset that holds from then on; the first is that of the year's begin. */
  private record Clocks(Map<Instant, ZoneOffset> changes) {}

  /**
   * A zone whose clocks go the same way all through a year: a preferred one, else one of a place,
   * in the order of the alphabet.
   */
  static Optional<ZoneId> match(Block zone, List<ZoneId> preferred, int year) {
    Optional<Clocks> clocks = clocks(zone, year);
    return clocks.flatMap(
        wanted ->
            Stream.concat(preferred.stream(), places())
                .filter(candidate -> of(candidate, year).equals(wanted))
                .findFirst());
  }

  private static Stream<ZoneId> places() {
    return Stream.concat(
        ids().filter(id -> !id.startsWith("Etc/")).sorted().map(ZoneId::of),
        ids().filter(id -> id.startsWith("Etc/")).sorted().map(ZoneId::of));
  }

  private static Stream<String> ids() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.indexOf('/') > 0 && !id.startsWith("SystemV/"));
  }

  private static Clocks of(ZoneId zone, int year) {
    ZoneRules rules = zone.getRules();
    Instant begin = begin(year);
    Map<Instant, ZoneOffset> changes = new TreeMap<>();
    changes.put(begin, rules.getOffset(begin));
    ZoneOffsetTransition next = rules.nextTransition(begin);
    while (next != null && next.getInstant().isBefore(begin(year + 1))) {
      changes.put(next.getInstant(), next.getOffsetAfter());
      next = rules.nextTransition(next.getInstant());
    }
    return new Clocks(changes);
  }

  private static Optional<Clocks> clocks(Block zone, int year) {
    List<Block> observances = zone.blocks();
    if (zone.cut() || observances.isEmpty() || observances.size() > MAX) {
      return Optional.empty();
    }
    TreeMap<Instant, ZoneOffset> all = new TreeMap<>();
    for (Block observance : observances) {
      Optional<ZoneOffset> from = offset(observance.value("TZOFFSETFROM"));
      Optional<ZoneOffset> to = offset(observance.value("TZOFFSETTO"));
      Optional<When> start = When.read(observance.value("DTSTART"), null);
      if (from.isEmpty() || to.isEmpty() || start.isEmpty() || start.get().time() == null) {
        return Optional.empty();
      }
      for (LocalDateTime onset : onsets(observance, start.get(), year)) {
        all.put(onset.toInstant(from.get()), to.get());
      }
    }
    Map.Entry<Instant, ZoneOffset> before = all.floorEntry(begin(year));
    if (before == null) {
      return Optional.empty();
    }
    Map<Instant, ZoneOffset> changes = new TreeMap<>();
    changes.put(begin(year), before.getValue());
    ZoneOffset holds = before.getValue();
    for (Map.Entry<Instant, ZoneOffset> change :
        all.subMap(begin(year), false, begin(year + 1), false).entrySet()) {
      if (!change.getValue().equals(holds)) {
        changes.put(change.getKey(), change.getValue());
        holds = change.getValue();
      }
    }
    return Optional.of(new Clocks(changes));
  }

  /** Those of the year and of the one before it, and the first of all. */
  private static List<LocalDateTime> onsets(Block observance, When start, int year) {
    String rule = observance.value("RRULE");
    List<String> added =
        observance
            .all("RDATE")
            .flatMap(line -> Stream.of(line.value().split(",", -1)))
            .limit(Recurrence.MAX_DATES)
            .flatMap(date -> When.read(date, null).stream())
            .map(When::local)
            .filter(date -> date.length() > 10)
            .toList();
    try {
      Recurrence recurrence =
          Recurrence.of(
              LocalStart.parse(start.local()),
              When.UTC,
              rule.isEmpty() ? null : rule,
              List.of(),
              added);
      Instant floatingBegin = begin(year - 1);
      return Stream.concat(
              Stream.ofNullable(start.time()),
              Stream.concat(
                      recurrence.lastBefore(floatingBegin).stream(),
                      recurrence.between(floatingBegin, begin(year + 1), MAX).stream())
                  .map(occurrence -> LocalDateTime.parse(occurrence.local())))
          .toList();
    } catch (RuleRefused | DateTimeException e) {
      return List.of();
    }
  }

  private static Optional<ZoneOffset> offset(String text) {
    Matcher matcher = OFFSET.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int seconds =
        3_600 * Integer.parseInt(matcher.group(2))
            + 60 * Integer.parseInt(matcher.group(3))
            + (matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4)));
    return seconds > ZoneOffset.MAX.getTotalSeconds()
        ? Optional.empty()
        : Optional.of(ZoneOffset.ofTotalSeconds(matcher.group(1).equals("-") ? -seconds : seconds));
  }

  private static Instant begin(int year) {
    return LocalDateTime.of(year, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
  }
}
