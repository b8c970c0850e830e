package dev.punctual.gateway.people;

import java.time.LocalTime;

/**
 * From when to when a person works. What is due on a date alone counts from when it begins.
 *
 * @param from {@code HH:mm}
 * @param to {@code HH:mm}, later than {@code from}
 */
record WorkingHours(String from, String to) {
  LocalTime start() {
    return LocalTime.parse(from);
  }
}
