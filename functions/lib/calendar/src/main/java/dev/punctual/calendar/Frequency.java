package dev.punctual.calendar;

/** How often a rule looks for matches (RFC 5545 §3.3.10, FREQ), the rarest first. */
enum Frequency {
  YEARLY("year"),
  MONTHLY("month"),
  WEEKLY("week"),
  DAILY("day"),
  HOURLY("hour"),
  MINUTELY("minute");

  final String noun;

  Frequency(String noun) {
    this.noun = noun;
  }

  boolean subDaily() {
    return this == HOURLY || this == MINUTELY;
  }
}
