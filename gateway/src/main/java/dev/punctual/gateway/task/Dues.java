package dev.punctual.gateway.task;

import dev.punctual.calendar.Zones;
import dev.punctual.contracts.Due;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.decide.Refusals;
import dev.punctual.gateway.http.ProblemCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** From what a person says to when a task is due (DESIGN §3). */
final class Dues {
  private Dues() {}

  /**
   * When it is due.
   *
   * @param person the person's zone, for a draft that names none
   */
  static Decision<Due> decide(DueDraft draft, ZoneId person) {
    String named = draft.zone();
    Decision<ZoneId> zone =
        named == null
            ? new Accepted<>(person)
            : Refusals.catching("due", () -> new Accepted<>(Zones.parse(named)));
    return switch (zone) {
      case Accepted<ZoneId>(ZoneId known) -> decideIn(known, draft);
      case Rejected<ZoneId>(ProblemCode code, String field, String message) ->
          new Rejected<>(code, "due." + field, message);
    };
  }

  /** When an open task becomes overdue: with its due, or when its day ends. */
  static Instant overdueAt(Due due) {
    LocalDate date = due.date();
    return date == null ? due.at() : Zones.startOfDay(date.plusDays(1), due.zone()).at();
  }

  private static Decision<Due> decideIn(ZoneId zone, DueDraft draft) {
    LocalDateTime local = draft.local();
    LocalDate date = draft.date();
    Instant at = draft.at();
    if (local != null && date == null) {
      LocalDateTime whole = local.truncatedTo(ChronoUnit.SECONDS);
      return inRange("due.local", whole.getYear())
          .then(year -> agreed(new Due(whole, null, zone, Zones.resolve(whole, zone).at()), at));
    }
    if (date != null && local == null) {
      return inRange("due.date", date.getYear())
          .then(year -> agreed(new Due(null, date, zone, Zones.startOfDay(date, zone).at()), at));
    }
    if (at != null && local == null) {
      return inRange("due.at", at.atZone(zone).getYear())
          .then(year -> new Accepted<>(exactly(at, zone)));
    }
    return new Rejected<>(
        ProblemCode.AMBIGUOUS_TIME, "due", "A due has exactly one of local, date and at.");
  }

  private static Due exactly(Instant at, ZoneId zone) {
    Instant whole = at.truncatedTo(ChronoUnit.SECONDS);
    return new Due(LocalDateTime.ofInstant(whole, zone), null, zone, whole);
  }

  private static Decision<Due> agreed(Due due, @Nullable Instant at) {
    return at == null || at.truncatedTo(ChronoUnit.SECONDS).equals(due.at())
        ? new Accepted<>(due)
        : new Rejected<>(
            ProblemCode.AMBIGUOUS_TIME,
            "due.at",
            "at says something else than the local time in its zone, which is "
                + due.at()
                + "; leave one of them out.");
  }

  private static Decision<Integer> inRange(String field, int year) {
    return year >= 1 && year <= 9999
        ? new Accepted<>(year)
        : new Rejected<>(
            ProblemCode.OUT_OF_RANGE, field, field + " lies within the years 1 to 9999.");
  }
}
