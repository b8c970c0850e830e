package dev.punctual.calendar;

import dev.punctual.calendar.RuleRefused.Code;
import java.util.ArrayList;
import java.util.List;

/** The dates that are left out of a series or added to it, on the floating clock. */
final class Dates {

  static final int MAX = 10_000;

  private Dates() {}

  /**
   * Reads dates that have the form of their series' start.
   *
   * @param code in whose name others are refused
   */
  static List<Long> read(List<String> texts, boolean dateOnly, Code code) {
    if (texts.size() > MAX) {
      throw new RuleRefused(
          code, texts.size() + " dates", "A series has at most " + MAX + " of these dates.");
    }
    List<Long> dates = new ArrayList<>(texts.size());
    for (String text : texts) {
      LocalStart date = Floating.start(text, code);
      if (date instanceof LocalStart.On != dateOnly) {
        throw new RuleRefused(
            code,
            text,
            "These dates have the form of the start: "
                + (dateOnly ? "2026-03-06." : "2026-03-06T14:00:00."));
      }
      dates.add(Floating.of(date));
    }
    return dates;
  }

  static long[] ascending(List<Long> dates) {
    return dates.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
  }
}
