package dev.punctual.gateway.series;

import dev.punctual.calendar.LocalStart;
import dev.punctual.calendar.Occurrence;
import dev.punctual.calendar.SeriesSchedule;
import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Refusals;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.task.OccurrenceTasks;
import dev.punctual.store.SeriesRow;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which occurrences of a series a span of time holds: those that were made and those to come. */
final class OccurrenceLists {
  private OccurrenceLists() {}

  /**
   * A span by the rule's own time.
   *
   * @param from inclusive
   * @param to exclusive
   * @param limit 1 to 200
   */
  record Span(Instant from, Instant to, int limit) {
    private static final int MAX_LIMIT = 200;
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

    Span {
      if (limit < 1 || limit > MAX_LIMIT) {
        throw new Refused(
            ProblemCode.INVALID_VALUE, "limit", "limit must be from 1 to " + MAX_LIMIT + ".");
      }
      if (from.isBefore(FIRST) || to.isAfter(LAST)) {
        throw new Refused(
            ProblemCode.OUT_OF_RANGE, "from", "Spans lie within the years 1 to 9999.");
      }
    }
  }

  /**
   * A part of the span.
   *
   * @param cursor the last occurrence of the part before; null: from the begin
   */
  static Page<SeriesOccurrence> page(
      Connection connection, SeriesRow row, Span span, @Nullable String cursor) {
    SeriesSchedule schedule = SeriesSchedule.of(row.series(), row.clock());
    Instant from = cursor == null ? span.from() : behind(schedule, cursor);
    int rows = span.limit() + 1;
    TreeMap<String, SeriesOccurrence> found = new TreeMap<>();
    for (Occurrence occurrence : toCome(row, schedule, from, span.to(), rows)) {
      found.put(occurrence.local(), SeriesOccurrence.of(occurrence, null));
    }
    made(connection, row, from, span.to(), rows)
        .forEach((local, task) -> found.put(local, SeriesOccurrence.of(schedule.at(local), task)));
    List<SeriesOccurrence> items = found.values().stream().limit(span.limit()).toList();
    return new Page<>(items, found.size() > span.limit() ? items.getLast().local() : null);
  }

  private static Instant behind(SeriesSchedule schedule, String cursor) {
    return Refusals.catching(
            "cursor", () -> new Accepted<>(schedule.at(cursor).at().plusSeconds(1)))
        .orRefuse();
  }

  private static List<Occurrence> toCome(
      SeriesRow row, SeriesSchedule schedule, Instant from, Instant to, int limit) {
    Instant nextAt = row.series().nextAt();
    String next = row.progress().nextOccurrence();
    if (nextAt == null || next == null || !SeriesDecider.isLive(row.series().status())) {
      return List.of();
    }
    if (row.series().repeat() == Repeat.COMPLETION) {
      boolean within = !nextAt.isBefore(from) && nextAt.isBefore(to);
      return within ? List.of(schedule.at(next)) : List.of();
    }
    return schedule.between(nextAt.isAfter(from) ? nextAt : from, to, limit);
  }

  private static TreeMap<String, Task> made(
      Connection connection, SeriesRow row, Instant from, Instant to, int limit) {
    return OccurrenceTasks.within(
        connection, row.user(), row.series().id(), firstFrom(row, from), firstFrom(row, to), limit);
  }

  /** The first name that an occurrence at or after an instant can have. */
  private static String firstFrom(SeriesRow row, Instant instant) {
    LocalDateTime local = LocalDateTime.ofInstant(instant.plusNanos(999_999_999), row.zone());
    boolean dateOnly = row.series().start().indexOf('T') < 0;
    LocalDate date = local.toLocalDate();
    return dateOnly
        ? (local.toLocalTime().equals(LocalTime.MIDNIGHT) ? date : date.plusDays(1)).toString()
        : new LocalStart.At(local.withNano(0)).local();
  }
}
