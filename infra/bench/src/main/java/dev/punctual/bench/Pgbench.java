package dev.punctual.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.ConsumerGroup;
import dev.punctual.store.Sql;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * pgbench, writing what the handling of one recurring.due writes: the mark, the task, its change,
 * the series' progress, its timer and the two events. The rows are copies of those that the
 * function wrote, under new ids, for series drawn at random; their columns are read from the
 * schema.
 */
final class Pgbench {
  private static final int BATCH = 500;
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
  private static final String RANDOM_KEY = "left(md5(random()::text), 16)";

  /** As SeriesRows.advance: the timer's column moves, and its index with it. */
  private static final String ADVANCE =
      """
      UPDATE series s SET status = s.status, paused_from = NULL, summary = s.summary,\
       last_occurrence = s.next_occurrence, next_occurrence = s.next_occurrence,\
       next_at = s.next_at + interval '1 day', timer_at = s.timer_at + interval '1 day',\
       made_late = 0, revision = s.revision, version = s.version + 1, updated_at = now()\
       FROM bench.series b WHERE (s.user_id, s.id) = (b.user_id, b.id) AND b.""";

  private final FreshRun run;
  private final Path program;
  private final int seconds;

  Pgbench(FreshRun run, Path program, int seconds) {
    this.run = run;
    this.program = program;
    this.seconds = seconds;
  }

  /** The newest one that Debian's packages installed, else that of the PATH. */
  static Optional<Path> find() {
    List<Path> found = new ArrayList<>();
    Path debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (DirectoryStream<Path> versions = Files.newDirectoryStream(debian)) {
        versions.forEach(version -> found.add(version.resolve("bin/pgbench")));
      } catch (IOException e) {
        throw new Broken("looking for pgbench", e);
      }
    }
    found.sort(null);
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      found.addFirst(Path.of(folder, "pgbench"));
    }
    return found.reversed().stream().filter(Files::isExecutable).findFirst();
  }

  /** Keeps copies of what the function wrote, numbered from 1 in random order. */
  void prepare() {
    run.database()
        .write(
            connection -> {
              for (String statement :
                  """
                  CREATE SCHEMA bench;
                  CREATE TABLE bench.series AS
                    SELECT row_number() OVER (ORDER BY random()) AS n, user_id, id FROM series;
                  CREATE TABLE bench.task AS SELECT s.n, t.* FROM bench.series s
                    JOIN task t ON (t.user_id, t.series_id) = (s.user_id, s.id);
                  CREATE TABLE bench.change AS SELECT t.n, c.* FROM bench.task t
                    JOIN change c ON (c.user_id, c.subject_id) = (t.user_id, t.id);
                  CREATE TABLE bench.timer AS SELECT s.n, t.* FROM bench.series s
                    JOIN timer t ON (t.kind, t.subject_id) = ('series', s.id);
                  CREATE TABLE bench.outbox AS
                    SELECT t.n, o.* FROM bench.task t JOIN outbox o ON o.subject = t.id
                    UNION ALL
                    SELECT s.n, o.* FROM bench.series s JOIN outbox o
                      ON o.subject = s.id AND o.type = 'series.changed';
                  CREATE INDEX ON bench.series (n);
                  CREATE INDEX ON bench.task (n);
                  CREATE INDEX ON bench.change (n);
                  CREATE INDEX ON bench.timer (n);
                  CREATE INDEX ON bench.outbox (n);
                  ANALYZE
                  """
                      .split(";")) {
                int unused = Sql.update(connection, statement);
              }
            });
  }

  /** Records in a second, each in a transaction of its own. */
  double single(int clients) {
    return transactions(script(1), clients);
  }

  /** Records in a second, 500 in each transaction, one statement for each table. */
  double batch() {
    return BATCH * transactions(script(BATCH), 1);
  }

  private double transactions(String script, int clients) {
    run.awaitPublished();
    run.checkpoint();
    try {
      Path file = Files.createTempFile("punctual", ".pgbench");
      try {
        Files.writeString(file, script);
        return rate(execute(file, clients));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new Broken("pgbench cannot be run", e);
    } catch (InterruptedException e) {
      throw Wait.interrupted();
    }
  }

  private String execute(Path script, int clients) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                program.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=1",
                "--time=" + seconds,
                "--file=" + script,
                "--host=127.0.0.1",
                "--port=" + run.embedded().postgres().port(),
                "--username=" + run.embedded().postgres().user(),
                run.embedded().database().name())
            .redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", run.embedded().postgres().password());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    Broken.unless(process.waitFor() == 0, "pgbench failed: %s", said);
    return said;
  }

  private static double rate(String said) {
    Matcher matcher = RATE.matcher(said);
    Broken.unless(matcher.find(), "pgbench said no rate: %s", said);
    return Double.parseDouble(matcher.group(1));
  }

  /** What so many records come to, in one transaction. */
  private String script(int records) {
    long last = run.number("SELECT max(n) AS n FROM bench.series") - records + 1;
    String drawn = "n BETWEEN :first AND :first + " + (records - 1);
    return String.join(
        "\n",
        "\\set first random(1, " + last + ")",
        "BEGIN;",
        "INSERT INTO processed_event (consumer, event_id) SELECT '"
            + ConsumerGroup.RECURRING_DUE.wireName()
            + "', uuidv7() FROM generate_series(1, "
            + records
            + ") ON CONFLICT DO NOTHING;",
        insert("task", Map.of("id", "uuidv7()", "occurrence_key", RANDOM_KEY), drawn) + ";",
        ADVANCE + drawn + ";",
        insert("change", Map.of("id", "uuidv7()"), drawn) + ";",
        insert("timer", Map.of("due_at", "due_at + random() * interval '1 day'"), drawn)
            + " ON CONFLICT (kind, subject_id)"
            + " DO UPDATE SET due_at = excluded.due_at, revision = excluded.revision;",
        insert(
                "outbox",
                Map.of("id", "uuidv7()", "position", "NULL", "published_at", "NULL"),
                drawn)
            + ";",
        "END;",
        "");
  }

  private String insert(String table, Map<String, String> anew, String where) {
    List<String> columns =
        run.database()
            .read(
                connection ->
                    Sql.list(
                        connection,
                        "SELECT column_name FROM information_schema.columns WHERE table_schema ="
                            + " 'public' AND table_name = ? AND is_identity = 'NO' AND is_generated = 'NEVER'"
                            + " ORDER BY ordinal_position",
                        row -> row.text("column_name"),
                        table));
    return "INSERT INTO %s (%s) SELECT %s FROM bench.%s WHERE %s"
        .formatted(
            table,
            String.join(", ", columns),
            columns.stream()
                .map(column -> anew.getOrDefault(column, column))
                .collect(Collectors.joining(", ")),
            table,
            where);
  }
}
