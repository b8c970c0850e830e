package dev.punctual.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules in plain English, all from Friday, March 6, 2026 at 14:00 in New York. */
class SummaryTest {

  private static final String NEW_YORK = "America/New_York";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR|every 2 weeks on Friday at 14:00, New York time",
        "FREQ=WEEKLY|every week on Friday at 14:00, New York time",
        "FREQ=WEEKLY;BYDAY=WE,MO|every week on Monday and Wednesday at 14:00, New York time",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR|every weekday at 14:00, New York time",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR|every 2 weeks on weekdays at 14:00, New York time",
        "FREQ=DAILY|every day at 14:00, New York time",
        "FREQ=DAILY;INTERVAL=2|every 2 days at 14:00, New York time",
        "FREQ=DAILY;COUNT=10|every day at 14:00, New York time, 10 times",
        "FREQ=DAILY;COUNT=1|every day at 14:00, New York time, once",
        "FREQ=DAILY;BYDAY=SA,SU|every week on Saturday and Sunday at 14:00, New York time",
        "FREQ=DAILY;INTERVAL=3;BYDAY=MO,FR|every 3 days if that is a Monday or Friday at 14:00, New York time",
        "FREQ=DAILY;BYMONTH=1|every day in January at 14:00, New York time",
        "FREQ=DAILY;BYHOUR=9,17;BYMINUTE=0,30|every day at 09:00, 09:30, 17:00 and 17:30, New York time",
        "FREQ=DAILY;BYHOUR=8,9,10,11,12,13,14|every day at 7 times of the day, New York time",
        "FREQ=MONTHLY|every month on the 6th at 14:00, New York time",
        "FREQ=MONTHLY;BYMONTHDAY=1,15,-1|every month on the 1st, the 15th and the last day at 14:00, New York time",
        "FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD|every month on the 31st (or the day before, where there is none) at 14:00, New York time",
        "FREQ=MONTHLY;BYMONTHDAY=22,23,11|every month on the 11th, the 22nd and the 23rd at 14:00, New York time",
        "FREQ=MONTHLY;BYDAY=2TU|every month on the 2nd Tuesday at 14:00, New York time",
        "FREQ=MONTHLY;BYDAY=-1FR|every month on the last Friday at 14:00, New York time",
        "FREQ=MONTHLY;BYDAY=-2MO,1FR|every month on the 1st Friday and the 2nd last Monday at 14:00, New York time",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13|every month on the 13th if that is a Friday at 14:00, New York time",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1|every month on the last weekday at 14:00, New York time",
        "FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3|every month on the 3rd Tuesday, Wednesday or Thursday at 14:00, New York time",
        "FREQ=MONTHLY;INTERVAL=2;BYMONTH=1,3|every 2 months on the 6th in January and March at 14:00, New York time",
        "FREQ=YEARLY|every year on March 6 at 14:00, New York time",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU|every year on the 2nd Sunday in March at 14:00, New York time",
        "FREQ=YEARLY;BYMONTH=3,6|every year on the 6th of March and June at 14:00, New York time",
        "FREQ=YEARLY;BYMONTHDAY=24|every year on March 24 at 14:00, New York time",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;SKIP=FORWARD|every year on February 29 (or the day after, where there is none) at 14:00, New York time",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO|every year on Monday of the 20th week at 14:00, New York time",
        "FREQ=YEARLY;BYDAY=20MO|every year on the 20th Monday of the year at 14:00, New York time",
        "FREQ=YEARLY;BYYEARDAY=1,100,-1|every year on the 1st, the 100th and the last day of the year at 14:00, New York time",
        "FREQ=HOURLY;INTERVAL=3;UNTIL=20261231|every 3 hours at minute 0, New York time, until December 31, 2026",
        "FREQ=HOURLY;BYMINUTE=0,30;BYHOUR=9,12|every hour at minutes 0 and 30 in the hours of 09:00 and 12:00, New York time",
        "FREQ=MINUTELY;INTERVAL=15;BYHOUR=9,10,11|every 15 minutes from 09:00 to 11:59, New York time",
        "FREQ=MINUTELY;BYDAY=MO,TU,WE,TH,FR|every minute on weekdays, New York time",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU|every 2 weeks on Tuesday and Sunday at 14:00, New York time, weeks beginning on Sunday",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;WKST=SU|every 2 weeks on Friday at 14:00, New York time",
        "FREQ=WEEKLY;BYDAY=TU,SU;WKST=SU|every week on Tuesday and Sunday at 14:00, New York time",
        "FREQ=WEEKLY;COUNT=3|every week on Friday at 14:00, New York time, 3 times",
        "FREQ=WEEKLY;BYMONTH=6,7|every week on Friday in June and July at 14:00, New York time",
        "FREQ=YEARLY;BYWEEKNO=1,-1|every year on Friday of the 1st and last week at 14:00, New York time",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;WKST=SU|every year on Monday of the 20th week at 14:00, New York time, weeks beginning on Sunday",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8|every 4 years on the 2nd, the 3rd, the 4th, the 5th, the 6th, the 7th and the 8th of November if that is a Tuesday at 14:00, New York time",
        "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1|every month on the 1st weekend day at 14:00, New York time",
        "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1|every 3 months on the last day at 14:00, New York time",
        "FREQ=DAILY;BYMONTHDAY=1,-1|every day on the 1st and the last day at 14:00, New York time",
        "FREQ=HOURLY|every hour at minute 0, New York time",
        "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,11|every 20 minutes in the hours of 09:00 and 11:00, New York time",
        "FREQ=DAILY;UNTIL=20270101T030000Z|every day at 14:00, New York time, until December 31, 2026",
      })
  void saysWhatTheRuleMeans(String rule, String summary) {
    assertThat(Series.of("2026-03-06T14:00", NEW_YORK, rule).summary()).isEqualTo(summary);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=WEEKLY;BYDAY=FR|every week on Friday",
        "FREQ=MONTHLY;COUNT=2|every month on the 6th, 2 times",
        "FREQ=MONTHLY;BYMONTHDAY=1,2;BYSETPOS=1|every month on the 1st and the 2nd, only the 1st of each month",
        "FREQ=MONTHLY;BYMONTHDAY=1,2;BYSETPOS=1;COUNT=2|every month on the 1st and the 2nd, only the 1st of each month, 2 times",
        "FREQ=YEARLY;UNTIL=20301231|every year on March 6, until December 31, 2030"
      })
  void leavesTimeAndZoneOutForDates(String rule, String summary) {
    assertThat(Series.of("2026-03-06", NEW_YORK, rule).summary()).isEqualTo(summary);
  }

  @Test
  void saysWhenASingleOccurrenceIs() {
    assertThat(Series.of("2026-03-06T14:00", NEW_YORK, null).summary())
        .isEqualTo("once on Friday, March 6, 2026 at 14:00, New York time");
    assertThat(Series.of("2026-03-06", NEW_YORK, null).summary())
        .isEqualTo("once on Friday, March 6, 2026");
  }

  @Test
  void saysHowManyDatesWereAddedAndLeftOut() {
    Recurrence recurrence =
        Series.of(
            "2026-03-06T14:00",
            NEW_YORK,
            "FREQ=DAILY",
            List.of("2026-03-07T14:00"),
            List.of("2026-03-08T09:00", "2026-03-09T09:00"));

    assertThat(recurrence.summary())
        .isEqualTo("every day at 14:00, New York time, 2 dates added, 1 date left out");
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York, New York time",
    "America/Argentina/Buenos_Aires, Buenos Aires time",
    "UTC, UTC",
    "Etc/UTC, UTC",
    "Etc/GMT+5, GMT+5",
    "EST5EDT, EST5EDT"
  })
  void namesTheZoneByItsPlace(String zone, String name) {
    assertThat(Series.of("2026-03-06T14:00", zone, "FREQ=DAILY").summary())
        .isEqualTo("every day at 14:00, " + name);
  }

  @Test
  void showsSecondsOnlyWhenThereAreSome() {
    assertThat(Series.of("2026-03-06T14:00:30", "UTC", "FREQ=DAILY").summary())
        .isEqualTo("every day at 14:00:30, UTC");
  }
}
