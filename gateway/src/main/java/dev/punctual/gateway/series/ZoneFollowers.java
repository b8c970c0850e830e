package dev.punctual.gateway.series;

import dev.punctual.gateway.write.Write;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRows;
import dev.punctual.store.Sql;
import java.util.ArrayList;
import java.util.List;

/** Series without a zone of their own, when the person's zone changes. */
public final class ZoneFollowers {
  private ZoneFollowers() {}

  /** Times all of them anew in the zone that the account has by now, in one write. */
  public static void move(Write write) {
    List<SeriesRow> rows =
        Sql.list(
            write.connection(),
            SeriesRows.SELECT
                + "WHERE s.user_id = ? AND s.zone IS NULL ORDER BY s.id FOR UPDATE OF s",
            SeriesRows::read,
            write.user());
    List<SeriesRow> moved = new ArrayList<>(rows.size());
    for (SeriesRow row : rows) {
      SeriesRow after =
          SeriesDecider.decide(new SeriesCommand.Follow(row, row.zone()), write.now()).orRefuse();
      moved.add(after);
      SeriesStore.note(write, row, after);
    }
    SeriesRows.update(write.connection(), moved);
  }
}
