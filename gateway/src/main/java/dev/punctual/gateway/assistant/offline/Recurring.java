package dev.punctual.gateway.assistant.offline;

import dev.punctual.calendar.Zones;
import dev.punctual.contracts.Series;
import dev.punctual.gateway.assistant.find.Recent;
import dev.punctual.gateway.assistant.language.meaning.Span;
import dev.punctual.gateway.assistant.language.meaning.Wanted;
import dev.punctual.gateway.assistant.turn.Context;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Tells of what recurs: it has no task yet until it comes due. */
@Singleton
final class Recurring {
  private static final int SHOWN = 50;

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
    if (due == null) {
      return recent.series(context.person(), wanted.words(), SHOWN + 1);
    }
    ZoneId zone = context.speaker().zone();
    return recent.coming(
        context.person(),
        wanted.words(),
        Zones.startOfDay(due.first(), zone).at(),
        Zones.startOfDay(due.end(), zone).at(),
        SHOWN + 1);
  }

  static String told(Context context, List<Series> series) {
    return series.isEmpty()
        ? ""
        : "\nRecurring:"
            + series.stream()
                .limit(SHOWN)
                .map(one -> "\n- " + context.replies().series(one))
                .collect(Collectors.joining())
            + (series.size() > SHOWN ? "\n- and more" : "");
  }
}
