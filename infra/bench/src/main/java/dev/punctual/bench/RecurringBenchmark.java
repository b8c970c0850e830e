package dev.punctual.bench;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How many recurring.due one process of functions/recurring handles in a second, beside pgbench
 * writing the same rows into the same PostgreSQL.
 */
final class RecurringBenchmark implements Benchmark {
  static final int PEOPLE = 100;

  @Override
  public String name() {
    return "recurring";
  }

  @Override
  public String about() {
    return "recurring.due handled by one process of the function, beside pgbench";
  }

  @Override
  public void run(Setting setting) {
    int count = setting.quick() ? 10_000 : 30_000;
    int warmUp = count / 5;
    try (FreshRun run = FreshRun.start(setting.home(), FreshRun.withMaxReplicas(1))) {
      SeriesBacklog backlog = SeriesBacklog.pile(run, PEOPLE, count);
      run.checkpoint();
      backlog.release();
      backlog.check();
      run.awaitPublished();
      double rate = backlog.rate(warmUp);
      Table table =
          new Table(
                  Figures.count(count) + " series of " + PEOPLE + " people",
                  "records",
                  "function is",
                  "goal")
              .row("function, from its first record", Figures.perSecond(backlog.rate(0)))
              .row("function, warm (after " + Figures.count(warmUp) + ")", Figures.perSecond(rate));
      Optional<Path> program = Pgbench.find();
      if (program.isEmpty()) {
        setting.say("  pgbench is missing and left out: install the package postgresql-contrib.");
      } else {
        run.stopFunctions();
        Pgbench pgbench = new Pgbench(run, program.get(), setting.quick() ? 5 : 15);
        pgbench.prepare();
        compare(
            table,
            "pgbench, 1 client, a record a transaction",
            rate,
            pgbench.single(1),
            ">= 0.50 x");
        compare(table, "pgbench, 4 clients, a record a transaction", rate, pgbench.single(4), "");
        compare(table, "pgbench, 1 client, 500 records a transaction", rate, pgbench.batch(), "");
      }
      setting.say(table);
    }
  }

  private static void compare(Table table, String name, double rate, double pgbench, String goal) {
    table.row(name, Figures.perSecond(pgbench), Figures.ratio(rate / pgbench) + " x", goal);
  }
}
