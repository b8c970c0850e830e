package dev.punctual.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Recurrences for tests, in one line. */
final class Series {

  private Series() {}

  static Recurrence of(String start, String zone, String rule) {
    return of(start, zone, rule, List.of(), List.of());
  }

  static Recurrence of(
      String start, String zone, String rule, List<String> exdates, List<String> rdates) {
    return Recurrence.of(LocalStart.parse(start), ZoneId.of(zone), rule, exdates, rdates);
  }

  static List<String> locals(Recurrence recurrence, int count) {
    return recurrence.take(null, count).stream().map(Occurrence::local).toList();
  }

  static List<Instant> instants(Recurrence recurrence, int count) {
    return recurrence.take(null, count).stream().map(Occurrence::at).toList();
  }
}
