package dev.punctual.bench;

import dev.punctual.local.program.Application;
import dev.punctual.local.program.Module;
import dev.punctual.local.scaling.FunctionScaling;
import dev.punctual.local.scaling.ScalingValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cold start of each function under the limits on processor time that a container could have,
 * by turns. Docs/decisions/008 rests on it.
 */
final class CpuLimitBenchmark implements Benchmark {
  /** Thousandths of a processor. */
  private static final List<Integer> LIMITS = List.of(500, 1000, 2000);

  @Override
  public String name() {
    return "cpu-limit";
  }

  @Override
  public String about() {
    return "as cold-start, for functions under a container's limits on CPU (needs control groups)";
  }

  @Override
  public void run(Setting setting) {
    List<CpuLimit> limits = new ArrayList<>();
    try {
      for (int millis : LIMITS) {
        Optional<CpuLimit> limit = CpuLimit.of(millis);
        if (limit.isEmpty()) {
          setting.say("left out: control groups cannot be made here (root can)");
          return;
        }
        limits.add(limit.get());
      }
      measure(setting, limits);
    } catch (IOException e) {
      throw new Broken("a file is in the way", e);
    } finally {
      limits.forEach(CpuLimit::close);
    }
  }

  private static void measure(Setting setting, List<CpuLimit> limits) throws IOException {
    int rounds = setting.quick() ? 3 : 10;
    Table table = new Table(rounds + " rounds each, by turns", "p50", "p95", "CPU", "goal");
    try (FreshRun run = FreshRun.start(setting.home(), all -> all);
        ColdStarts starts = ColdStarts.prepare(run, setting.home())) {
      for (FunctionScaling each : ScalingValues.read(setting.home().resolve("keda/values.yaml"))) {
        Application application = Application.of(Module.function(setting.home(), each.name()));
        Broken.unless(
            application.isCurrent(), "%s has no AOT cache: ./punctual train", each.name());
        rows(table, each, limits, starts, application.command(), rounds);
      }
    }
    setting.say(table);
  }

  private static void rows(
      Table table,
      FunctionScaling function,
      List<CpuLimit> limits,
      ColdStarts starts,
      List<String> command,
      int rounds) {
    List<Figures> times = new ArrayList<>();
    List<Figures> work = new ArrayList<>();
    limits.forEach(
        limit -> {
          times.add(new Figures());
          work.add(new Figures());
        });
    // The first finds files that nobody has read yet.
    ColdStarts.Result unused = starts.function(function, command);
    for (int round = 0; round < rounds; round++) {
      for (int turn = 0; turn < limits.size(); turn++) {
        int limit = (round + turn) % limits.size();
        ColdStarts.Result result = starts.function(function, limits.get(limit).around(command));
        times.get(limit).add(result.time());
        work.get(limit).add(result.work());
      }
    }
    for (int limit = 0; limit < limits.size(); limit++) {
      table.row(
          function.name() + ", " + LIMITS.get(limit) + "m",
          Figures.millis(times.get(limit).percentile(50)),
          Figures.millis(times.get(limit).percentile(95)),
          Figures.millis(work.get(limit).percentile(50)),
          LIMITS.get(limit) == 2000 ? "<= 450 ms" : "");
    }
  }
}
