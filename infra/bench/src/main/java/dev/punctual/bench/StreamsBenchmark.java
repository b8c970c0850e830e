package dev.punctual.bench;

import dev.punctual.contracts.event.EventType;
import dev.punctual.contracts.json.Json;
import dev.punctual.local.Gateway;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A thousand open streams on one gateway, and the way there of what is written on another. */
final class StreamsBenchmark implements Benchmark {
  private static final int PEOPLE = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A gateway that has served nobody yet grows with its first requests, streams or none. */
  private static final int WARM_UP = 20;

  @Override
  public String name() {
    return "streams";
  }

  @Override
  public String about() {
    return "1,000 open streams on one gateway: memory; a write on another: time until all have it";
  }

  @Override
  public void run(Setting setting) {
    int open = setting.quick() ? 200 : 1_000;
    int writes = setting.quick() ? 50 : 500;
    try (FreshRun run = FreshRun.start(setting.home(), all -> all)) {
      Gateway gateway = run.embedded().startGateway(0);
      List<Person> people = run.people(PEOPLE);
      try (Api there = new Api(gateway.url());
          Listeners warm = new Listeners(there, people.subList(0, 1), 1)) {
        Figures unused = write(run, people.subList(0, 1), warm, WARM_UP);
        long before = Memory.resident(gateway);
        try (Listeners listeners = new Listeners(there, people, open / PEOPLE)) {
          long quiet = Memory.resident(gateway);
          Figures figures = write(run, people, listeners, writes);
          long after = Memory.resident(gateway);
          setting.say(
              new Table(Figures.count(open) + " streams of " + PEOPLE + " people", "", "goal")
                  .row("memory before", Memory.megabytes(before))
                  .row("more when all are open", Memory.megabytes(quiet - before))
                  .row("more when all have been told", Memory.megabytes(after - before), "< 200 MB")
                  .row("write → the other's streams, p50", Figures.millis(figures.percentile(50)))
                  .row("p95", Figures.millis(figures.percentile(95)), "< 150 ms")
                  .row("p99", Figures.millis(figures.percentile(99)))
                  .row("told twice", Figures.count(listeners.repeated()), "0"));
          Broken.unless(listeners.repeated() == 0, "an event was told twice");
        }
      }
    }
  }

  /** One write after another; how long each took from its request to each of the streams. */
  private static Figures write(FreshRun run, List<Person> people, Listeners listeners, int count) {
    Figures figures = new Figures();
    for (int i = 0; i < count; i++) {
      String title = "write " + i + " of " + count;
      Instant start = Instant.now();
      String id = run.api().create(people.get(i % people.size()), "tasks", Map.of("title", title));
      Broken.unless(!id.isEmpty(), "no id");
      listeners.await(title).forEach(at -> figures.add(Duration.between(start, at)));
    }
    return figures;
  }

  /** People, each with several streams open, and what these were told by its title. */
  private static final class Listeners implements AutoCloseable {
    private final int each;
    private final Map<String, List<Instant>> heard = new ConcurrentHashMap<>();
    private final AtomicInteger repeated = new AtomicInteger();
    private final List<EventStream> streams = new ArrayList<>();

    Listeners(Api gateway, List<Person> people, int each) {
      this.each = each;
      for (Person person : people) {
        for (int i = 0; i < each; i++) {
          streams.add(gateway.stream(person, this::told));
        }
      }
    }

    int repeated() {
      return repeated.get();
    }

    /** When each stream of its person had it. */
    List<Instant> await(String title) {
      Wait.until(
          "all streams have " + title,
          PATIENCE,
          Duration.ofMillis(2),
          () -> heard.getOrDefault(title, List.of()).size() >= each);
      return heard.getOrDefault(title, List.of());
    }

    @Override
    public void close() {
      streams.forEach(EventStream::close);
    }

    private void told(EventStream.Told event) {
      if (event.type().equals(EventType.TASK_CHANGED.wireName())
          && Json.parse(event.data()) instanceof Map<?, ?> data
          && data.get("task") instanceof Map<?, ?> task) {
        heard.merge(
            String.valueOf(task.get("title")),
            List.of(event.at()),
            (known, more) -> {
              if (known.size() == each) {
                repeated.incrementAndGet();
              }
              List<Instant> both = new ArrayList<>(known);
              both.addAll(more);
              return List.copyOf(both);
            });
      }
    }
  }
}
