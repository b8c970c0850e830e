package dev.punctual.gateway.query;

import dev.punctual.contracts.WireName;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Days, as people say them. */
sealed interface Period {

  /** Which days these are, as somebody sees it. */
  Days from(Viewpoint viewpoint);

  /**
   * Days on end.
   *
   * @param first inclusive
   * @param end exclusive
   */
  record Days(LocalDate first, LocalDate end) {}

  /** One day of the calendar. */
  record On(LocalDate date) implements Period {
    @Override
    public Days from(Viewpoint viewpoint) {
      return new Days(date, date.plusDays(1));
    }
  }

  /** Days that depend on when it is. */
  enum Named implements Period, WireName {
    TODAY,
    TOMORROW,
    YESTERDAY,
    THIS_WEEK,
    NEXT_WEEK,
    LAST_WEEK,
    THIS_MONTH,
    NEXT_MONTH,
    LAST_MONTH;

    @Override
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Days from(Viewpoint viewpoint) {
      LocalDate today = viewpoint.today();
      LocalDate week = today.with(TemporalAdjusters.previousOrSame(viewpoint.weekStart()));
      LocalDate month = today.withDayOfMonth(1);
      return switch (this) {
        case TODAY -> days(today, 1);
        case TOMORROW -> days(today.plusDays(1), 1);
        case YESTERDAY -> days(today.minusDays(1), 1);
        case THIS_WEEK -> days(week, 7);
        case NEXT_WEEK -> days(week.plusWeeks(1), 7);
        case LAST_WEEK -> days(week.minusWeeks(1), 7);
        case THIS_MONTH -> month(month);
        case NEXT_MONTH -> month(month.plusMonths(1));
        case LAST_MONTH -> month(month.minusMonths(1));
      };
    }

    private static Days days(LocalDate first, int count) {
      return new Days(first, first.plusDays(count));
    }

    private static Days month(LocalDate first) {
      return new Days(first, first.plusMonths(1));
    }
  }
}
