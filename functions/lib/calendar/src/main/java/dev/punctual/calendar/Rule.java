package dev.punctual.calendar;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;

/**
 * A recurrence rule as it was written, checked by itself but not against a start.
 *
 * @param numbers the BY parts that hold numbers, each ascending and without repeats; absent parts
 *     are absent
 * @param days BYDAY in the order of the week, empty when absent
 */
record Rule(
    Frequency frequency,
    int interval,
    Bound bound,
    DayOfWeek weekStart,
    Skip skip,
    Map<Part, List<Integer>> numbers,
    List<NthDay> days) {

  Rule {
    numbers = Map.copyOf(numbers);
    days = List.copyOf(days);
  }

  boolean has(Part part) {
    return part == Part.BYDAY ? !days.isEmpty() : numbers.containsKey(part);
  }

  /** Ascending; empty when the part is absent. */
  List<Integer> get(Part part) {
    return numbers.getOrDefault(part, List.of());
  }
}
