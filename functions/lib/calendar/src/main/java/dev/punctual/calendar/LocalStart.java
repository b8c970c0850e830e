package dev.punctual.calendar;

import dev.punctual.calendar.RuleRefused.Code;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** When a series starts: a local date-time or, date-only, a date. Years from 1 to 9999. */
public sealed interface LocalStart {

  /** A date with a time of day, in whole seconds. */
  record At(LocalDateTime time) implements LocalStart {
    public At {
      if (time.getNano() != 0 || outOfRange(time.getYear())) {
        throw refused(time.toString());
      }
    }

    @Override
    public String local() {
      return Floating.text(time.toEpochSecond(ZoneOffset.UTC), false);
    }
  }

  /** A date alone. */
  record On(LocalDate date) implements LocalStart {
    public On {
      if (outOfRange(date.getYear())) {
        throw refused(date.toString());
      }
    }

    @Override
    public String local() {
      return date.toString();
    }
  }

  /** The form that names an occurrence: {@code yyyy-MM-dd'T'HH:mm:ss} or {@code yyyy-MM-dd}. */
  String local();

  /**
   * Reads {@code 2026-03-06T14:00}, {@code 2026-03-06T14:00:30} or {@code 2026-03-06}.
   *
   * @throws RuleRefused INVALID_START, when it is anything else
   */
  static LocalStart parse(String text) {
    if (!Floating.FORM.matcher(text).matches()) {
      throw refused(text);
    }
    try {
      return text.length() == 10
          ? new On(LocalDate.parse(text))
          : new At(LocalDateTime.parse(text));
    } catch (DateTimeException e) {
      throw refused(text);
    }
  }

  private static boolean outOfRange(int year) {
    return year < 1 || year > 9999;
  }

  private static RuleRefused refused(String text) {
    return new RuleRefused(
        Code.INVALID_START,
        text,
        "A start is a local date and time such as 2026-03-06T14:00, or a date such as 2026-03-06.");
  }
}
