package dev.punctual.recurring;

import static dev.punctual.store.TestDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.calendar.Instances;
import dev.punctual.calendar.SeriesSchedule;
import dev.punctual.contracts.ConsumerGroup;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.IfPending;
import dev.punctual.contracts.SeriesStatus;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.Topic;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.event.CloudEvents;
import dev.punctual.contracts.event.Envelope;
import dev.punctual.contracts.event.Event;
import dev.punctual.contracts.event.UpdateEvent.SeriesChanged;
import dev.punctual.contracts.event.UpdateEvent.TaskInstanceCreated;
import dev.punctual.runtime.RecordsOnATopic;
import dev.punctual.runtime.RunningFunction;
import dev.punctual.store.Outbox;
import dev.punctual.store.OutboxRow;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRows;
import dev.punctual.store.Sql;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import dev.punctual.store.TestDatabase;
import dev.punctual.store.TimeSource;
import dev.punctual.store.Timer;
import dev.punctual.store.TimerKind;
import dev.punctual.store.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * From the claimed timer to the rows, over the real broker and database, on a clock of the test's
 * own.
 */
class SeriesDueIT {
  private static final String GROUP = ConsumerGroup.RECURRING_DUE.wireName();

  private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
  private final TestDatabase test = TestDatabase.fresh();
  private final UserId user = test.person();
  private final RecordsOnATopic topic = new RecordsOnATopic(Topic.RECURRING_DUE);
  private RunningFunction function;

  @BeforeEach
  void start() {
    topic.forget(GROUP);
    function = RunningFunction.start(test, new SeriesDueHandler(), TimeSource.of(clock::get));
  }

  @AfterEach
  void stop() {
    function.close();
    topic.close();
  }

  @Test
  void eachOccurrenceBecomesATaskUntilTheRuleIsSpent() {
    schedule("FREQ=MINUTELY;COUNT=3", IfPending.CREATE);

    for (int minute = 0; minute < 3; minute++) {
      assertThat(comesDue()).as("minute %d", minute).isEqualTo(1);
      clock.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
    }

    assertThat(rows("SELECT occurrence AS text FROM task ORDER BY 1"))
        .containsExactly("2026-03-06T14:00:00", "2026-03-06T14:01:00", "2026-03-06T14:02:00");
    assertThat(rows("SELECT status AS text FROM series")).containsExactly("completed");
    assertThat(test.count("SELECT count(*) FROM timer")).isZero();
    assertThat(test.count("SELECT count(*) FROM change WHERE actor = 'series'")).isEqualTo(3);
  }

  @Test
  void whatIsTooManyIsSkippedWhileThePredecessorIsOpen() {
    schedule("FREQ=MINUTELY;COUNT=3", IfPending.SKIP);

    for (int minute = 0; minute < 3; minute++) {
      assertThat(comesDue()).isEqualTo(1);
      clock.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
    }

    assertThat(rows("SELECT status AS text FROM task ORDER BY occurrence"))
        .containsExactly("pending", "skipped", "skipped");
  }

  @Test
  void whatAPersonTouchedBeforeItsTimeIsNotMadeAgain() {
    SeriesRow row = schedule("FREQ=MINUTELY;COUNT=2", IfPending.SKIP);
    SeriesSchedule schedule = SeriesSchedule.of(row.series(), row.clock());
    Instances instances = new Instances(row.series(), schedule, NOW, Uuid7::next);
    TaskRow touched =
        new TaskRow(
            user, instances.task(schedule.at("2026-03-06T14:00:00"), TaskStatus.COMPLETED), null);
    test.database().write(connection -> TaskRows.insert(connection, List.of(touched)));

    for (int minute = 0; minute < 2; minute++) {
      assertThat(comesDue()).isEqualTo(1);
      clock.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
    }

    assertThat(rows("SELECT occurrence || ' ' || status AS text FROM task ORDER BY 1"))
        .containsExactly("2026-03-06T14:00:00 completed", "2026-03-06T14:01:00 pending");
  }

  @Test
  void thePersonsStreamsAreToldWhatWasMade() {
    SeriesRow series = schedule("FREQ=DAILY", IfPending.SKIP);

    assertThat(comesDue()).isEqualTo(1);

    List<Event> told = claimed().stream().map(SeriesDueIT::event).toList();
    assertThat(told)
        .satisfiesExactly(
            event ->
                assertThat(((TaskInstanceCreated) event).task().seriesId())
                    .isEqualTo(series.series().id()),
            event ->
                assertThat(((SeriesChanged) event).series().status())
                    .isEqualTo(SeriesStatus.ACTIVE));
  }

  @Test
  void aSeriesThatWasDeletedInBetweenMakesNothing() {
    SeriesRow series = schedule("FREQ=DAILY", IfPending.SKIP);
    List<OutboxRow> due = claimed();
    test.database().write(connection -> SeriesRows.delete(connection, List.of(series.key())));

    publish(due);

    await().atMost(Duration.ofSeconds(60)).until(() -> topic.lag(GROUP) == 0);
    assertThat(test.count("SELECT count(*) FROM task")).isZero();
  }

  private SeriesRow schedule(String rule, IfPending ifPending) {
    SeriesRow row = TestDatabase.series(user, "2026-03-06T14:00:00", rule, NOW, ifPending);
    test.database()
        .write(
            connection -> {
              SeriesRows.insert(connection, List.of(row));
              Timers.set(
                  connection,
                  List.of(new Timer(TimerKind.SERIES, row.series().id(), user, NOW, 1)));
            });
    return row;
  }

  /** Claims what is due, publishes it and waits until it has been handled. */
  private int comesDue() {
    List<OutboxRow> due =
        claimed().stream()
            .filter(row -> row.topic().equals(Topic.RECURRING_DUE.wireName()))
            .toList();
    publish(due);
    await().atMost(Duration.ofSeconds(20)).until(() -> topic.lag(GROUP) == 0);
    return due.size();
  }

  private void publish(List<OutboxRow> due) {
    topic.send(due.stream().map(SeriesDueIT::envelope).toList());
  }

  private List<OutboxRow> claimed() {
    return test.database()
        .transaction(
            connection -> {
              int claimed = Timers.claim(connection, clock.get(), 100);
              assertThat(claimed).isNotNegative();
              return Outbox.givePositions(connection, 100);
            });
  }

  private List<String> rows(String sql) {
    return test.database().read(connection -> Sql.list(connection, sql, row -> row.text("text")));
  }

  private static Envelope envelope(OutboxRow row) {
    return ((CloudEvents.Known)
            CloudEvents.decode(CloudEvents.encode(row.attributes(), row.data())))
        .envelope();
  }

  private static Event event(OutboxRow row) {
    return envelope(row).data();
  }
}
