package dev.punctual.bench;

import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.event.Event;
import dev.punctual.contracts.event.UpdateEvent.TaskChanged;
import dev.punctual.local.dapr.DaprBinaries;
import dev.punctual.local.product.WithSidecars;
import dev.punctual.store.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Events on their way from the outbox to Kafka, by either publisher. */
final class PublishBenchmark implements Benchmark {
  private static final String WAITING =
      "SELECT count(*) AS n FROM outbox WHERE published_at IS NULL";
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int PEOPLE = 1_000;
  private static final int GOAL = 4_000;

  /** With its attributes an event is about 0.9 KB then. */
  private static final String NOTES = "x".repeat(350);

  @Override
  public String name() {
    return "publish";
  }

  @Override
  public String about() {
    return "events of 0.9 KB from the outbox to Kafka, natively and through Dapr";
  }

  @Override
  public void run(Setting setting) {
    int count = setting.quick() ? 5_000 : 20_000;
    Rates natively;
    try (FreshRun run = FreshRun.startWith(setting.home(), settings -> settings)) {
      natively = measure(run, count);
    }
    Table table =
        new Table(
            Figures.count(count) + " events, rows marked too",
            "of " + PEOPLE + " people",
            "of one person");
    row(table, "Kafka's producer", natively);
    if (DaprBinaries.find().isEmpty()) {
      setting.say("Dapr is left out: daprd is neither in DAPR_BIN nor on the PATH.");
    } else {
      try (WithSidecars sidecars = WithSidecars.of(setting.home());
          FreshRun run =
              FreshRun.startWith(
                  setting.home(),
                  settings ->
                      settings
                          .withPrograms(sidecars)
                          .withAddress("127.0.0.1", sidecars.gatewayPort()))) {
        Rates dapr = measure(run, count);
        row(table, "Dapr", dapr);
        table.row("goal through Dapr", Figures.perSecond(GOAL), "");
        table.row(
            "Dapr / Kafka's producer",
            Figures.ratio(dapr.many / natively.many),
            Figures.ratio(dapr.one / natively.one));
      }
    }
    setting.say(table);
  }

  /** Events per second: of many people, and of one, whose events follow one another. */
  private record Rates(double many, double one) {}

  private static void row(Table table, String name, Rates rates) {
    table.row(name, Figures.perSecond(rates.many), Figures.perSecond(rates.one));
  }

  private static Rates measure(FreshRun run, int count) {
    List<Person> people = run.people(PEOPLE);
    publish(run, count / 4, number -> people.get(number % PEOPLE));
    return new Rates(
        publish(run, count, number -> people.get(number % PEOPLE)),
        publish(run, count / 4, number -> people.getFirst()));
  }

  private static double publish(FreshRun run, int count, Function<Integer, Person> person) {
    Instant now = Instant.now();
    List<Event> events = new ArrayList<>(count);
    IntStream.range(0, count).forEach(number -> events.add(event(person.apply(number), now)));
    run.database()
        .write(
            connection -> {
              Outbox.append(connection, "/punctual/bench", now, null, events);
              Outbox.announce(connection);
            });
    long begin = System.nanoTime();
    Wait.until("everything is published", PATIENCE, () -> run.number(WAITING) == 0);
    return count * 1e9 / (System.nanoTime() - begin);
  }

  private static Event event(Person person, Instant now) {
    Task task =
        new Task(
            new TaskId(Uuid7.next()),
            "Water the plants",
            NOTES,
            TaskStatus.PENDING,
            Priority.MEDIUM,
            List.of("home"),
            null,
            null,
            null,
            now,
            now,
            null,
            1);
    return new TaskChanged(person.id(), task.id(), task);
  }
}
