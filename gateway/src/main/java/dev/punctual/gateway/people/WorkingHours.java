package dev.punctual.gateway.people;

/**
 * From when to when a person works.
 *
 * @param from {@code HH:mm}
 * @param to {@code HH:mm}, later than {@code from}
 */
record WorkingHours(String from, String to) {}
