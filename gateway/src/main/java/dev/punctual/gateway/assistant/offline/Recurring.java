package dev.punctual.gateway.assistant.offline;

import dev.punctual.calendar.Zones;
import dev.punctual.contracts.Series;
import dev.punctual.gateway.assistant.find.Recent;
import dev.punctual.gateway.assistant.language.meaning.Span;
import dev.punctual.gateway.assistant.language.meaning.Wanted;
import dev.punctual.gateway.assistant.turn.Context;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells of what recurs: it has no task yet until it comes due. */
@Singleton
final class Recurring {
  private static final int LOOKED_AT = 100;

  private final Recent recent;

  Recurring(Recent recent) {
    this.recent = recent;
  }

  /** Series that are asked for, or come within the days that are. */
  List<Series> coming(Context context, Wanted wanted) {
    boolean more =
        !wanted.topics().isEmpty() || !wanted.tags().isEmpty() || wanted.priority() != null;
    if (more || wanted.overdue() || wanted.state() != Wanted.State.OPEN) {
      return List.of();
    }
    Span due = wanted.due();
    if (due == null && !wanted.recurring() && wanted.words().isEmpty()) {
      return List.of();
    }
    return recent.series(context.person(), wanted.words(), LOOKED_AT).stream()
        .filter(series -> due == null || isWithin(series.nextAt(), due, context))
        .toList();
  }

  private static boolean isWithin(@Nullable Instant at, Span due, Context context) {
    return at != null
        && !at.isBefore(Zones.startOfDay(due.first(), context.speaker().zone()).at())
        && at.isBefore(Zones.startOfDay(due.end(), context.speaker().zone()).at());
  }

  static String told(Context context, List<Series> series) {
    return series.isEmpty()
        ? ""
        : "\nRecurring:"
            + series.stream()
                .map(one -> "\n- " + context.replies().series(one))
                .collect(Collectors.joining());
  }
}
