package dev.punctual.bench;

import dev.punctual.contracts.ConsumerGroup;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.IfPending;
import dev.punctual.contracts.LocalClock;
import dev.punctual.contracts.OnMissed;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Series.RelativeReminder;
import dev.punctual.contracts.SeriesStatus;
import dev.punctual.contracts.Uuid7;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRows;
import dev.punctual.store.Sql;
import dev.punctual.store.Timer;
import dev.punctual.store.TimerKind;
import dev.punctual.store.Timers;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Daily series that are due already, each once, while functions/recurring is held at zero. */
final class SeriesBacklog {
  static final String FUNCTION = "recurring";
  private static final String CONSUMER = ConsumerGroup.RECURRING_DUE.wireName();
  private static final int PORTION = 2_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final FreshRun run;
  private final int count;

  private SeriesBacklog(FreshRun run, int count) {
    this.run = run;
    this.count = count;
  }

  /** Pauses scaling, saves the series, and returns when all their due events wait in Kafka. */
  static SeriesBacklog pile(FreshRun run, int people, int count) {
    run.embedded().scaler().pause();
    List<Person> all = run.people(people);
    Instant due = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    for (int first = 0; first < count; first += PORTION) {
      List<SeriesRow> rows = new ArrayList<>();
      for (int number = first; number < Math.min(count, first + PORTION); number++) {
        rows.add(series(all.get(number % people), number, due, List.of()));
      }
      run.database()
          .write(
              connection -> {
                save(connection, rows, due);
              });
    }
    Wait.until("every due event is in Kafka", PATIENCE, () -> run.lag(FUNCTION) >= count);
    run.awaitPublished();
    return new SeriesBacklog(run, count);
  }

  /** How many events are handled, as the function's processes say. */
  long handled() {
    return run.number(
        "SELECT coalesce(sum(handled), 0)::bigint AS n FROM function_run WHERE function = ?",
        FUNCTION);
  }

  /** Resumes scaling and returns when everything is handled. */
  void release() {
    run.embedded().scaler().resume();
    Wait.until("everything is handled", PATIENCE, () -> handled() >= count);
  }

  /**
   * Events handled in a second, between the beginning of a transaction and that of the last one.
   *
   * @param after how many events are left out at the beginning, while the process gets warm
   */
  double rate(int after) {
    return run.database()
        .read(
            connection ->
                Sql.one(
                    connection,
                    """
                    WITH batch AS (
                      SELECT processed_at AS at, count(*) AS events,
                        sum(count(*)) OVER (ORDER BY processed_at) - count(*) AS before
                      FROM processed_event WHERE consumer = ? GROUP BY processed_at),
                    warm AS (
                      SELECT at, lead(at) OVER (ORDER BY at) AS until, events FROM batch
                      WHERE before >= ?)
                    SELECT (1000 * sum(events)
                      / extract(epoch FROM max(until) - min(at)))::bigint AS n
                    FROM warm WHERE until IS NOT NULL
                    """,
                    row -> row.number("n") / 1e3,
                    CONSUMER,
                    after))
        .orElseThrow();
  }

  /** Whether every series has its one task, was told of once, and nothing was set aside. */
  void check() {
    Broken.unless(
        run.number("SELECT count(*) AS n FROM task") == count
            && run.number("SELECT count(DISTINCT series_id) AS n FROM task") == count,
        "%d series were due once and have %d tasks, %d series have one",
        count,
        run.number("SELECT count(*) AS n FROM task"),
        run.number("SELECT count(DISTINCT series_id) AS n FROM task"));
    long told = run.number("SELECT count(*) AS n FROM outbox WHERE type = 'task.instance_created'");
    Broken.unless(told == count, "%d tasks were told of %d times", count, told);
    long dead = run.number("SELECT count(*) AS n FROM dead_letter");
    Broken.unless(dead == 0, "%d dead letters", dead);
  }

  /** A daily series that has come to its first occurrence. */
  static SeriesRow series(
      Person person, int number, Instant due, List<RelativeReminder> reminders) {
    Instant now = Instant.now();
    String start =
        LocalDateTime.ofInstant(due, Person.ZONE).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    return new SeriesRow(
        person.id(),
        new Series(
            new SeriesId(Uuid7.next()),
            "Water the plants of room " + number,
            "Half a litre each, the fern twice that.",
            List.of("home", "plants"),
            Priority.MEDIUM,
            start,
            Person.ZONE.getId(),
            "FREQ=DAILY",
            List.of(),
            List.of(),
            null,
            Repeat.SCHEDULE,
            IfPending.SKIP,
            OnMissed.LATEST,
            reminders,
            SeriesStatus.PENDING,
            due,
            "Every day",
            now,
            now,
            1),
        LocalClock.usual(Person.ZONE),
        new SeriesRow.Progress(null, start, due, null, 0, null, 1));
  }

  /** Saves series whose timers are due at one instant. */
  static void save(Connection connection, List<SeriesRow> rows, Instant due) {
    SeriesRows.insert(connection, rows);
    Timers.set(connection, rows.stream().map(row -> timer(row, due)).toList());
  }

  private static Timer timer(SeriesRow row, Instant due) {
    return new Timer(
        TimerKind.SERIES, row.series().id(), row.user(), due, row.progress().revision());
  }
}
