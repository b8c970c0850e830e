package dev.punctual.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days that some months and years do not have (RFC 7529 §4.1). */
class MonthEndsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // the 31st, anchored on the start
        "2026-01-31|FREQ=MONTHLY|2026-01-31 2026-03-31 2026-05-31 2026-07-31",
        "2026-01-31|FREQ=MONTHLY;SKIP=OMIT|2026-01-31 2026-03-31 2026-05-31 2026-07-31",
        "2026-01-31|FREQ=MONTHLY;SKIP=BACKWARD|2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31",
        "2026-01-31|FREQ=MONTHLY;SKIP=FORWARD|2026-01-31 2026-03-01 2026-03-31 2026-05-01 2026-05-31",
        "2026-01-31|RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD|2026-01-31 2026-02-28 2026-03-31",
        "2028-01-30|FREQ=MONTHLY;SKIP=BACKWARD|2028-01-30 2028-02-29 2028-03-30",
        "2026-01-31|FREQ=MONTHLY;INTERVAL=3;SKIP=BACKWARD|2026-01-31 2026-04-30 2026-07-31 2026-10-31",
        // two written days that become one
        "2026-02-01|FREQ=MONTHLY;BYMONTHDAY=28,30,31;SKIP=BACKWARD|2026-02-28 2026-03-28 2026-03-30 2026-03-31 2026-04-28 2026-04-30 2026-05-28",
        "2026-04-01|FREQ=MONTHLY;BYMONTHDAY=1,31;SKIP=FORWARD|2026-04-01 2026-05-01 2026-05-31 2026-06-01 2026-07-01 2026-07-31",
        // the weekday limits the day that SKIP found
        "2026-01-01|FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=SA;SKIP=BACKWARD|2026-01-31 2026-02-28 2026-10-31",
        // February 29
        "2024-02-29|FREQ=YEARLY|2024-02-29 2028-02-29 2032-02-29",
        "2024-02-29|FREQ=YEARLY;SKIP=BACKWARD|2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29",
        "2024-02-29|FREQ=YEARLY;SKIP=FORWARD|2024-02-29 2025-03-01 2026-03-01 2027-03-01 2028-02-29",
        "2096-02-29|FREQ=YEARLY|2096-02-29 2104-02-29",
        "2024-02-29|FREQ=YEARLY;INTERVAL=3|2024-02-29 2036-02-29 2048-02-29",
        "2024-01-31|FREQ=YEARLY;BYMONTH=2,4;SKIP=BACKWARD|2024-02-29 2024-04-30 2025-02-28 2025-04-30",
        // the 366th day
        "2024-01-01|FREQ=YEARLY;BYYEARDAY=366|2024-12-31 2028-12-31",
        "2024-01-01|FREQ=YEARLY;BYYEARDAY=366;SKIP=BACKWARD|2024-12-31 2025-12-31 2026-12-31",
        "2024-01-01|FREQ=YEARLY;BYYEARDAY=366;SKIP=FORWARD|2024-12-31 2026-01-01 2027-01-01 2028-01-01 2028-12-31",
        "2026-01-01|FREQ=MONTHLY;BYMONTHDAY=-1|2026-01-31 2026-02-28 2026-03-31 2026-04-30",
        // a fifth Friday that a month does not have is no invalid date
        "2026-01-01|FREQ=MONTHLY;BYDAY=5FR;SKIP=BACKWARD|2026-01-30 2026-05-29 2026-07-31",
      })
  void settlesTheDayThatIsMissing(String start, String rule, String expected) {
    List<String> days = List.of(expected.split(" "));

    assertThat(Series.locals(Series.of(start, "UTC", rule), days.size())).isEqualTo(days);
    assertThat(Series.locals(Series.of(start + "T18:30", "Europe/Berlin", rule), days.size()))
        .isEqualTo(days.stream().map(day -> day + "T18:30:00").toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // what SKIP moved into May stands between the times of May's own first day
        "2026-04-01T00:00|FREQ=MONTHLY;BYMONTHDAY=1,31;BYHOUR=9,17;BYSETPOS=1,-1;SKIP=FORWARD|2026-04-01T09 2026-05-01T09 2026-05-01T17 2026-05-31T17 2026-06-01T09",
        "2026-04-01T00:00|FREQ=MONTHLY;BYMONTHDAY=31;BYHOUR=9,17;BYSETPOS=-1;SKIP=BACKWARD|2026-04-30T17 2026-05-31T17 2026-06-30T17",
      })
  void keepsTheOrderWhereADayMovesIntoTheNextMonth(String start, String rule, String expected) {
    List<String> times =
        List.of(expected.split(" ")).stream().map(time -> time + ":00:00").toList();

    assertThat(Series.locals(Series.of(start, "UTC", rule), times.size())).isEqualTo(times);
  }
}
