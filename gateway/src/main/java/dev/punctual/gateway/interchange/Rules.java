package dev.punctual.gateway.interchange;

import dev.punctual.calendar.Zones;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules between Punctual and calendar files, where these are stricter. */
final class Rules {
  private static final String SCALE = "RSCALE=GREGORIAN;";
  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  private Rules() {}

  /**
   * A rule as RFC 5545 and RFC 7529 want it: SKIP goes with RSCALE, and UNTIL has the form of the
   * start, in UTC when that has a zone.
   *
   * @param zone of the start; null: floating
   */
  static String write(String rule, @Nullable ZoneId zone, boolean ofDate) {
    String upper = rule.strip().toUpperCase(Locale.ROOT);
    String bare = upper.startsWith("RRULE:") ? upper.substring(6) : upper;
    String parts =
        Arrays.stream(bare.split(";"))
            .map(
                part ->
                    part.startsWith("UNTIL=")
                        ? "UNTIL=" + until(part.substring(6), zone, ofDate)
                        : part)
            .collect(Collectors.joining(";"));
    return parts.contains("SKIP=") && !parts.contains("RSCALE=") ? SCALE + parts : parts;
  }

  /** Without what {@link #write} puts in front. */
  static String read(String rule) {
    return rule.startsWith(SCALE) ? rule.substring(SCALE.length()) : rule;
  }

  private static String until(String until, @Nullable ZoneId zone, boolean ofDate) {
    try {
      if (ofDate) {
        return until.endsWith("Z") && zone != null ? date(until, zone) : until.substring(0, 8);
      }
      boolean fits = zone == null ? !until.endsWith("Z") : until.endsWith("Z");
      When when = When.read(until, null).orElse(null);
      if (when == null || fits && when.time() != null) {
        return until;
      }
      LocalDateTime time = when.date() != null ? when.date().atTime(LAST_SECOND) : when.time();
      return time == null || zone == null
          ? until.endsWith("Z") || time == null ? until : When.write(time)
          : When.write(Zones.resolve(time, zone).at());
    } catch (DateTimeException | StringIndexOutOfBoundsException e) {
      return until;
    }
  }

  private static String date(String until, ZoneId zone) {
    return When.instant(until)
        .map((Instant at) -> When.write(at.atZone(zone).toLocalDate()))
        .orElse(until);
  }
}
