package dev.punctual.gateway.people;

import dev.punctual.calendar.Zones;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.decide.Refusals;
import dev.punctual.gateway.decide.Wording;
import dev.punctual.gateway.http.ProblemCode;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person may be and prefer. */
final class ProfileDecider {
  private static final WorkingHours WORKING_HOURS = new WorkingHours("09:00", "17:00");

  private ProfileDecider() {}

  /** The profile after a person changed it. */
  static Decision<Me> edit(Me before, MeDraft draft) {
    return Wording.line(draft.name(), "name", SignUp.MAX_NAME)
        .then(name -> before.hasPassword() ? SignInName.name(name) : new Accepted<>(name))
        .then(name -> zone(draft.zone()).then(zone -> preferences(before, draft, name, zone)));
  }

  private static Decision<Me> preferences(Me before, MeDraft draft, String name, ZoneId zone) {
    return locale(draft.locale())
        .then(
            locale ->
                hours(draft.workingHours())
                    .then(
                        hours ->
                            time(draft.evening() == null ? "18:00" : draft.evening(), "evening")
                                .then(
                                    evening ->
                                        new Accepted<>(
                                            new Me(
                                                before.id(),
                                                name,
                                                before.email(),
                                                before.administrator(),
                                                before.hasPassword(),
                                                zone,
                                                locale,
                                                draft.weekStart() == null
                                                    ? WeekStart.MONDAY
                                                    : draft.weekStart(),
                                                hours,
                                                evening)))));
  }

  private static Decision<ZoneId> zone(String zone) {
    return Refusals.catching("zone", () -> new Accepted<>(Zones.parse(zone)));
  }

  private static Decision<String> locale(@Nullable String locale) {
    try {
      String tag =
          new Locale.Builder()
              .setLanguageTag(locale == null ? "en" : locale)
              .build()
              .toLanguageTag();
      if (!tag.equals("und") && tag.length() <= 35) {
        return new Accepted<>(tag);
      }
    } catch (IllformedLocaleException e) {
      // Told below, as any other text that names no language.
    }
    return new Rejected<>(
        ProblemCode.INVALID_VALUE, "locale", "locale must be a language tag such as en-GB.");
  }

  /** Those of a person; null: the usual. */
  static Decision<WorkingHours> hours(@Nullable WorkingHours hours) {
    WorkingHours wanted = hours == null ? WORKING_HOURS : hours;
    return time(wanted.from(), "workingHours.from")
        .then(from -> time(wanted.to(), "workingHours.to").then(to -> hours(from, to)));
  }

  private static Decision<WorkingHours> hours(String from, String to) {
    return from.compareTo(to) < 0
        ? new Accepted<>(new WorkingHours(from, to))
        : new Rejected<>(
            ProblemCode.OUT_OF_RANGE, "workingHours.to", "Work ends later than it begins.");
  }

  private static Decision<String> time(String text, String field) {
    return text.matches("([01][0-9]|2[0-3]):[0-5][0-9]")
        ? new Accepted<>(LocalTime.parse(text).toString())
        : new Rejected<>(
            ProblemCode.INVALID_VALUE, field, field + " must be a time of day such as 09:00.");
  }
}
