package dev.punctual.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What it takes to find tasks by combined filters, over REST. */
final class FindBenchmark implements Benchmark {
  private static final int TASKS_OF_ONE = 10_000;
  private static final int WARM_UP = 20;

  /** A query and an order. */
  private record Filter(String q, String sort) {
    String path() {
      return "/api/v1/tasks?limit=50&sort=" + sort + "&q=" + URLEncoder.encode(q, UTF_8);
    }

    @Override
    public String toString() {
      return (q.isEmpty() ? "(everything)" : q) + " by " + sort;
    }
  }

  private static final List<Filter> FILTERS =
      List.of(
          new Filter("", "-created"),
          new Filter("", "title"),
          new Filter("is:open", "due"),
          new Filter("due:today OR is:overdue", "priority"),
          new Filter("report", "-created"),
          new Filter("\"report meeting\" is:open", "due"),
          new Filter("cafe -tag:tag3 priority>=medium", "-updated"),
          new Filter("tag:tag3 is:open due:this-week", "due"),
          new Filter("(invoice OR budget) -status:completed has:reminder", "title"),
          new Filter("completed:this-month -report -meeting -call", "-updated"),
          new Filter("due<today is:open (tag:area1 OR tag:area2) priority:high", "-due"),
          new Filter("re ne (pa OR -ti) -due:none", "title"),
          new Filter("nothing like that", "-created"));

  @Override
  public String name() {
    return "find";
  }

  @Override
  public String about() {
    return "combined filters over 10,000 tasks of one person, and a million of a hundred people";
  }

  @Override
  public void run(Setting setting) {
    int crowd = setting.quick() ? 10 : 100;
    int rounds = setting.quick() ? 10 : 30;
    try (FreshRun run = FreshRun.start(setting.home(), all -> all)) {
      List<Person> people = new ArrayList<>(run.people(1));
      TaskCrowd.add(run, people, TASKS_OF_ONE);
      Map<Filter, Figures> few = measure(run, people, rounds);
      List<Person> others = run.people(crowd - 1);
      TaskCrowd.add(run, others, (crowd - 1) * TASKS_OF_ONE);
      people.addAll(others);
      Map<Filter, Figures> many = measure(run, people, rounds);
      print(setting, crowd, few, many);
      plans(setting, run, people.getLast());
    }
  }

  private static Map<Filter, Figures> measure(FreshRun run, List<Person> people, int rounds) {
    Map<Filter, Figures> measured = new LinkedHashMap<>();
    for (int round = -WARM_UP; round < rounds; round++) {
      for (int i = 0; i < FILTERS.size(); i++) {
        Filter filter = FILTERS.get(i);
        Person person = people.get(Math.floorMod(round * 7 + i, people.size()));
        long begin = System.nanoTime();
        String unused = run.api().read(person, filter.path());
        // A gateway that has answered little yet is still being compiled.
        if (round >= 0) {
          measured
              .computeIfAbsent(filter, each -> new Figures())
              .add(Duration.ofNanos(System.nanoTime() - begin));
        }
      }
    }
    return measured;
  }

  private static void print(
      Setting setting, int crowd, Map<Filter, Figures> few, Map<Filter, Figures> many) {
    String all = Figures.count((long) crowd * TASKS_OF_ONE) + " of " + crowd;
    Table table =
        new Table(
            "filter, 50 of it", "10,000 of 1: p50", "p95 (< 30)", all + ": p50", "p95 (< 100)");
    for (Filter filter : FILTERS) {
      Figures one = few.get(filter);
      Figures other = many.get(filter);
      if (one != null && other != null) {
        table.row(
            filter.toString(),
            Figures.millis(one.percentile(50)),
            Figures.millis(one.percentile(95)),
            Figures.millis(other.percentile(50)),
            Figures.millis(other.percentile(95)));
      }
    }
    setting.say(table);
  }

  private static void plans(Setting setting, FreshRun run, Person person) {
    UsedPlans plans = UsedPlans.explain(run);
    for (Filter filter : FILTERS) {
      long position = plans.position();
      Wait.until(
          "the plan of " + filter,
          Duration.ofMinutes(1),
          () -> answered(run, person, filter) && !plans.ofTasksSince(position).isEmpty());
      setting.say("  " + filter + "\n" + plans.ofTasksSince(position));
    }
  }

  /** The gateway's first connections have been ended. */
  private static boolean answered(FreshRun run, Person person, Filter filter) {
    try {
      return !run.api().read(person, filter.path()).isEmpty();
    } catch (Broken e) {
      return false;
    }
  }
}
