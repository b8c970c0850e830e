package dev.punctual.store;

import dev.punctual.contracts.json.Json;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code change}, what history and undo read. */
public final class Changes {
  private Changes() {}

  public static void insert(Connection connection, Collection<Change> changes) {
    Sql.batch(
        connection,
        "INSERT INTO change (user_id, id, kind, subject_id, actor, at, before, after,"
            + " progress_before, progress_after)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb)"
            // What one change did to a thing again: from what it was at first to what it is now.
            + " ON CONFLICT (user_id, id, subject_id) DO UPDATE"
            + " SET after = excluded.after, progress_after = excluded.progress_after",
        changes.stream()
            .map(
                change -> {
                  List<@Nullable Object> values = new ArrayList<>(10);
                  values.add(change.user());
                  values.add(change.id());
                  values.add(change.kind());
                  values.add(change.subject());
                  values.add(change.actor());
                  values.add(change.at());
                  values.add(json(change.before()));
                  values.add(json(change.after()));
                  values.add(json(change.progressBefore()));
                  values.add(json(change.progressAfter()));
                  return values;
                })
            .toList());
  }

  private static @Nullable String json(@Nullable Record thing) {
    return thing == null ? null : Json.write(thing);
  }
}
