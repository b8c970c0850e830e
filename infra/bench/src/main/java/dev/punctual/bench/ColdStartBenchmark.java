package dev.punctual.bench;

import dev.punctual.local.program.Application;
import dev.punctual.local.program.Module;
import dev.punctual.local.scaling.FunctionScaling;
import dev.punctual.local.scaling.ScalingValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From the start of a process to its first committed row, with the record waiting and the group
 * empty: each function with its AOT cache and without, beside the least that any consumer does. And
 * from the start of a gateway to its first answer from the database. All by turns.
 */
final class ColdStartBenchmark implements Benchmark {
  private static final String FLOOR = "floor: kafka-clients and pgjdbc";
  private static final String GATEWAY = "gateway";

  @Override
  public String name() {
    return "cold-start";
  }

  @Override
  public String about() {
    return "a process starts -> its first row is committed, beside bare kafka-clients and pgjdbc";
  }

  @Override
  public void run(Setting setting) {
    int rounds = setting.quick() ? 5 : 20;
    try (FreshRun run = FreshRun.start(setting.home(), all -> all);
        ColdStarts starts = ColdStarts.prepare(run, setting.home())) {
      Map<String, Start> variants = variants(setting, starts);
      // The first of each finds files that nobody has read yet.
      variants.values().forEach(Start::run);
      Map<String, Measured> measured = new LinkedHashMap<>();
      variants.keySet().forEach(name -> measured.put(name, new Measured()));
      List<String> order = new ArrayList<>(variants.keySet());
      for (int round = 0; round < rounds; round++) {
        for (String name : order) {
          present(measured, name).add(present(variants, name).run());
        }
        order.add(order.removeFirst());
      }
      setting.say(table(rounds, measured));
    } catch (IOException e) {
      throw new Broken("a file is in the way", e);
    }
  }

  private static Map<String, Start> variants(Setting setting, ColdStarts starts)
      throws IOException {
    Map<String, Start> variants = new LinkedHashMap<>();
    variants.put(FLOOR, starts::floor);
    for (FunctionScaling each : ScalingValues.read(setting.home().resolve("keda/values.yaml"))) {
      Module module = Module.function(setting.home(), each.name());
      List<String> cached = cached(module);
      variants.put(each.name(), () -> starts.function(each, cached));
      variants.put(each.name() + " without cache", () -> starts.function(each, module.command()));
    }
    List<String> cached = cached(Module.gateway(setting.home()));
    variants.put(GATEWAY, () -> starts.gateway(cached));
    return variants;
  }

  private static List<String> cached(Module module) {
    Application application = Application.of(module);
    Broken.unless(application.isCurrent(), "%s has no AOT cache: ./punctual train", module.name());
    return application.command();
  }

  private static Table table(int rounds, Map<String, Measured> measured) {
    double floor = present(measured, FLOOR).time.percentile(50).toMillis();
    Table table =
        new Table(
            rounds + " rounds each, by turns", "p50", "p95", "x floor", "CPU", "peak RSS", "goal");
    measured.forEach(
        (name, each) ->
            table.row(
                name,
                Figures.millis(each.time.percentile(50)),
                Figures.millis(each.time.percentile(95)),
                Figures.ratio(each.time.percentile(50).toMillis() / floor),
                Figures.millis(each.work.percentile(50)),
                each.peakMegabytes + " MB",
                goal(name)));
    return table;
  }

  private static String goal(String name) {
    return switch (name) {
      case FLOOR -> "";
      case GATEWAY -> "<= 900 ms to its first 200";
      case String function when function.endsWith("without cache") -> "";
      default -> "<= 450 ms, <= 1.80, <= 110 MB";
    };
  }

  private static <T> T present(Map<String, T> map, String name) {
    T value = map.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name);
    }
    return value;
  }

  /** Measures one start. */
  @FunctionalInterface
  private interface Start {
    ColdStarts.Result run();
  }

  private static final class Measured {
    private final Figures time = new Figures();
    private final Figures work = new Figures();
    private long peakMegabytes;

    void add(ColdStarts.Result result) {
      time.add(result.time());
      work.add(result.work());
      peakMegabytes = Math.max(peakMegabytes, result.peakKilobytes() / 1024);
    }
  }
}
