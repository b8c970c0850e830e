package dev.punctual.gateway.series;

import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.Sql;
import java.util.Optional;

/**
 * The table {@code series_split}: at which occurrences series were split, and what goes on there.
 */
final class SeriesSplits {
  private SeriesSplits() {}

  static Optional<SeriesId> find(Write write, SeriesId series, String occurrence) {
    return Sql.one(
        write.connection(),
        "SELECT rest_id FROM series_split WHERE user_id = ? AND series_id = ? AND occurrence = ?",
        row -> new SeriesId(row.uuid("rest_id")),
        write.user(),
        series,
        occurrence);
  }

  static void insert(Write write, SeriesId series, String occurrence, SeriesId rest) {
    Sql.execute(
        write.connection(),
        "INSERT INTO series_split (user_id, series_id, occurrence, rest_id) VALUES (?, ?, ?, ?)",
        write.user(),
        series,
        occurrence,
        rest);
  }
}
