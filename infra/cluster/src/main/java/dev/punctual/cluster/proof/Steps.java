package dev.punctual.cluster.proof;

import dev.punctual.bench.Broken;
import dev.punctual.cluster.Failed;
import dev.punctual.store.DatabaseFault;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is asked for, one thing after the other, with what was seen of each. */
final class Steps {
  private final PrintStream out;
  private final List<Seen> all = new ArrayList<>();

  Steps(PrintStream out) {
    this.out = out;
  }

  /** Sees to one thing. */
  interface Step {
    /**
     * The figure that shows it.
     *
     * @throws Failed when it is not so, or {@link Broken}
     */
    String see();
  }

  private record Seen(boolean holds, String asked, String figure, Duration took) {
    String mark() {
      return holds ? "ok" : "FAILED";
    }
  }

  /** Does a step, whose failure leaves the others to be done; whether it held. */
  boolean step(String asked, Step step) {
    long begin = System.nanoTime();
    boolean holds = false;
    String figure;
    try {
      figure = step.see();
      holds = true;
    } catch (Failed | Broken | DatabaseFault e) {
      figure = String.valueOf(e.getMessage());
    }
    Seen seen = new Seen(holds, asked, figure, Duration.ofNanos(System.nanoTime() - begin));
    all.add(seen);
    out.printf("%-7s %s: %s%n", seen.mark(), asked, figure);
    return holds;
  }

  boolean passed() {
    return all.stream().allMatch(Seen::holds);
  }

  /** A line each: whether it held, how long it took, what was asked, the figure. */
  String table() {
    int width = all.stream().mapToInt(seen -> seen.asked().length()).max().orElse(0);
    StringBuilder table = new StringBuilder();
    for (Seen seen : all) {
      String form = "  %-7s %6.1f s  %-" + width + "s  %s%n";
      double seconds = seen.took().toMillis() / 1e3;
      String figure = seen.figure().lines().findFirst().orElse("");
      table.append(form.formatted(seen.mark(), seconds, seen.asked(), figure));
    }
    return table.toString();
  }
}
