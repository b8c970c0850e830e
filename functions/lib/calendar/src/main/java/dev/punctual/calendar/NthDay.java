package dev.punctual.calendar;

import java.time.DayOfWeek;

/**
 * An element of BYDAY: a weekday, and which of them.
 *
 * @param nth 0 for every one; counted from the end when negative
 */
record NthDay(int nth, DayOfWeek day) {}
