package dev.punctual.bench;

import dev.punctual.contracts.json.Json;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The assistant by REST: a line read, turns of a conversation one after another and two hundred at
 * once without a model, and what we add to a turn of a model that answers at once.
 */
final class ChatBenchmark implements Benchmark {
  private static final int AT_ONCE = 200;

  private static final List<String> LINES =
      List.of(
          "Every Friday at 2 PM remind me to submit my weekly report",
          "last Friday of every month: invoices at 5pm",
          "water the plants every 3 days starting Sunday",
          "Add a high-priority task: buy flight tickets, tags: travel, urgent",
          "call mum next Tuesday evening");

  @Override
  public String name() {
    return "chat";
  }

  @Override
  public String about() {
    return "the assistant: a line read, turns alone and 200 at once, and beside a model";
  }

  @Override
  public void run(Setting setting) {
    int turns = setting.quick() ? 100 : 2_000;
    Table table = new Table("", "p50", "p95", "p99", "goal");
    try (FreshRun run = FreshRun.start(setting.home(), FreshRun.withMaxReplicas(1))) {
      List<Person> people = run.database().transaction(ChatBenchmark::people);
      Person ada = people.getFirst();
      warmUp(run.api(), ada);
      row(
          table,
          "a line read, by REST",
          repeat(turns, i -> run.api().post(ada, "/api/v1/quick-add/preview", line(i))),
          "p99 < 20 ms");
      row(
          table,
          "a turn without a model",
          repeat(turns, i -> run.api().post(ada, "/api/v1/chat", turn(i))),
          "");
      row(table, AT_ONCE + " chats at once", atOnce(run.api(), people), "all answered");
    }
    try (PromptModel model = new PromptModel();
        FreshRun run =
            FreshRun.startWith(
                setting.home(),
                settings -> settings.withEnvironment(model.added(settings.environment())))) {
      Person ada = run.database().transaction(connection -> Person.create(connection, 0));
      warmUp(run.api(), ada);
      Figures own = new Figures();
      for (int i = 0; i < turns / 4; i++) {
        long start = System.nanoTime();
        String unused = run.api().post(ada, "/api/v1/chat", turn(i));
        own.add(Duration.ofNanos(System.nanoTime() - start).minus(model.lastTook()));
      }
      row(table, "our share of a turn with a model", own, "p95 < 15 ms");
      row(
          table,
          "a first token, from the model to the person",
          firstTokens(run.api(), ada, model, turns / 4),
          "5 ms");
    }
    setting.say(table);
  }

  private interface Turn {
    String take(int number);
  }

  private static Figures repeat(int times, Turn turn) {
    Figures figures = new Figures();
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      String unused = turn.take(i);
      figures.add(Duration.ofNanos(System.nanoTime() - start));
    }
    return figures;
  }

  private static Figures firstTokens(Api api, Person person, PromptModel model, int times) {
    Figures figures = new Figures();
    for (int i = -20; i < times; i++) {
      long told = api.firstToken(person, turn(i + 20));
      // The first ones warm the stream up.
      if (i >= 0) {
        figures.add(Duration.ofNanos(told - model.firstSent()));
      }
    }
    return figures;
  }

  private static Figures atOnce(Api api, List<Person> people) {
    Figures figures = new Figures();
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Figures>> chats = new ArrayList<>();
      for (Person person : people) {
        chats.add(all.submit(() -> repeat(5, i -> api.post(person, "/api/v1/chat", turn(i)))));
      }
      for (Future<Figures> chat : chats) {
        figures.addAll(chat.get());
      }
    } catch (ExecutionException e) {
      throw new Broken("a chat was not answered", e);
    } catch (InterruptedException e) {
      throw Wait.interrupted();
    }
    return figures;
  }

  private static void warmUp(Api api, Person person) {
    for (int i = 0; i < 500; i++) {
      String line = api.post(person, "/api/v1/quick-add/preview", line(i));
      String turn = api.post(person, "/api/v1/chat", turn(i));
      Broken.unless(!line.isEmpty() && !turn.isEmpty(), "an answer is empty");
    }
  }

  private static List<Person> people(Connection connection) {
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      people.add(Person.create(connection, i));
    }
    return people;
  }

  private static String line(int number) {
    return Json.write(Map.of("text", LINES.get(number % LINES.size())));
  }

  private static String turn(int number) {
    String message = number % 2 == 0 ? "what's due this week" : LINES.get(number % LINES.size());
    return Json.write(Map.of("message", message));
  }

  private static void row(Table table, String what, Figures figures, String goal) {
    Table unused =
        table.row(
            what,
            micros(figures.percentile(50)),
            micros(figures.percentile(95)),
            micros(figures.percentile(99)),
            goal);
  }

  private static String micros(Duration duration) {
    return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6);
  }
}
