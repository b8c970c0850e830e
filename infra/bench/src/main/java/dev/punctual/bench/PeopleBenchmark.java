package dev.punctual.bench;

import dev.punctual.local.Gateway;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Five hundred people at work at once, each with a stream of live updates open. */
final class PeopleBenchmark implements Benchmark {
  private static final Duration PACE = Duration.ofSeconds(2);
  private static final Duration SLOWLY = Duration.ofSeconds(10);

  /** Tasks that each has before. */
  private static final int TASKS = 100;

  /** What somebody does, in turn. */
  private enum Action {
    LIST("list"),
    SEARCH("search"),
    CREATE("create"),
    COMPLETE("complete");

    private final String said;

    Action(String said) {
      this.said = said;
    }

    Action next() {
      return values()[(ordinal() + 1) % values().length];
    }
  }

  @Override
  public String name() {
    return "people";
  }

  @Override
  public String about() {
    return "500 people signed in, each with an open stream and one action every 2 s, for 2 minutes";
  }

  @Override
  public void run(Setting setting) {
    int people = setting.quick() ? 100 : 500;
    Duration time = setting.quick() ? Duration.ofSeconds(20) : Duration.ofMinutes(2);
    try (FreshRun run = FreshRun.start(setting.home(), all -> all)) {
      List<Person> all = run.people(people);
      TaskCrowd.add(run, all, people * TASKS);
      AtomicInteger told = new AtomicInteger();
      List<EventStream> streams =
          all.stream()
              .map(person -> run.api().stream(person, event -> told.incrementAndGet()))
              .toList();
      // A gateway that has just started is given time to be compiled.
      Work warm = new Work(run, all, SLOWLY.multipliedBy(3), SLOWLY);
      setting.say("  warmed up: %d errors".formatted(warm.errors.size()));
      Gateway gateway = run.embedded().gateways().getFirst();
      long before = Memory.resident(gateway);
      Work work = new Work(run, all, time, PACE);
      streams.forEach(EventStream::close);
      print(setting, work, told.get());
      setting.say(
          "  the gateway's memory: %s, then %s, at most %s"
              .formatted(
                  Memory.megabytes(before),
                  Memory.megabytes(Memory.resident(gateway)),
                  Memory.megabytes(Memory.peak(gateway))));
      Broken.unless(work.errors.isEmpty(), "%s", work.errors.peek());
    }
  }

  private static void print(Setting setting, Work work, int told) {
    Table table = new Table("action", "count", "p50", "p95 (< 200 ms)", "p99");
    Figures sum = new Figures();
    for (Map.Entry<Action, Figures> each : work.figures.entrySet()) {
      Figures figures = each.getValue();
      row(table, each.getKey().said, figures);
      sum.addAll(figures);
    }
    row(table, "all", sum);
    setting.say(table);
    setting.say(
        "  %s actions a second, %d errors, %s events on the streams"
            .formatted(
                Figures.count(Math.round(sum.size() / work.seconds())),
                work.errors.size(),
                Figures.count(told)));
  }

  private static void row(Table table, String name, Figures figures) {
    table.row(
        name,
        Figures.count(figures.size()),
        Figures.millis(figures.percentile(50)),
        Figures.millis(figures.percentile(95)),
        Figures.millis(figures.percentile(99)));
  }

  /**
   * All people for a while. Whoever waited for an answer begins the next action later, not at once.
   */
  private static final class Work {
    private final FreshRun run;
    private final Duration pace;
    private final Map<Action, Figures> figures = new EnumMap<>(Action.class);
    private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
    private final Map<Person, String> open = new ConcurrentHashMap<>();
    private final Instant begin = Instant.now();
    private final Instant end;

    Work(FreshRun run, List<Person> people, Duration time, Duration pace) {
      this.run = run;
      this.pace = pace;
      this.end = begin.plus(time);
      List<Thread> threads =
          people.stream().map(person -> Thread.startVirtualThread(() -> act(person))).toList();
      for (Thread thread : threads) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          throw Wait.interrupted();
        }
      }
    }

    double seconds() {
      return Duration.between(begin, end).toMillis() / 1000.0;
    }

    private void act(Person person) {
      Action action = Action.values()[ThreadLocalRandom.current().nextInt(Action.values().length)];
      Instant next = begin.plusMillis(ThreadLocalRandom.current().nextLong(pace.toMillis()));
      while (next.isBefore(end)) {
        pause(next);
        long start = System.nanoTime();
        try {
          carryOut(person, action);
          Duration took = Duration.ofNanos(System.nanoTime() - start);
          synchronized (figures) {
            figures.computeIfAbsent(action, each -> new Figures()).add(took);
          }
        } catch (Broken e) {
          errors.add(action.said + ": " + e.getMessage());
        }
        action = action.next();
        next = next.plus(pace);
      }
    }

    private void carryOut(Person person, Action action) {
      switch (action) {
        case LIST -> read(person, "/api/v1/tasks?limit=50&sort=due&q=is:open");
        case SEARCH -> read(person, "/api/v1/tasks?limit=50&q=report%20is:open");
        case CREATE ->
            open.put(
                person,
                run.api()
                    .create(
                        person,
                        "tasks",
                        Map.of("title", "Another report", "tags", List.of("tag1"))));
        case COMPLETE -> {
          String task = open.remove(person);
          if (task == null) {
            carryOut(person, Action.LIST);
          } else {
            String unused = run.api().post(person, "/api/v1/tasks/" + task + "/complete", "{}");
          }
        }
      }
    }

    private void read(Person person, String path) {
      String unused = run.api().read(person, path);
    }

    private static void pause(Instant until) {
      try {
        Thread.sleep(Duration.between(Instant.now(), until));
      } catch (InterruptedException e) {
        throw Wait.interrupted();
      }
    }
  }
}
