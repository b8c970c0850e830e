package dev.punctual.bench;

import dev.punctual.contracts.Waker;
import dev.punctual.store.DatabaseFault;
import dev.punctual.store.Sql;
import dev.punctual.store.Timers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** What a million armed timers cost, beside ten thousand, in one run. */
final class LedgerBenchmark implements Benchmark {
  private static final int FEW = 10_000;
  private static final int DUE = 1_000;

  @Override
  public String name() {
    return "ledger";
  }

  @Override
  public String about() {
    return "1,000,000 armed timers beside 10,000: the idle gateway, and claiming 1,000";
  }

  @Override
  public void run(Setting setting) {
    int many = setting.quick() ? 200_000 : 1_000_000;
    int rounds = setting.quick() ? 10 : 30;
    Duration idle = Duration.ofSeconds(setting.quick() ? 5 : 20);
    try (FreshRun run = FreshRun.start(setting.home(), all -> all)) {
      Person person = run.people(1).getFirst();
      Measured none = measure(run, person, idle, 1);
      arm(run, person, FEW);
      Measured few = measure(run, person, idle, rounds);
      arm(run, person, many - FEW);
      Measured all = measure(run, person, idle, rounds);
      setting.say(
          new Table(
                  "armed timers",
                  "none",
                  Figures.count(FEW),
                  Figures.count(many),
                  "goal: the same in both")
              .row("gateway's CPU in " + idle.toSeconds() + " s", cpu(none), cpu(few), cpu(all))
              .row(
                  "claiming " + Figures.count(DUE) + ", p50",
                  "",
                  Figures.millis(few.claim.percentile(50)),
                  Figures.millis(all.claim.percentile(50)))
              .row(
                  "claiming " + Figures.count(DUE) + ", p95",
                  "",
                  Figures.millis(few.claim.percentile(95)),
                  Figures.millis(all.claim.percentile(95))));
    }
  }

  private record Measured(Duration idle, Figures claim) {}

  private static String cpu(Measured measured) {
    return Figures.millis(measured.idle);
  }

  private static Measured measure(FreshRun run, Person person, Duration idle, int rounds) {
    execute(run, "VACUUM ANALYZE timer");
    execute(run, "VACUUM ANALYZE outbox");
    run.checkpoint();
    Duration before = run.gatewayCpu();
    Instant end = Instant.now().plus(idle);
    Wait.until("the gateway was idle", idle.multipliedBy(2), () -> !Instant.now().isBefore(end));
    Duration used = run.gatewayCpu().minus(before);
    Figures claim = new Figures();
    for (int round = 0; round < rounds; round++) {
      claim.add(claim(run, person));
    }
    return new Measured(used, claim);
  }

  /** Armed over a month from tomorrow on: none of them is due while this runs. */
  private static void arm(FreshRun run, Person person, int count) {
    run.database()
        .write(
            connection ->
                Sql.execute(
                    connection,
                    "INSERT INTO timer (kind, subject_id, user_id, due_at, revision) SELECT 'reminder',"
                        + " uuidv7(), ?, now() + interval '1 day' + random() * interval '30 days', 1"
                        + " FROM generate_series(1, ?)",
                    person.id(),
                    count));
  }

  /** Rolled back, so that the gateway never sees what is due. */
  private static Duration claim(FreshRun run, Person person) {
    try (Connection connection = run.connect()) {
      connection.setAutoCommit(false);
      Sql.execute(
          connection,
          "INSERT INTO timer (kind, subject_id, user_id, due_at, revision) SELECT 'reminder',"
              + " uuidv7(), ?, now() - interval '1 second' - random() * interval '10 seconds', 1"
              + " FROM generate_series(1, ?)",
          person.id(),
          DUE);
      long begin = System.nanoTime();
      int claimed = Timers.claim(connection, Waker.CLOCK, Instant.now(), 5_000);
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      Broken.unless(claimed == DUE, "claimed %d of %d", claimed, DUE);
      connection.rollback();
      return took;
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  private static void execute(FreshRun run, String sql) {
    int unused = run.database().read(connection -> Sql.update(connection, sql));
  }
}
