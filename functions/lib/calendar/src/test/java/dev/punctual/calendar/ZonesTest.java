package dev.punctual.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {

  @ParameterizedTest
  @CsvSource({
    // New York: gap 2026-03-08 02:00-03:00, overlap 2026-11-01 01:00-02:00
    "America/New_York, 2026-03-08T01:59:59, 2026-03-08T06:59:59Z, NONE",
    "America/New_York, 2026-03-08T02:00:00, 2026-03-08T07:00:00Z, GAP",
    "America/New_York, 2026-03-08T02:30:00, 2026-03-08T07:30:00Z, GAP",
    "America/New_York, 2026-03-08T03:00:00, 2026-03-08T07:00:00Z, NONE",
    "America/New_York, 2026-11-01T00:59:59, 2026-11-01T04:59:59Z, NONE",
    "America/New_York, 2026-11-01T01:00:00, 2026-11-01T05:00:00Z, OVERLAP",
    "America/New_York, 2026-11-01T01:59:59, 2026-11-01T05:59:59Z, OVERLAP",
    "America/New_York, 2026-11-01T02:00:00, 2026-11-01T07:00:00Z, NONE",
    // Berlin: gap 2026-03-29 02:00-03:00, overlap 2026-10-25 02:00-03:00
    "Europe/Berlin, 2026-03-29T02:30:00, 2026-03-29T01:30:00Z, GAP",
    "Europe/Berlin, 2026-10-25T02:30:00, 2026-10-25T00:30:00Z, OVERLAP",
    // Lord Howe changes by half an hour: gap 2026-10-04 02:00-02:30, overlap 2026-04-05 01:30-02:00
    "Australia/Lord_Howe, 2026-10-04T02:15:00, 2026-10-03T15:45:00Z, GAP",
    "Australia/Lord_Howe, 2026-10-04T02:30:00, 2026-10-03T15:30:00Z, NONE",
    "Australia/Lord_Howe, 2026-04-05T01:45:00, 2026-04-04T14:45:00Z, OVERLAP",
    // Apia left out 2011-12-30
    "Pacific/Apia, 2011-12-30T10:00:00, 2011-12-30T20:00:00Z, GAP",
    "Pacific/Apia, 2011-12-31T10:00:00, 2011-12-30T20:00:00Z, NONE",
    "UTC, 2026-03-08T02:30:00, 2026-03-08T02:30:00Z, NONE"
  })
  void resolvesLocalTimes(String zone, LocalDateTime local, Instant at, ZoneShift shift) {
    assertThat(Zones.resolve(local, ZoneId.of(zone))).isEqualTo(new Zones.Resolved(at, shift));
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2026-03-08, 2026-03-08T05:00:00Z, NONE",
    // midnight does not exist: the day begins at 01:00
    "America/Sao_Paulo, 2018-11-04, 2018-11-04T03:00:00Z, GAP",
    // the gap 23:30-00:30 crosses midnight: the day begins at 00:30, not a gap's length after
    // midnight
    "America/Toronto, 1919-03-31, 1919-03-31T04:30:00Z, GAP",
    // midnight comes twice
    "America/Havana, 2026-11-01, 2026-11-01T04:00:00Z, OVERLAP",
    // the day does not exist
    "Pacific/Apia, 2011-12-30, 2011-12-30T10:00:00Z, GAP"
  })
  void beginsADayAtItsFirstInstant(String zone, LocalDate date, Instant at, ZoneShift shift) {
    assertThat(Zones.startOfDay(date, ZoneId.of(zone))).isEqualTo(new Zones.Resolved(at, shift));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-01T12:00:00Z, 2026-07-01T08:00:00",
    "2026-11-01T05:30:00Z, 2026-11-01T01:30:00",
    // in the second pass every local time of the first lies behind
    "2026-11-01T06:30:00Z, 2026-11-01T01:59:59",
    "2026-11-01T07:00:00Z, 2026-11-01T02:00:00"
  })
  void turnsAnInstantIntoTheLastLocalTimeNotAfterIt(Instant instant, LocalDateTime local) {
    assertThat(Zones.lastLocalAt(instant, ZoneId.of("America/New_York"))).isEqualTo(local);
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "Europe/Berlin", "UTC", "Etc/GMT+5", "EST5EDT"})
  void acceptsRegions(String id) {
    assertThat(Zones.parse(id).getId()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "+02:00",
        "-05",
        "Z",
        "UTC+2",
        "GMT+02:00",
        "UT-1",
        "SystemV/EST5",
        "europe/berlin",
        "Mars/Olympus",
        "America/New_York ",
        "../UTC"
      })
  void refusesEverythingElse(String id) {
    assertThatExceptionOfType(RuleRefused.class)
        .isThrownBy(() -> Zones.parse(id))
        .satisfies(e -> assertThat(e.code()).isEqualTo(RuleRefused.Code.UNKNOWN_ZONE))
        .satisfies(e -> assertThat(e.part()).isEqualTo(id));
  }

  @Test
  void readsAllRegionsOfTheDatabase() {
    ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.contains("/") && !id.startsWith("SystemV/"))
        .forEach(id -> assertThat(Zones.parse(id)).isEqualTo(ZoneId.of(id)));
  }
}
