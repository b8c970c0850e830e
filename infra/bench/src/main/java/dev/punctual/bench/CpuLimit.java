package dev.punctual.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A limit on processor time as a container has one: a control group (cgroups(7)) with the quota
 * that the kubelet would write, over the same 100 ms.
 */
final class CpuLimit implements AutoCloseable {
  private static final long PERIOD_MICROS = 100_000;
  private static final Path ROOT = Path.of("/sys/fs/cgroup");

  /** The second version has one tree; the first one for each thing that is limited. */
  private static final Path SECOND = ROOT.resolve("cgroup.controllers");

  private final Path group;

  private CpuLimit(Path group) {
    this.group = group;
  }

  /**
   * Makes the group.
   *
   * @param millis thousandths of a processor, as in {@code 500m}
   * @return empty when this machine, or its user's rights, does not allow it
   */
  static Optional<CpuLimit> of(int millis) {
    String name = "punctual-bench-" + ProcessHandle.current().pid() + "-" + millis;
    long quota = PERIOD_MICROS * millis / 1000;
    boolean second = Files.exists(SECOND);
    Path group = (second ? ROOT : ROOT.resolve("cpu")).resolve(name);
    try {
      Files.createDirectory(group);
      if (second) {
        Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD_MICROS);
      } else {
        Files.writeString(group.resolve("cpu.cfs_period_us"), Long.toString(PERIOD_MICROS));
        Files.writeString(group.resolve("cpu.cfs_quota_us"), Long.toString(quota));
      }
      return Optional.of(new CpuLimit(group));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Starts a command inside, from its first instruction on. */
  List<String> around(List<String> command) {
    List<String> inside =
        new ArrayList<>(
            List.of(
                "sh", "-c", "echo $$ > " + group.resolve("cgroup.procs") + "; exec \"$@\"", "sh"));
    inside.addAll(command);
    return inside;
  }

  /** Removes the group once what ran in it has ended. */
  @Override
  public void close() {
    Wait.until("the control group is empty", Duration.ofSeconds(10), this::removed);
  }

  private boolean removed() {
    try {
      return Files.deleteIfExists(group);
    } catch (IOException e) {
      return false;
    }
  }
}
