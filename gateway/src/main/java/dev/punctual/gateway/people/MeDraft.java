package dev.punctual.gateway.people;

import org.jspecify.annotations.Nullable;

/**
 * What a person may change about themselves.
 *
 * @param name what they are called, and sign in with when they have a password; 1 to 100 characters
 * @param zone IANA name
 * @param locale BCP 47; default en
 * @param weekStart default monday
 * @param workingHours default 09:00 to 17:00
 * @param evening {@code HH:mm}; default 18:00
 */
record MeDraft(
    String name,
    String zone,
    @Nullable String locale,
    @Nullable WeekStart weekStart,
    @Nullable WorkingHours workingHours,
    @Nullable String evening) {
  static MeDraft of(Me me) {
    return new MeDraft(
        me.name(), me.zone().getId(), me.locale(), me.weekStart(), me.workingHours(), me.evening());
  }
}
