package dev.punctual.bench;

import dev.punctual.store.Sql;
import java.sql.Connection;
import java.util.List;

/** Tasks as people have them, many, written by PostgreSQL itself. */
final class TaskCrowd {
  private static final String WORDS =
      "report meeting invoice call email review budget plan draft update client project weekly"
          + " travel booking garden school doctor dentist kitchen repair holiday birthday present"
          + " insurance contract release deploy test coffee groceries laundry library passport renew"
          + " subscription backup photo album music practice running swimming yoga recipe dinner"
          + " lunch breakfast quarterly annual audit resume naive paint roof bicycle train ticket";

  /** In turn for each of the people, so that nobody's tasks lie together. */
  private static final String TASKS =
      """
      INSERT INTO task (user_id, id, title, notes, status, priority, tags, due_local, due_zone, due_at,
        version, created_at, updated_at, completed_at)
      SELECT people[1 + i % cardinality(people)], uuidv7(),
        words[1 + (random() * 56)::int] || ' ' || words[1 + (random() * 56)::int] || ' ' || i,
        array_to_string(words[k : k + 8] || words[l : l + 8], ' ') || CASE WHEN i % 10 = 0 THEN ' café' ELSE '' END,
        CASE WHEN state < 0.4 THEN 'pending' WHEN state < 0.5 THEN 'active'
          WHEN state < 0.95 THEN 'completed' ELSE 'cancelled' END,
        (ARRAY['high', 'medium', 'low']::priority[])[1 + i % 3],
        ARRAY['tag' || (random() * 40)::int, 'area' || (random() * 5)::int],
        CASE WHEN i % 10 < 7 THEN due AT TIME ZONE 'Asia/Kolkata' END,
        CASE WHEN i % 10 < 7 THEN 'Asia/Kolkata' END, CASE WHEN i % 10 < 7 THEN due END,
        1, made, made, CASE WHEN state BETWEEN 0.5 AND 0.95 THEN made + interval '1 day' END
      FROM (SELECT i, string_to_array(?, ' ') AS words, ?::uuid[] AS people,
          1 + (random() * 48)::int AS k, 1 + (random() * 48)::int AS l, random() AS state,
          date_trunc('second', now() + (random() - 0.5) * interval '400 days') AS due,
          now() - random() * interval '700 days' AS made
        FROM generate_series(1, ?) AS i) AS drawn
      """;

  private TaskCrowd() {}

  /** Adds so many in all; indexes that hold nothing together are built once they are there. */
  static void add(FreshRun run, List<Person> people, int count) {
    run.database()
        .write(
            connection -> {
              List<Index> indexes =
                  Sql.list(
                      connection,
                      "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'task'"
                          + " AND indexdef NOT LIKE 'CREATE UNIQUE%'",
                      row -> new Index(row.text("indexname"), row.text("indexdef")));
              indexes.forEach(index -> Sql.execute(connection, "DROP INDEX " + index.name()));
              insert(connection, people, count);
              indexes.forEach(index -> Sql.execute(connection, index.definition()));
            });
    int unused = run.database().read(connection -> Sql.update(connection, "VACUUM ANALYZE task"));
    run.checkpoint();
  }

  private record Index(String name, String definition) {}

  private static void insert(Connection connection, List<Person> people, int count) {
    Sql.execute(
        connection, TASKS, WORDS, people.stream().map(person -> person.id()).toList(), count);
  }
}
