package dev.punctual.cluster.proof;

import dev.punctual.bench.Api;
import dev.punctual.bench.Broken;
import dev.punctual.bench.Person;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * People who read and write without a pause, each on a connection of its own, and every refusal.
 */
final class Traffic implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicReference<String> first = new AtomicReference<>("");
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean ending;

  private Traffic() {}

  static Traffic start(URI address, List<Person> people) {
    Traffic traffic = new Traffic();
    for (Person person : people) {
      traffic.threads.add(Thread.ofVirtual().start(() -> traffic.run(address, person)));
    }
    return traffic;
  }

  /** How many requests there were, all of them answered. */
  String unharmed() {
    close();
    Broken.unless(
        refused.get() == 0,
        "%d of %d requests failed, the first: %s",
        refused.get(),
        requests.get(),
        first.get());
    Broken.unless(requests.get() > 0, "there were no requests");
    return "%,d requests, none failed".formatted(requests.get());
  }

  @Override
  public void close() {
    ending = true;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void run(URI address, Person person) {
    try (Api api = new Api(address)) {
      while (!ending) {
        ask(() -> api.create(person, "tasks", Map.of("title", "While it is rolled out")));
        ask(() -> api.read(person, "/api/v1/tasks?limit=1"));
        ask(() -> api.read(person, "/"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(Runnable request) throws InterruptedException {
    requests.incrementAndGet();
    try {
      request.run();
    } catch (Broken e) {
      refused.incrementAndGet();
      boolean unused = first.compareAndSet("", String.valueOf(e.getMessage()));
    }
    Thread.sleep(PAUSE);
  }
}
