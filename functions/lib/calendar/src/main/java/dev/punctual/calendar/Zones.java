package dev.punctual.calendar;

import dev.punctual.calendar.RuleRefused.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Set;
import java.util.stream.Collectors;

/** From local times to instants, in regions of the IANA time zone database. */
public final class Zones {

  private static final Set<String> REGIONS =
      ZoneId.getAvailableZoneIds().stream()
          .filter(id -> !id.startsWith("SystemV/"))
          .collect(Collectors.toUnmodifiableSet());

  private Zones() {}

  /** An instant, and what the zone did to the local time that it came from. */
  public record Resolved(Instant at, ZoneShift shift) {}

  /**
   * The zone of a region id such as {@code Europe/Berlin} or {@code UTC}, written exactly so.
   *
   * @throws RuleRefused UNKNOWN_ZONE, for anything else, offsets such as {@code +02:00} and {@code
   *     UTC+2} included
   */
  public static ZoneId parse(String id) {
    if (!REGIONS.contains(id)) {
      throw new RuleRefused(
          Code.UNKNOWN_ZONE,
          id,
          "A zone is an IANA region such as America/New_York, never an offset.");
    }
    return ZoneId.of(id);
  }

  /**
   * The instant of a local time: in a gap it moves forward by the gap's length, in an overlap it is
   * the first of the two (RFC 5545 §3.3.5).
   */
  public static Resolved resolve(LocalDateTime local, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    ZoneOffsetTransition transition = rules.getTransition(local);
    if (transition == null) {
      return new Resolved(local.toInstant(rules.getOffset(local)), ZoneShift.NONE);
    }
    // The offset before the transition is the first pass of an overlap, and carries a gap's length
    // over it.
    return new Resolved(
        local.toInstant(transition.getOffsetBefore()),
        transition.isGap() ? ZoneShift.GAP : ZoneShift.OVERLAP);
  }

  /** The first instant of a day; of a day that the zone left out, the first instant after it. */
  public static Resolved startOfDay(LocalDate date, ZoneId zone) {
    LocalDateTime midnight = date.atStartOfDay();
    ZoneOffsetTransition transition = zone.getRules().getTransition(midnight);
    return transition != null && transition.isGap()
        ? new Resolved(transition.getInstant(), ZoneShift.GAP)
        : resolve(midnight, zone);
  }

  /**
   * The last local second that is not after an instant, on a time line that takes only the first
   * pass of an overlap.
   */
  static LocalDateTime lastLocalAt(Instant instant, ZoneId zone) {
    ZoneOffset offset = zone.getRules().getOffset(instant);
    LocalDateTime local = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, offset);
    ZoneOffsetTransition transition = zone.getRules().getTransition(local);
    boolean secondPass =
        transition != null && transition.isOverlap() && offset.equals(transition.getOffsetAfter());
    return secondPass ? transition.getDateTimeBefore().minusSeconds(1) : local;
  }
}
