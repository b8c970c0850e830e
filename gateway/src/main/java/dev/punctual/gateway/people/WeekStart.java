package dev.punctual.gateway.people;

import dev.punctual.contracts.WireName;
import java.util.Locale;

/** The day with which a person's weeks begin. */
enum WeekStart implements WireName {
  MONDAY,
  SATURDAY,
  SUNDAY;

  @Override
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
