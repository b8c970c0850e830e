package dev.punctual.gateway.interchange;

import dev.punctual.calendar.RuleRefused;
import dev.punctual.calendar.Zones;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarParserImpl;

/**
 * Which IANA zone a TZID means: one of that name, one behind an address of others, the one whose
 * clocks go as the file's own VTIMEZONE says, or, where there is none, the one that Windows means.
 */
final class ZoneNames {
  /** A file has seldom more than a handful. */
  private static final int MAX_DEFINED = 1_000;

  /** Comparing clocks costs: so many observances of a file are looked at. */
  private static final int MAX_OBSERVANCES = 1_000;

  private final ZoneId person;
  private final int year;
  private final Map<String, ZoneId> defined = new HashMap<>();
  private final Map<String, Optional<ZoneId>> named = new HashMap<>();
  private int observances;

  /**
   * Knows IANA's and Windows' names to begin with.
   *
   * @param person preferred among zones whose clocks go the same way
   * @param year in which clocks are compared
   */
  ZoneNames(ZoneId person, int year) {
    this.person = person;
    this.year = year;
  }

  /** Learns from a VTIMEZONE. */
  void define(Block zone) {
    String id = zone.text("TZID");
    if (defined.size() >= MAX_DEFINED || named(id).isPresent()) {
      return;
    }
    named(zone.text("X-LIC-LOCATION"))
        .or(() -> observed(zone))
        .ifPresent(match -> defined.put(id, match));
  }

  /** The zone; empty when nothing is known of it. */
  Optional<ZoneId> find(String id) {
    return named(id).or(() -> Optional.ofNullable(defined.get(id))).or(() -> Windows.find(id));
  }

  private Optional<ZoneId> observed(Block zone) {
    observances += zone.blocks().size();
    return observances > MAX_OBSERVANCES
        ? Optional.empty()
        : Observances.match(
            zone,
            Stream.concat(Windows.find(zone.text("TZID")).stream(), Stream.of(person)).toList(),
            year);
  }

  private Optional<ZoneId> named(String id) {
    Optional<ZoneId> known = named.get(id);
    if (known == null) {
      known = region(id).or(() -> within(id));
      if (named.size() < MAX_DEFINED) {
        named.put(id, known);
      }
    }
    return known;
  }

  private static Optional<ZoneId> region(String id) {
    try {
      return Optional.of(Zones.parse(id));
    } catch (RuleRefused e) {
      return Optional.empty();
    }
  }

  /** Others write their own address before the name, such as /example.org/v1/Europe/Berlin. */
  private static Optional<ZoneId> within(String id) {
    String[] parts = id.split("/", 12);
    for (int from = Math.max(1, parts.length - 3); from < parts.length - 1; from++) {
      Optional<ZoneId> zone =
          region(String.join("/", Arrays.asList(parts).subList(from, parts.length)));
      if (zone.isPresent()) {
        return zone;
      }
    }
    return Optional.empty();
  }

  /** Read when it is asked first. */
  private static final class Windows {
    private static final Properties NAMES = new Properties();

    static {
      for (String list : new String[] {"msTimezoneNames", "msTimezoneIds"}) {
        try (InputStream in =
            CalendarParserImpl.class.getResourceAsStream(
                "/net/fortuna/ical4j/transform/compliance/" + list)) {
          if (in == null) {
            throw new IllegalStateException("ical4j has no " + list);
          }
          NAMES.load(in);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }

    static Optional<ZoneId> find(String id) {
      return Optional.ofNullable(NAMES.getProperty(id)).flatMap(ZoneNames::region);
    }
  }
}
