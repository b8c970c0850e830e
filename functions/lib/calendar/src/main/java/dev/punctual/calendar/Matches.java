package dev.punctual.calendar;

/**
 * The matches of a rule on the floating clock, in ascending order. Stateless: any match can be
 * asked for.
 */
interface Matches {

  /** The first match strictly after a floating second, or {@link Floating#NONE}. */
  long after(long floating, Search search);
}
