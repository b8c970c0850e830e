package dev.punctual.gateway.series;

import dev.punctual.gateway.write.Write;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRows;
import dev.punctual.store.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;

/** Series whose times depend on a zone, when that changes: where it is, or what its clocks do. */
public final class ZoneFollowers {
  private ZoneFollowers() {}

  /**
   * Times those without a zone of their own anew, in the zone that the account has by now, in one
   * write.
   */
  public static void move(Write write) {
    resolve(write, "s.zone IS NULL", (before, after) -> true);
  }

  /** Times all that are to come anew, as the zones' clocks go by now; the account is locked. */
  public static void resolveAgain(Write write) {
    SeriesStore.lockZone(write);
    resolve(write, "s.next_occurrence IS NOT NULL", ZoneFollowers::differ);
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
          SeriesDecider.decide(new SeriesCommand.Follow(row, row.zone()), write.now()).orRefuse();
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
