package dev.punctual.bench;

import dev.punctual.calendar.LocalStart;
import dev.punctual.calendar.Recurrence;
import dev.punctual.calendar.RuleRefused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The next occurrence of rules that started in 2010, by our engine and two others, by turns in one
 * run: the best of many short rounds, since other programs can only slow them down. And what rules
 * meant to do harm cost.
 */
final class CalendarBenchmark implements Benchmark {
  private static final LocalDateTime START = LocalDateTime.parse("2010-01-01T08:30");
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:01Z");
  private static final Duration WARM_UP = Duration.ofSeconds(1);
  private static final Duration TURN = Duration.ofMillis(10);

  private static final List<String> RULES =
      List.of(
          "FREQ=DAILY",
          "FREQ=WEEKLY;BYDAY=MO,WE,FR",
          "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
          "FREQ=MONTHLY;BYMONTHDAY=15",
          "FREQ=MONTHLY;BYDAY=-1FR",
          "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
          "FREQ=YEARLY",
          "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
          "FREQ=HOURLY;INTERVAL=6",
          "FREQ=MINUTELY;INTERVAL=15");

  private static final List<String> HOSTILE =
      List.of(
          "FREQ=SECONDLY",
          "FREQ=YEARLY;INTERVAL=1000000000",
          "FREQ=MINUTELY;INTERVAL=2;BYMINUTE=1",
          "FREQ=MINUTELY;COUNT=10000;BYMONTH=2;BYMONTHDAY=29;BYHOUR=3;BYMINUTE=5",
          "FREQ=MINUTELY;BYSETPOS=-366;BYMINUTE=0,1,2",
          "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO",
          "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
          "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0,6,12,18;COUNT=10000");

  @Override
  public String name() {
    return "calendar";
  }

  @Override
  public String about() {
    return "the next occurrence of a rule since 2010, beside lib-recur and ical4j";
  }

  @Override
  public void run(Setting setting) {
    int rounds = setting.quick() ? 10 : 50;
    Table table =
        new Table(
            "best of " + rounds + " rounds, by turns",
            "ours",
            "lib-recur",
            "ical4j",
            "ours / lib-recur",
            "ical4j / ours");
    List<Double> toLibRecur = new ArrayList<>();
    List<Double> toIcal4j = new ArrayList<>();
    for (String rule : RULES) {
      Map<RuleEngines, Double> nanos = measure(rule, rounds);
      double ours = nanos.getOrDefault(RuleEngines.PUNCTUAL, Double.NaN);
      double libRecur = nanos.getOrDefault(RuleEngines.LIB_RECUR, Double.NaN);
      double ical4j = nanos.getOrDefault(RuleEngines.ICAL4J, Double.NaN);
      toLibRecur.add(ours / libRecur);
      toIcal4j.add(ical4j / ours);
      table.row(
          rule,
          micros(ours),
          micros(libRecur),
          micros(ical4j),
          Figures.ratio(ours / libRecur),
          Figures.ratio(ical4j / ours));
    }
    table.row("worst", "", "", "", worst(toLibRecur, true), worst(toIcal4j, false));
    table.row("goal", "", "", "", "<= 1.20", ">= 10.00");
    setting.say(table);
    setting.say(hostile(rounds));
  }

  private static Map<RuleEngines, Double> measure(String rule, int rounds) {
    Map<RuleEngines, Supplier<Instant>> engines = new EnumMap<>(RuleEngines.class);
    Map<RuleEngines, List<Double>> measured = new EnumMap<>(RuleEngines.class);
    for (RuleEngines engine : RuleEngines.values()) {
      engines.put(engine, engine.next(rule, START, ZONE, NOW));
      measured.put(engine, new ArrayList<>());
    }
    List<Instant> answers = engines.values().stream().map(Supplier::get).distinct().toList();
    Broken.unless(answers.size() == 1, "%s comes to %s", rule, answers);
    engines.values().forEach(next -> turn(next, WARM_UP));
    for (int round = 0; round < rounds; round++) {
      engines.forEach(
          (engine, next) ->
              measured.computeIfPresent(
                  engine,
                  (same, all) -> {
                    all.add(turn(next, TURN));
                    return all;
                  }));
    }
    Map<RuleEngines, Double> best = new EnumMap<>(RuleEngines.class);
    measured.forEach(
        (engine, all) -> best.put(engine, all.stream().min(Double::compare).orElseThrow()));
    return best;
  }

  /** Nanoseconds for one answer; a turn lasts so long, or as long as one answer takes. */
  private static double turn(Supplier<Instant> next, Duration turn) {
    long begin = System.nanoTime();
    long spent = 0;
    int answers = 0;
    long check = 0;
    while (spent < turn.toNanos()) {
      check += next.get().getEpochSecond();
      answers++;
      spent = System.nanoTime() - begin;
    }
    Broken.unless(check > 0, "an answer of the past");
    return (double) spent / answers;
  }

  private static Table hostile(int rounds) {
    Table table =
        new Table("read, and 100 shown, of a rule since 1900", "best", "p50", "outcome", "goal");
    for (String rule : HOSTILE) {
      Figures figures = new Figures();
      String outcome = "";
      for (int round = 0; round < rounds; round++) {
        long begin = System.nanoTime();
        outcome = outcome(rule);
        figures.add(Duration.ofNanos(System.nanoTime() - begin));
      }
      table.row(
          rule,
          Figures.millis(figures.percentile(0)),
          Figures.millis(figures.percentile(50)),
          outcome,
          "<= 50 ms");
    }
    return table;
  }

  private static String outcome(String rule) {
    try {
      Recurrence recurrence =
          Recurrence.of(LocalStart.parse("1900-01-01T00:00"), ZONE, rule, List.of(), List.of());
      return recurrence.excerpt(null, 100).occurrences().size() + " shown";
    } catch (RuleRefused e) {
      return e.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static String worst(List<Double> ratios, boolean most) {
    return Figures.ratio(
        ratios.stream().reduce(most ? Double::max : Double::min).orElse(Double.NaN));
  }

  private static String micros(double nanos) {
    return String.format(Locale.ROOT, "%,.2f us", nanos / 1e3);
  }
}
