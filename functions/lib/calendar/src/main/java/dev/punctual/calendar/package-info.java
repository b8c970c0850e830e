/** When things happen: recurrence rules, zones, gaps and overlaps, month ends. Pure, no clock. */
@NullMarked
package dev.punctual.calendar;

import org.jspecify.annotations.NullMarked;
