package dev.punctual.gateway.interchange;

import dev.punctual.contracts.WireName;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One VTODO on its way to an {@link Item}: what is looked up, and what is lost. */
final class Reading {
  /** How long a date is; it has no zone of its own (RFC 5545 §3.3.4). */
  private static final int DATE = 8;

  private final Block todo;
  private final Item.Origin origin;
  private final ZoneNames zones;
  private final LocalTime dayStart;
  private final Losses losses;
  private final Map<String, Optional<When>> times = new HashMap<>();

  /**
   * @param dayStart the time of day from which a date counts for the person
   */
  Reading(Block todo, Item.Origin origin, ZoneNames zones, LocalTime dayStart, Losses losses) {
    this.todo = todo;
    this.origin = origin;
    this.zones = zones;
    this.dayStart = dayStart;
    this.losses = losses;
  }

  Block todo() {
    return todo;
  }

  Item.Origin origin() {
    return origin;
  }

  LocalTime dayStart() {
    return dayStart;
  }

  void lose(String property, String value, String kept) {
    losses.add(origin.loss(property, value, kept));
  }

  /** The time of a property; empty when it is not there, or cannot be read. */
  Optional<When> when(String property) {
    // Once, so that what is lost of it is told once.
    return times.computeIfAbsent(
        property, name -> todo.first(name).flatMap(line -> when(line, line.value())));
  }

  /** One time of a line. */
  Optional<When> when(Line line, String value) {
    Optional<When> when = When.read(value, zone(line, value));
    if (when.isEmpty()) {
      lose(line.name(), value, "nothing: it is no date and no time of the years 1 to 9999");
    }
    return when;
  }

  /** An instant of Punctual's own writing, or a UTC time; empty when there is none. */
  Optional<Instant> instant(String property) {
    return todo.first(property).flatMap(line -> When.instant(line.value()));
  }

  /** A constant of Punctual's own; empty when it is not there, or unknown. */
  <T extends Enum<T> & WireName> Optional<T> constant(String property, Class<T> type) {
    String value = todo.value(property).strip();
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.wireName().equalsIgnoreCase(value))
        .findFirst();
  }

  private @Nullable ZoneId zone(Line line, String value) {
    String id = line.parameter("TZID");
    if (value.strip().length() == DATE) {
      return todo.first(Names.ZONE).flatMap(own -> zones.find(own.text())).orElse(null);
    }
    if (id.isEmpty() || value.strip().endsWith("Z")) {
      return null;
    }
    Optional<ZoneId> zone = zones.find(id);
    if (zone.isEmpty()) {
      lose(line.name() + ";TZID", id, "the local time, in your own zone");
    }
    return zone.orElse(null);
  }
}
