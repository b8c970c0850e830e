package dev.punctual.bench;

import dev.punctual.local.Refusal;
import dev.punctual.local.servers.ServerException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ./punctual bench [--quick] [NAME...]}. */
public final class Main {
  private static final List<Benchmark> ALL =
      List.of(
          new ColdStartBenchmark(),
          new CpuLimitBenchmark(),
          new ReminderBenchmark(),
          new RecurringBenchmark(),
          new BurstBenchmark(),
          new SpreadBenchmark(),
          new LedgerBenchmark(),
          new FindBenchmark(),
          new BacklogBenchmark(),
          new PublishBenchmark(),
          new CalendarBenchmark(),
          new ChatBenchmark(),
          new StreamsBenchmark(),
          new PeopleBenchmark(),
          new WebBenchmark());

  private Main() {}

  public static void main(String[] words) {
    Path home = Path.of(System.getProperty("punctual.home", ".")).toAbsolutePath().normalize();
    System.exit(run(home, List.of(words)));
  }

  private static int run(Path home, List<String> words) {
    List<Benchmark> chosen = new ArrayList<>();
    boolean quick = false;
    for (String word : words) {
      Optional<Benchmark> named = ALL.stream().filter(each -> each.name().equals(word)).findAny();
      if (word.equals("--quick")) {
        quick = true;
      } else if (named.isPresent()) {
        chosen.add(named.get());
      } else {
        System.err.println("punctual: there is no benchmark " + word + ". There are:");
        ALL.forEach(each -> System.err.printf("  %-10s %s%n", each.name(), each.about()));
        return 1;
      }
    }
    int status = 0;
    for (Benchmark benchmark : chosen.isEmpty() ? ALL : chosen) {
      status |= run(benchmark, new Setting(home, quick, System.out));
    }
    return status;
  }

  private static int run(Benchmark benchmark, Setting setting) {
    OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
    setting.say(
        "%s: %s (%d processors, load before %.1f)"
            .formatted(
                benchmark.name(),
                benchmark.about(),
                machine.getAvailableProcessors(),
                machine.getSystemLoadAverage()));
    try {
      benchmark.run(setting);
      return 0;
    } catch (Broken | Refusal | ServerException e) {
      setting.out().flush();
      System.err.println("punctual: " + benchmark.name() + " broke: " + e.getMessage());
      return 1;
    } catch (RuntimeException e) {
      e.printStackTrace();
      return 1;
    }
  }
}
