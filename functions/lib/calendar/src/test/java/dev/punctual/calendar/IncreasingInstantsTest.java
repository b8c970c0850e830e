package dev.punctual.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds in every zone, around every change of its clocks. */
class IncreasingInstantsTest {

  private static final List<String> RULES =
      List.of(
          "FREQ=DAILY",
          "FREQ=DAILY;BYHOUR=0,1,2,3,23;BYMINUTE=0,15,30,59",
          "FREQ=WEEKLY;BYDAY=MO,SA,SU",
          "FREQ=MONTHLY;BYMONTHDAY=-1,1,31;SKIP=FORWARD",
          "FREQ=HOURLY",
          "FREQ=HOURLY;INTERVAL=5;BYMINUTE=10,50",
          "FREQ=MINUTELY",
          "FREQ=MINUTELY;INTERVAL=7",
          "FREQ=MINUTELY;INTERVAL=45;BYDAY=SU,MO");

  record Case(ZoneId zone, LocalDateTime start, String rule) {
    Recurrence recurrence() {
      return Recurrence.of(new LocalStart.At(start), zone, rule, List.of(), List.of());
    }
  }

  @Property
  void instantsAscendAndWallTimeIsKeptExceptInAGap(@ForAll("cases") Case each) {
    List<Occurrence> found = each.recurrence().take(null, 200);

    for (int i = 0; i < found.size(); i++) {
      Occurrence occurrence = found.get(i);
      LocalDateTime local = LocalDateTime.parse(occurrence.local());
      LocalDateTime wall = LocalDateTime.ofInstant(occurrence.at(), each.zone());
      ZoneOffsetTransition transition = each.zone().getRules().getTransition(local);
      switch (occurrence.shift()) {
        case NONE -> {
          assertThat(wall).isEqualTo(local);
          assertThat(transition).isNull();
        }
        case OVERLAP -> {
          assertThat(wall).isEqualTo(local);
          assertThat(occurrence.at()).isBefore(transition.getInstant());
        }
        case GAP -> assertThat(wall).isEqualTo(local.plus(transition.getDuration()));
      }
      if (i > 0) {
        assertThat(occurrence.at()).isAfter(found.get(i - 1).at());
        assertThat(occurrence.local()).isGreaterThan(found.get(i - 1).local());
      }
    }
  }

  @Property
  void localTimesAreThoseOfTheSameRuleWithoutAZoneButForDroppedOnes(@ForAll("cases") Case each) {
    List<String> floating =
        Series.locals(new Case(ZoneOffset.UTC, each.start(), each.rule()).recurrence(), 200);
    List<Occurrence> found = each.recurrence().take(null, 200);

    List<String> kept = found.stream().map(Occurrence::local).toList();
    List<String> dropped = floating.stream().filter(local -> !kept.contains(local)).toList();
    String last = kept.getLast();
    assertThat(kept.stream().filter(local -> local.compareTo(floating.getLast()) <= 0))
        .isSubsetOf(floating);
    assertThat(dropped.stream().filter(local -> local.compareTo(last) < 0))
        .allSatisfy(
            local -> {
              Zones.Resolved moved = Zones.resolve(LocalDateTime.parse(local), each.zone());
              assertThat(moved.shift()).isEqualTo(ZoneShift.GAP);
              assertThat(found)
                  .anySatisfy(
                      later -> {
                        assertThat(later.local()).isGreaterThan(local);
                        assertThat(later.at()).isBeforeOrEqualTo(moved.at());
                      });
            });
  }

  @Property
  void everyWayOfAskingGivesTheSameOccurrences(
      @ForAll("cases") Case each, @ForAll("seconds") int seconds) {
    Recurrence recurrence = each.recurrence();
    List<Occurrence> found = recurrence.take(null, 150);
    Instant instant = found.getFirst().at().plusSeconds(seconds);

    for (int i = 1; i < found.size(); i += 7) {
      assertThat(recurrence.next(found.get(i - 1).local())).contains(found.get(i));
      assertThat(recurrence.nextAfter(found.get(i - 1).at())).contains(found.get(i));
      assertThat(recurrence.nextAfter(found.get(i).at().minusNanos(1))).contains(found.get(i));
    }
    found.stream()
        .filter(occurrence -> occurrence.at().isAfter(instant))
        .findFirst()
        .ifPresent(next -> assertThat(recurrence.nextAfter(instant)).contains(next));
    assertThat(recurrence.between(found.getFirst().at(), found.getLast().at(), 1_000))
        .isEqualTo(found.subList(0, found.size() - 1));
  }

  @Property
  void datesBeginAtTheFirstInstantOfTheirDay(@ForAll("cases") Case each) {
    Recurrence recurrence =
        Recurrence.of(
            new LocalStart.On(each.start().toLocalDate()),
            each.zone(),
            "FREQ=DAILY",
            List.of(),
            List.of());

    List<Occurrence> found = recurrence.take(null, 30);

    for (int i = 0; i < found.size(); i++) {
      LocalDate date = LocalDate.parse(found.get(i).local());
      Instant at = found.get(i).at();
      assertThat(at).isEqualTo(date.atStartOfDay(each.zone()).toInstant());
      assertThat(at.atZone(each.zone()).toLocalDate()).isEqualTo(date);
      assertThat(at.minusSeconds(1).atZone(each.zone()).toLocalDate()).isBefore(date);
      if (i > 0) {
        assertThat(Duration.between(found.get(i - 1).at(), at)).isPositive();
      }
    }
  }

  @Provide
  Arbitrary<Integer> seconds() {
    return Arbitraries.integers().between(0, 14 * 86_400);
  }

  /**
   * Starts in the two days before a change of the clocks, where the zone has one, else anywhere.
   */
  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<ZoneId> zones =
        Arbitraries.of(
                ZoneId.getAvailableZoneIds().stream()
                    .filter(id -> id.contains("/") && !id.startsWith("SystemV/"))
                    .sorted()
                    .toList())
            .map(ZoneId::of);
    Arbitrary<Instant> moments =
        Arbitraries.longs()
            .between(
                Instant.parse("1950-01-01T00:00:00Z").getEpochSecond(),
                Instant.parse("2060-01-01T00:00:00Z").getEpochSecond())
            .map(Instant::ofEpochSecond);
    Arbitrary<Integer> minutesBefore = Arbitraries.integers().between(0, 2_880);
    return Combinators.combine(zones, moments, minutesBefore, Arbitraries.of(RULES))
        .as(
            (zone, moment, minutes, rule) -> {
              ZoneOffsetTransition change = zone.getRules().nextTransition(moment);
              Instant near = change == null ? moment : change.getInstant();
              LocalDateTime start = LocalDateTime.ofInstant(near, zone).minusMinutes(minutes);
              return new Case(zone, start.withNano(0), rule);
            });
  }
}
