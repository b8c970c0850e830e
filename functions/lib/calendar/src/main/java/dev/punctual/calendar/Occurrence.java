package dev.punctual.calendar;

import java.time.Instant;

/**
 * One occurrence of a series.
 *
 * @param local the rule's own local time, {@code yyyy-MM-dd'T'HH:mm:ss} or {@code yyyy-MM-dd}: the
 *     identity of the occurrence within its series, whatever a zone did to it
 * @param at when that is; for a date the first instant of that day in the zone
 * @param shift what the zone did to the local time
 */
public record Occurrence(String local, Instant at, ZoneShift shift) {}
