package dev.punctual.gateway.interchange;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRows;
import dev.punctual.store.Sql;
import java.sql.Connection;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which things of a person's go by which UID: the one they came with, else their own id. */
record KnownUids(Set<String> tasks, Set<String> trash, Map<String, Master> series) {
  KnownUids {
    tasks = Set.copyOf(tasks);
    trash = Set.copyOf(trash);
    series = Map.copyOf(series);
  }

  /** What occurrences have to know of their series. */
  record Master(SeriesId id, String start, ZoneId zone) {
    static Master of(SeriesRow row) {
      return new Master(row.series().id(), row.series().start(), row.zone());
    }
  }

  boolean has(String uid) {
    return tasks.contains(uid) || series.containsKey(uid);
  }

  boolean isTrashed(String uid) {
    return trash.contains(uid) || trash.contains(lower(uid));
  }

  /** Those that are there; series locked until the transaction ends. */
  static KnownUids find(Connection connection, UserId user, Collection<String> uids) {
    Map<UUID, String> ids = new HashMap<>();
    uids.forEach(uid -> uuid(uid).forEach(id -> ids.put(id, uid)));
    Set<String> tasks = new HashSet<>();
    Set<String> trash = new HashSet<>();
    Sql.list(
            connection,
            "SELECT uid, deleted_at FROM task WHERE user_id = ? AND uid = ANY (?)"
                + " UNION ALL SELECT id::text, deleted_at FROM task"
                + " WHERE user_id = ? AND id = ANY (?::uuid[])",
            row -> new FoundTask(row.text("uid"), row.instantOrNull("deleted_at") != null),
            user,
            uids,
            user,
            ids.keySet())
        .forEach(found -> (found.trashed() ? trash : tasks).add(found.uid()));
    Map<String, Master> series = new HashMap<>();
    Sql.list(
            connection,
            SeriesRows.SELECT
                + "WHERE s.user_id = ? AND (s.uid = ANY (?) OR s.id = ANY (?::uuid[]))"
                + " ORDER BY s.id FOR UPDATE OF s",
            row -> new Found(row.textOrNull("uid") + "", SeriesRows.read(row)),
            user,
            uids,
            ids.keySet())
        .forEach(
            found -> {
              Master master = Master.of(found.row());
              series.put(found.uid(), master);
              String own = ids.get(master.id().value());
              if (own != null) {
                series.put(own, master);
              }
            });
    tasks.addAll(ids.values().stream().filter(uid -> tasks.contains(lower(uid))).toList());
    return new KnownUids(tasks, trash, series);
  }

  private record FoundTask(String uid, boolean trashed) {}

  private record Found(String uid, SeriesRow row) {}

  /** Notes by which UID new things came. */
  static void note(Connection connection, String table, UserId user, Map<Id, String> uids) {
    List<List<Object>> rows = new ArrayList<>();
    uids.forEach((id, uid) -> rows.add(List.of(uid, user, id)));
    Sql.batch(connection, "UPDATE " + table + " SET uid = ? WHERE user_id = ? AND id = ?", rows);
  }

  private static List<UUID> uuid(String uid) {
    try {
      UUID id = UUID.fromString(uid);
      return id.toString().equals(lower(uid)) ? List.of(id) : List.of();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private static String lower(String uid) {
    return uid.toLowerCase(Locale.ROOT);
  }
}
