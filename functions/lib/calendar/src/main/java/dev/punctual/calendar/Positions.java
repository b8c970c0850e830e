package dev.punctual.calendar;

import java.util.Arrays;
import java.util.List;

/**
 * The matches of one period: each of its days at each of its times, of which BYSETPOS may choose.
 * Never written out: a year can hold 527,040 of them.
 */
record Positions(long[] days, int[] times, List<Integer> chosen) {

  /** The first match strictly after a floating second, or {@link Floating#NONE}. */
  long after(long floating) {
    int size = days.length * times.length;
    int index = firstAfter(floating);
    if (index >= size) {
      return Floating.NONE;
    }
    if (chosen.isEmpty()) {
      return at(index);
    }
    int best = size;
    for (int position : chosen) {
      int place = position > 0 ? position - 1 : size + position;
      if (index <= place && place < best) {
        best = place;
      }
    }
    return best < size ? at(best) : Floating.NONE;
  }

  private long at(int index) {
    return days[index / times.length] * Floating.DAY + times[index % times.length];
  }

  private int firstAfter(long floating) {
    int day = Arrays.binarySearch(days, Floating.day(floating));
    if (day < 0) {
      return (-day - 1) * times.length;
    }
    int second = Floating.second(floating);
    int time = 0;
    while (time < times.length && times[time] <= second) {
      time++;
    }
    return day * times.length + time;
  }
}
