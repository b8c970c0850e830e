package dev.punctual.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.store.FunctionRuns.Run;
import dev.punctual.store.Tallies.Metric;
import dev.punctual.store.Tallies.Tally;
import java.sql.Connection;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counters that neither deleting rows nor asking again changes. */
class TalliesIT {
  private final TestDatabase test = TestDatabase.fresh();
  private final Database database = test.database();
  private final UserId user = test.person();

  @BeforeEach
  void countSinceAnHour() {
    execute("UPDATE tally_mark SET up_to = now() - interval '50 minutes'");
  }

  @Test
  void anEventIsCountedOnceAndStaysCountedWhenItsRowGoes() {
    published("task.created", "/punctual/gateway", "{}", "20 minutes");
    published("task.created", "/punctual/gateway", "{}", "1 minute");
    published("reminder.due", "/punctual/gateway", "{}", "1 minute");

    advance();
    advance();
    execute("DELETE FROM outbox");

    assertThat(count(Metric.PUBLISHED, "task.created")).isEqualTo(2);
    assertThat(count(Metric.PUBLISHED, "reminder.due")).isEqualTo(1);
  }

  @Test
  void whatIsNotPublishedOrMayStillBeHeldBackIsCountedLater() {
    execute(insert("task.created", "/punctual/gateway", "{}", "NULL"));
    published("task.created", "/punctual/gateway", "{}", "1 second");

    advance();

    assertThat(count(Metric.PUBLISHED, "task.created")).isZero();
  }

  @Test
  void whoStartsToAskLateIsServedInPortions() {
    execute("UPDATE tally_mark SET up_to = now() - interval '90 minutes'");
    published("task.created", "/punctual/gateway", "{}", "80 minutes");
    published("task.created", "/punctual/gateway", "{}", "20 minutes");

    advance();
    assertThat(count(Metric.PUBLISHED, "task.created")).isEqualTo(1);
    advance();
    assertThat(count(Metric.PUBLISHED, "task.created")).isEqualTo(2);
  }

  @Test
  void twoGatewaysThatCountAtOnceCountOnce() throws Exception {
    for (int i = 0; i < 50; i++) {
      published("task.created", "/punctual/gateway", "{}", "1 minute");
    }

    try (ExecutorService gateways = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 12; i++) {
        gateways.execute(this::advance);
      }
      gateways.shutdown();
      assertThat(gateways.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(count(Metric.PUBLISHED, "task.created")).isEqualTo(50);
  }

  @Test
  void latenessFallsIntoBucketsByOutcome() {
    handled("delivered", "2026-03-06T19:00:00Z", "2026-03-06T19:00:01Z");
    handled("delivered", "2026-03-06T19:00:00Z", "2026-03-06T19:00:01.500Z");
    handled("delivered", "2026-03-06T19:00:00.900Z", "2026-03-06T19:00:00.100Z");
    handled("missed", "2026-03-06T19:00:00Z", "2026-03-06T21:00:00Z");

    advance();

    assertThat(database.read(Tallies::read))
        .filteredOn(tally -> tally.metric() == Metric.LATENESS)
        .containsExactly(
            new Tally(Metric.LATENESS, "delivered", 0.5, 1, 0),
            new Tally(Metric.LATENESS, "delivered", 1, 1, 1),
            new Tally(Metric.LATENESS, "delivered", 2, 1, 1.5),
            new Tally(Metric.LATENESS, "missed", Double.POSITIVE_INFINITY, 1, 7200));
  }

  @Test
  void onlyTheFunctionsWordOnAReminderThatIsHandledCounts() {
    published(
        "reminder.changed",
        "/punctual/notification",
        "{\"reminder\":{\"status\":\"scheduled\",\"fireAt\":\"2026-03-06T19:00:00Z\",\"handledAt\":null}}",
        "1 minute");
    published(
        "reminder.changed",
        "/punctual/gateway",
        "{\"reminder\":{\"status\":\"delivered\",\"fireAt\":\"2026-03-06T19:00:00Z\",\"handledAt\":\"2026-03-06T19:00:00Z\"}}",
        "1 minute");

    advance();

    assertThat(count(Metric.LATENESS, "delivered")).isZero();
  }

  @Test
  void aProcessCountsFromItsFirstCommitAndStaysCountedWhenItsRowGoes() {
    UUID id = UUID.randomUUID();
    save(new Run(id, "recurring", Instant.now().minusSeconds(1), 7, 1, 0));
    advance();
    assertThat(count(Metric.HANDLED, "recurring")).isEqualTo(7);
    assertThat(count(Metric.COLD_START, "recurring")).isEqualTo(1);

    quiet();
    advance();
    assertThat(count(Metric.HANDLED, "recurring")).isEqualTo(7);

    // It was paused, not dead.
    save(new Run(id, "recurring", Instant.now().minusSeconds(99), 10, 1, 0));
    assertThat(count(Metric.HANDLED, "recurring")).isEqualTo(10);
    quiet();
    advance();
    advance();
    execute("DELETE FROM function_run");

    assertThat(count(Metric.HANDLED, "recurring")).isEqualTo(10);
    assertThat(count(Metric.DEAD_LETTERED, "recurring")).isEqualTo(1);
    assertThat(count(Metric.COLD_START, "recurring")).isEqualTo(1);
  }

  @Test
  void aProcessWithoutACommitIsNoColdStart() {
    save(new Run(UUID.randomUUID(), "recurring", Instant.now(), 0, 0, 0));

    assertThat(count(Metric.COLD_START, "recurring")).isZero();
  }

  /** As if nothing had been seen of any process for two minutes. */
  private void quiet() {
    execute("UPDATE function_run SET seen_at = now() - interval '2 minutes'");
    execute(
        "UPDATE tally_mark SET up_to = now() - interval '3 minutes' WHERE source = 'function_run'");
  }

  private void handled(String status, String fireAt, String handledAt) {
    published(
        "reminder.changed",
        "/punctual/notification",
        "{\"reminder\":{\"status\":\"%s\",\"fireAt\":\"%s\",\"handledAt\":\"%s\"}}"
            .formatted(status, fireAt, handledAt),
        "1 minute");
  }

  private void published(String type, String source, String data, String ago) {
    execute(insert(type, source, data, "now() - interval '" + ago + "'"));
  }

  private String insert(String type, String source, String data, String publishedAt) {
    return ("INSERT INTO outbox (id, user_id, topic, key, type, subject, source, time, data, position,"
            + " published_at) VALUES (uuidv7(), '%s', 't', uuidv7(), '%s', uuidv7(), '%s', now(),"
            + " '%s', nextval('outbox_position'), %s)")
        .formatted(user.value(), type, source, data, publishedAt);
  }

  private void save(Run run) {
    database.write(connection -> FunctionRuns.save(connection, run));
  }

  private void advance() {
    database.write(Tallies::advance);
  }

  private long count(Metric metric, String label) {
    return database.read((Connection connection) -> Tallies.read(connection)).stream()
        .filter(tally -> tally.metric() == metric && tally.label().equals(label))
        .mapToLong(Tally::count)
        .sum();
  }

  private void execute(String sql) {
    database.write(connection -> Sql.execute(connection, sql));
  }
}
