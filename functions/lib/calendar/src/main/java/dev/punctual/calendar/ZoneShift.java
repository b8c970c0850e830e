package dev.punctual.calendar;

/** What a zone did to a local time on its way to an instant. */
public enum ZoneShift {
  /** The local time exists once: nothing happened. */
  NONE,
  /** The local time does not exist: it moved forward by the length of the gap. */
  GAP,
  /** The local time exists twice: the first of the two was taken. */
  OVERLAP
}
