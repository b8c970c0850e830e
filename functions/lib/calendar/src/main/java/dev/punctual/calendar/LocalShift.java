package dev.punctual.calendar;

import dev.punctual.calendar.RuleRefused.Code;

/**
 * By how much local times move, on a clock without a zone.
 *
 * @param seconds later, or earlier when negative
 */
public record LocalShift(long seconds) {
  /** Nothing moves. */
  public static final LocalShift NONE = new LocalShift(0);

  /**
   * From one local time to another of the same form; between a date and a time there is none.
   *
   * @throws RuleRefused INVALID_START, when one of them cannot be read
   */
  public static LocalShift between(String from, String to) {
    LocalStart first = LocalStart.parse(from);
    LocalStart second = LocalStart.parse(to);
    return first instanceof LocalStart.On == second instanceof LocalStart.On
        ? new LocalShift(Floating.of(second) - Floating.of(first))
        : NONE;
  }

  public boolean isNone() {
    return seconds == 0;
  }

  /**
   * A local time, moved; in the form that names an occurrence.
   *
   * @throws RuleRefused INVALID_OCCURRENCE, when it cannot be read or leaves the years 1 to 9999
   */
  public String of(String local) {
    LocalStart read = Floating.start(local, Code.INVALID_OCCURRENCE);
    String moved = Floating.text(Floating.of(read) + seconds, read instanceof LocalStart.On);
    return Floating.start(moved, Code.INVALID_OCCURRENCE).local();
  }
}
