package dev.punctual.gateway.interchange;

import dev.punctual.calendar.LocalStart;
import dev.punctual.calendar.RuleRefused;
import dev.punctual.calendar.Zones;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Times of a calendar file in the form that the start of their series has. */
final class Places {
  private Places() {}

  /** The local time or date, as the series' own: of its form, and in its zone. */
  static String local(When when, When start) {
    LocalDateTime time = when.time();
    LocalDate date = when.date();
    if (start.date() != null) {
      return (date == null && time != null ? time.toLocalDate() : date) + "";
    }
    if (time == null && date != null && start.time() != null) {
      return date.atTime(start.time().toLocalTime()).toString();
    }
    ZoneId from = when.zone();
    ZoneId to = start.zone();
    if (time == null || from == null || to == null || from.equals(to)) {
      return when.local();
    }
    return LocalDateTime.ofInstant(Zones.resolve(time, from).at(), to).toString();
  }

  /** As {@link #local}, in the form that names an occurrence; empty after the year 9999. */
  static Optional<String> occurrence(When when, When start) {
    try {
      return Optional.of(identity(local(when, start)));
    } catch (RuleRefused e) {
      return Optional.empty();
    }
  }

  /** The form that names an occurrence. */
  static String identity(When when) {
    return identity(when.local());
  }

  static String identity(String local) {
    return LocalStart.parse(local).local();
  }
}
