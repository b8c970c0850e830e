package dev.punctual.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every change of clocks from 1990 to 2037 that the JDK knows: instants ascend, and the local time
 * is kept on both sides, except on the day of a gap that swallows it.
 */
class EveryTransitionTest {
  private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2038-01-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "America/New_York",
        "Europe/Berlin",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "America/Sao_Paulo",
        "Africa/Casablanca",
        "Asia/Gaza",
        "Antarctica/Troll",
        "America/Scoresbysund",
        "Asia/Kathmandu"
      })
  void theLocalTimeIsKeptInZonesOfEveryKind(String zone) {
    transitions(ZoneId.of(zone)).forEach(transition -> check(ZoneId.of(zone), transition));
  }

  @Test
  @Tag("long")
  void theLocalTimeIsKeptInAllZones() {
    int checked = 0;
    for (String id : ZoneId.getAvailableZoneIds()) {
      ZoneId zone = ZoneId.of(id);
      for (ZoneOffsetTransition transition : transitions(zone)) {
        check(zone, transition);
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(10_000);
  }

  private static void check(ZoneId zone, ZoneOffsetTransition transition) {
    LocalDateTime gapOrOverlap =
        transition.isGap() ? transition.getDateTimeBefore() : transition.getDateTimeAfter();
    Stream.of(
            gapOrOverlap.minusMinutes(1),
            gapOrOverlap,
            gapOrOverlap.plus(transition.getDuration().abs().dividedBy(2)),
            gapOrOverlap.plus(transition.getDuration().abs()))
        .map(LocalDateTime::toLocalTime)
        .forEach(
            time -> {
              daily(zone, gapOrOverlap.toLocalDate(), time);
              hourly(zone, gapOrOverlap.toLocalDate().atTime(time));
            });
  }

  private static void daily(ZoneId zone, LocalDate day, LocalTime time) {
    LocalDateTime start = day.minusDays(3).atTime(time);
    List<Occurrence> found = found(zone, start, "FREQ=DAILY;COUNT=7");
    ascend(found);
    for (Occurrence occurrence : found) {
      LocalDateTime local = LocalDateTime.parse(occurrence.local());
      LocalDateTime wall = LocalDateTime.ofInstant(occurrence.at(), zone);
      assertThat(local.toLocalTime()).isEqualTo(time);
      if (occurrence.shift() == ZoneShift.GAP) {
        ZoneOffsetTransition gap = zone.getRules().getTransition(local);
        assertThat(gap.isGap()).isTrue();
        assertThat(wall).isEqualTo(local.plus(gap.getDuration()));
      } else {
        assertThat(wall).as("%s in %s", local, zone).isEqualTo(local);
      }
    }
    // A day that the zone left out is moved onto the next, which is there already.
    assertThat(found).hasSizeGreaterThanOrEqualTo(6);
  }

  private static void hourly(ZoneId zone, LocalDateTime around) {
    List<Occurrence> found = found(zone, around.minusHours(6), "FREQ=HOURLY;COUNT=36");
    ascend(found);
    assertThat(found).isNotEmpty();
  }

  private static void ascend(List<Occurrence> found) {
    for (int i = 1; i < found.size(); i++) {
      assertThat(found.get(i).at()).isAfter(found.get(i - 1).at());
      assertThat(found.get(i).local()).isGreaterThan(found.get(i - 1).local());
    }
  }

  private static List<Occurrence> found(ZoneId zone, LocalDateTime start, String rule) {
    return Recurrence.of(new LocalStart.At(start.withNano(0)), zone, rule, List.of(), List.of())
        .take(null, 50);
  }

  private static List<ZoneOffsetTransition> transitions(ZoneId zone) {
    List<ZoneOffsetTransition> transitions = new ArrayList<>();
    ZoneRules rules = zone.getRules();
    ZoneOffsetTransition next = rules.nextTransition(FIRST);
    while (next != null && next.getInstant().isBefore(LAST)) {
      transitions.add(next);
      next = rules.nextTransition(next.getInstant());
    }
    return transitions;
  }
}
