package dev.punctual.gateway.people;

import dev.punctual.contracts.Id.UserId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A person as they see themselves. Times of day are {@code HH:mm}, in the person's zone.
 *
 * @param email what the password is reset by; null: none is known
 * @param administrator whether they may invite others
 * @param hasPassword whether they can sign in with one
 * @param zone the zone of what names none itself
 * @param locale BCP 47
 * @param evening when their evening begins
 */
record Me(
    UserId id,
    String name,
    @Nullable String email,
    boolean administrator,
    boolean hasPassword,
    ZoneId zone,
    String locale,
    WeekStart weekStart,
    WorkingHours workingHours,
    String evening) {}
