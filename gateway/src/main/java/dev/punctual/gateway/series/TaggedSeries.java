package dev.punctual.gateway.series;

import dev.punctual.contracts.Series;
import dev.punctual.gateway.write.Tags;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRows;
import dev.punctual.store.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Series when one of their tags gets another name, or goes. */
public final class TaggedSeries {
  private TaggedSeries() {}

  /**
   * Replaces a tag wherever it is, in one write.
   *
   * @param to null: nothing takes its place
   */
  public static void replace(Write write, String tag, @Nullable String to) {
    List<SeriesRow> after = new ArrayList<>();
    for (SeriesRow row : lock(write, tag)) {
      Series series = row.series();
      List<String> tags = Tags.replaced(series.tags(), tag, to);
      SeriesRow retagged =
          new SeriesRow(
              row.user(),
              SeriesCopies.tagged(series, tags, write.now()),
              row.clock(),
              row.progress());
      after.add(retagged);
      SeriesStore.note(write, row, retagged);
    }
    SeriesRows.update(write.connection(), after);
  }

  private static List<SeriesRow> lock(Write write, String tag) {
    return Sql.list(
        write.connection(),
        SeriesRows.SELECT
            + "WHERE s.user_id = ? AND s.tags @> ARRAY[?::text] ORDER BY s.id FOR UPDATE OF s",
        SeriesRows::read,
        write.user(),
        tag);
  }
}
