package dev.punctual.gateway.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
  /** A Sunday in Auckland, a Saturday still in New York. */
  private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "TODAY,2026-03-01,2026-03-02",
    "TOMORROW,2026-03-02,2026-03-03",
    "YESTERDAY,2026-02-28,2026-03-01",
    "THIS_WEEK,2026-02-23,2026-03-02",
    "NEXT_WEEK,2026-03-02,2026-03-09",
    "LAST_WEEK,2026-02-16,2026-02-23",
    "THIS_MONTH,2026-03-01,2026-04-01",
    "NEXT_MONTH,2026-04-01,2026-05-01",
    "LAST_MONTH,2026-02-01,2026-03-01"
  })
  void aNameIsDaysInThePersonsZone(Period.Named named, LocalDate first, LocalDate end) {
    assertThat(named.from(Viewpoint.of(NOW, ZoneId.of("Pacific/Auckland"))))
        .isEqualTo(new Period.Days(first, end));
  }

  @Test
  void anotherZoneHasAnotherDay() {
    assertThat(Period.Named.TODAY.from(Viewpoint.of(NOW, ZoneId.of("America/New_York"))).first())
        .isEqualTo("2026-02-28");
  }

  @Test
  void aWeekStartsWhenThePersonSaysSo() {
    Viewpoint sundays = new Viewpoint(NOW, ZoneId.of("Pacific/Auckland"), DayOfWeek.SUNDAY);

    assertThat(Period.Named.THIS_WEEK.from(sundays).first()).isEqualTo("2026-03-01");
  }

  @Test
  void itIsKnownWhereOnEarthItIsWhichDate() {
    LocalDatesNow dates = LocalDatesNow.at(NOW);

    assertThat(dates.utc()).isEqualTo("2026-03-01");
    assertThat(dates.behind()).contains("America/New_York").doesNotContain("Pacific/Auckland");
    assertThat(LocalDatesNow.at(Instant.parse("2026-03-01T13:00:00Z")).ahead())
        .contains("Pacific/Auckland")
        .doesNotContain("Europe/Berlin");
  }
}
