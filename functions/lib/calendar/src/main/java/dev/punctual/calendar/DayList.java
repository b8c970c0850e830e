package dev.punctual.calendar;

import java.util.Arrays;

/** Epoch days as they are found; seldom out of order, seldom twice. */
final class DayList {
  private long[] days = new long[8];
  private int size;
  private boolean ascending = true;

  void add(long day) {
    if (size == days.length) {
      days = Arrays.copyOf(days, 2 * size);
    }
    ascending &= size == 0 || days[size - 1] < day;
    days[size++] = day;
  }

  /** Ascending, without repeats. */
  long[] toArray() {
    long[] found = Arrays.copyOf(days, size);
    if (ascending) {
      return found;
    }
    Arrays.sort(found);
    int kept = 1;
    for (int i = 1; i < size; i++) {
      if (found[i] != found[i - 1]) {
        found[kept++] = found[i];
      }
    }
    return Arrays.copyOf(found, kept);
  }
}
