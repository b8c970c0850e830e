package dev.punctual.calendar;

/** What becomes of a day that its month or year does not have (RFC 7529 §4.1, SKIP). */
enum Skip {
  /** It is left out. */
  OMIT,
  /** The last valid day before it. */
  BACKWARD,
  /** The first valid day after it. */
  FORWARD
}
