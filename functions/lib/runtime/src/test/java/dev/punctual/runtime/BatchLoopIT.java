package dev.punctual.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.ConsumerGroup;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Topic;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.event.CloudEvents;
import dev.punctual.contracts.event.DueEvent.RecurringDue;
import dev.punctual.contracts.event.Envelope;
import dev.punctual.local.servers.TestServers;
import dev.punctual.store.DeadLetters;
import dev.punctual.store.DeadLetters.Kept;
import dev.punctual.store.SchemaVersion;
import dev.punctual.store.Sql;
import dev.punctual.store.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchLoopIT {
  private static final String GROUP = ConsumerGroup.RECURRING_DUE.wireName();

  private final TestDatabase test = TestDatabase.fresh();
  private final RecordsOnATopic topic = new RecordsOnATopic(Topic.RECURRING_DUE);
  private final NotingHandler handler = new NotingHandler(test, event -> {});

  @BeforeAll
  static void patience() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
  }

  @BeforeEach
  void newGroup() {
    topic.forget(GROUP);
  }

  @AfterEach
  void close() {
    topic.close();
  }

  @Test
  void anEventThatIsPublishedAHundredTimesHasOneEffect() {
    topic.send(Collections.nCopies(100, due(1)));

    try (RunningFunction function = RunningFunction.start(test, handler)) {
      await().until(() -> topic.lag(GROUP) == 0);
      assertThat(function.counts().handled()).isEqualTo(1);
      assertThat(function.counts().duplicates()).isEqualTo(99);
    }
    assertThat(noted()).isEqualTo(1);
  }

  @Test
  void recordsThatComeAgainAfterTheirOffsetsWereLostHaveNoMoreEffect() {
    topic.send(events(300));
    try (RunningFunction function = RunningFunction.start(test, handler)) {
      await().until(() -> topic.lag(GROUP) == 0);
      assertThat(function.counts().handled()).isEqualTo(300);
    }
    topic.rewind(GROUP);
    assertThat(topic.lag(GROUP)).isEqualTo(300);

    try (RunningFunction function = RunningFunction.start(test, handler)) {
      await().until(() -> topic.lag(GROUP) == 0);
      assertThat(function.counts().duplicates()).isEqualTo(300);
    }
    assertThat(noted()).isEqualTo(300);
  }

  @Test
  void eventsOfOneKeyKeepTheirOrder() {
    SeriesId series = new SeriesId(Uuid7.next());
    topic.send(IntStream.range(100, 400).mapToObj(revision -> due(series, revision)).toList());

    try (RunningFunction function = RunningFunction.start(test, handler)) {
      await().until(() -> function.counts().handled() == 300);
    }
    List<Integer> revisions =
        test.database()
            .read(
                connection ->
                    Sql.list(
                        connection,
                        "SELECT revision FROM noted ORDER BY seq",
                        row -> row.integer("revision")));
    assertThat(revisions).isSorted().hasSize(300);
  }

  @Test
  void whatIsNoEventIsSetAsideAndTheNextRecordIsHandled() {
    topic.sendRaw("{\"specversion\":\"1.0\"".getBytes(UTF_8));
    topic.sendRaw(new byte[900 * 1024]);
    topic.sendRaw(
        new String(CloudEvents.encode(due(1)), UTF_8)
            .replace("recurring.due", "recurring.dreamt")
            .getBytes(UTF_8));
    topic.send(List.of(due(1)));

    try (RunningFunction function = RunningFunction.start(test, handler)) {
      await().until(() -> topic.lag(GROUP) == 0);
      assertThat(function.counts().handled()).isEqualTo(1);
      assertThat(function.counts().skipped()).isEqualTo(1);
      assertThat(function.counts().deadLettered()).isEqualTo(2);
    }
    assertThat(deadLetters())
        .allSatisfy(kept -> assertThat(kept.letter().code()).isEqualTo("malformed"))
        .hasSize(2);
  }

  @Test
  void aRecordAtFaultIsSetAsideAloneAndCanBeSentAgain() {
    Envelope atFault = due(13);
    topic.send(Stream.concat(events(50).stream(), Stream.of(atFault)).toList());
    topic.send(events(50));

    try (RunningFunction function = RunningFunction.start(test, handler)) {
      await().until(() -> topic.lag(GROUP) == 0);
      assertThat(function.counts().handled()).isEqualTo(100);
    }
    assertThat(deadLetters())
        .singleElement()
        .satisfies(kept -> assertThat(kept.letter().code()).isEqualTo("23514"));
    assertThat(test.count("SELECT count(*) FROM processed_event WHERE event_id = ?", atFault.id()))
        .as("not marked as processed, or it could not come again")
        .isZero();

    test.owned()
        .write(
            connection ->
                Sql.update(connection, "ALTER TABLE noted DROP CONSTRAINT noted_revision_check"));
    topic.send(List.of(atFault));
    try (RunningFunction function = RunningFunction.start(test, handler)) {
      await().until(() -> function.counts().handled() == 1);
    }
    assertThat(noted()).isEqualTo(101);
  }

  @Test
  void whatFailsForNoKnownReasonIsTriedThreeTimesAlone() {
    UUID cursed = Uuid7.next();
    AtomicInteger tries = new AtomicInteger();
    NotingHandler failing =
        new NotingHandler(
            test,
            event -> {
              if (event.id().equals(cursed)) {
                tries.incrementAndGet();
                throw new IllegalStateException("nobody foresaw this");
              }
            });
    SeriesId series = new SeriesId(Uuid7.next());
    topic.send(List.of(due(series, 1), envelope(cursed, series, 2), due(series, 3)));

    try (RunningFunction function = RunningFunction.start(test, failing)) {
      await().until(() -> topic.lag(GROUP) == 0);
    }
    assertThat(noted()).isEqualTo(2);
    assertThat(tries.get()).as("once together, three times alone").isEqualTo(4);
    assertThat(deadLetters())
        .singleElement()
        .satisfies(kept -> assertThat(kept.letter().code()).isEqualTo("IllegalStateException"));
  }

  @Test
  void twentyInARowThatFailForNoKnownReasonStopTheProcess() throws TimeoutException {
    NotingHandler broken =
        new NotingHandler(
            test,
            event -> {
              throw new IllegalStateException("a bug of ours");
            });
    topic.send(events(100));

    try (RunningFunction function = RunningFunction.start(test, broken)) {
      assertThat(function.awaitEnd(Duration.ofSeconds(30))).isFalse();
    }
    assertThat(deadLetters()).hasSize(20);
    assertThat(topic.lag(GROUP)).isEqualTo(80);
  }

  @Test
  void aDatabaseThatIsAwayIsWaitedFor() {
    topic.send(events(50));
    try (RunningFunction function = RunningFunction.start(test, handler)) {
      await().until(() -> function.counts().handled() == 50);
      TestServers.postgres().stop();
      topic.send(events(700));
      await().until(() -> function.counts().rests() >= 3);
      assertThat(function.ready()).isFalse();
      assertThat(topic.lag(GROUP)).isEqualTo(700);
      TestServers.postgres().startAgain();

      await().until(() -> topic.lag(GROUP) == 0);
      await().until(function::ready);
    } finally {
      if (!TestServers.postgres().isRunning()) {
        TestServers.postgres().startAgain();
      }
    }
    assertThat(noted()).isEqualTo(750);
    assertThat(deadLetters()).isEmpty();
  }

  @Test
  void aSchemaThatIsOlderThanTheFunctionIsWaitedFor() {
    topic.send(events(10));
    schema("0");
    try (RunningFunction function = RunningFunction.start(test, handler)) {
      await().until(() -> function.counts().rests() >= 2);
      assertThat(topic.lag(GROUP)).isEqualTo(10);
      schema(Integer.toString(SchemaVersion.NEEDED));

      await().until(() -> topic.lag(GROUP) == 0);
    }
    assertThat(noted()).isEqualTo(10);
  }

  @Test
  void aLockThatIsHeldIsWaitedFor() throws SQLException {
    try (RunningFunction function = RunningFunction.start(test, handler);
        Connection other = test.dataSource().getConnection()) {
      other.setAutoCommit(false);
      Sql.execute(other, "LOCK TABLE noted IN ACCESS EXCLUSIVE MODE");
      topic.send(events(10));
      await().until(() -> function.counts().rests() >= 1);
      other.rollback();

      await().until(() -> topic.lag(GROUP) == 0);
      assertThat(function.counts().deadLettered()).isZero();
    }
    assertThat(noted()).isEqualTo(10);
  }

  @Test
  void anIdleGroupHasOffsetsAndNoLag() {
    topic.send(events(30));
    topic.truncate();
    assertThat(topic.lag(GROUP)).as("as KEDA sees it").isEqualTo(30);

    try (RunningFunction function = RunningFunction.start(test, handler)) {
      await().until(() -> topic.lag(GROUP) == 0);
      assertThat(function.counts().handled()).isZero();
    }
  }

  @Test
  void itStopsWithinFiveSecondsAlsoWhenTheDatabaseIsAway() {
    topic.send(events(10));
    try (RunningFunction function = RunningFunction.start(test, handler)) {
      await().until(() -> function.counts().handled() == 10);
      TestServers.postgres().stop();
      topic.send(events(10));
      await().until(() -> function.counts().rests() >= 1);
      Instant begin = Instant.now();
      function.close();
      assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
    } finally {
      TestServers.postgres().startAgain();
    }
    assertThat(topic.lag(GROUP)).isEqualTo(10);
  }

  @Test
  void aRunIsARowThatOutlivesIt() {
    topic.send(events(5));
    try (RunningFunction function = RunningFunction.start(test, handler)) {
      await().until(() -> function.counts().handled() == 5);
    }
    assertThat(
            test.count(
                "SELECT count(*) FROM function_run WHERE function = 'test' AND handled = 5"
                    + " AND first_commit_at IS NOT NULL AND stopped_at IS NOT NULL"))
        .isEqualTo(1);
  }

  private void schema(String version) {
    test.owned()
        .write(
            connection ->
                Sql.execute(connection, "UPDATE flyway_schema_history SET version = ?", version));
  }

  private List<Kept> deadLetters() {
    return test.database().read(connection -> DeadLetters.waiting(connection, 100));
  }

  private long noted() {
    return test.count("SELECT count(*) FROM noted");
  }

  private static List<Envelope> events(int count) {
    return IntStream.range(0, count).mapToObj(number -> due(1)).toList();
  }

  private static Envelope due(int revision) {
    return due(new SeriesId(Uuid7.next()), revision);
  }

  private static Envelope due(SeriesId series, int revision) {
    return envelope(Uuid7.next(), series, revision);
  }

  private static Envelope envelope(UUID id, SeriesId series, int revision) {
    Instant now = Instant.parse("2026-03-06T19:00:00Z");
    return new Envelope(
        id,
        "/punctual/gateway",
        now,
        null,
        new RecurringDue(new UserId(Uuid7.next()), series, revision, now));
  }
}
