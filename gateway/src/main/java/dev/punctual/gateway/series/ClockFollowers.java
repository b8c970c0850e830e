package dev.punctual.gateway.series;

import dev.punctual.gateway.write.Write;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRows;
import dev.punctual.store.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;

/** Series, when the clock that their times depend on changes. */
public final class ClockFollowers {
  private ClockFollowers() {}

  /**
   * Times those without a zone of their own anew, in the zone that the account has by now, in one
   * write.
   */
  public static void zoneMoved(Write write) {
    resolve(write, "s.zone IS NULL", (before, after) -> true);
  }

  /** Times those anew whose timers depend on when the account's days begin by now. */
  public static void dayStartMoved(Write write) {
    resolve(write, "s.next_occurrence IS NOT NULL", ClockFollowers::differ);
  }

  /** Times all that are to come anew, as the zones' clocks go by now; the account is locked. */
  public static void resolveAgain(Write write) {
    SeriesStore.lockClock(write);
    resolve(write, "s.next_occurrence IS NOT NULL", ClockFollowers::differ);
  }

  private static void resolve(
      Write write, String which, BiPredicate<SeriesRow, SeriesRow> matters) {
    List<SeriesRow> rows =
        Sql.list(
            write.connection(),
            SeriesRows.SELECT
                + "WHERE s.user_id = ? AND "
                + which
                + " ORDER BY s.id FOR UPDATE OF s",
            SeriesRows::read,
            write.user());
    List<SeriesRow> moved = new ArrayList<>(rows.size());
    for (SeriesRow row : rows) {
      SeriesRow after =
          SeriesDecider.decide(new SeriesCommand.Follow(row, row.clock()), write.now()).orRefuse();
      if (matters.test(row, after)) {
        moved.add(after);
        SeriesStore.note(write, row, after);
      }
    }
    SeriesRows.update(write.connection(), moved);
  }

  private static boolean differ(SeriesRow before, SeriesRow after) {
    return !Objects.equals(before.series().nextAt(), after.series().nextAt())
        || !Objects.equals(before.progress().timerAt(), after.progress().timerAt());
  }
}
