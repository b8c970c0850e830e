package dev.punctual.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * When this process was started. The JDK counts from the machine's boot in whole seconds and can be
 * most of a second off, which is more than a cold start takes; Linux itself knows to a hundredth.
 */
final class ProcessStart {
  /**
   * Of {@code /proc/<pid>/stat} (proc_pid_stat(5)): the fields after the command's closing
   * parenthesis.
   */
  private static final int START_TIME = 22 - 3;

  private static final long TICKS_PER_SECOND = 100;

  private ProcessStart() {}

  static Instant instant() {
    try {
      return of(
          Files.readString(Path.of("/proc/self/stat")),
          Files.readString(Path.of("/proc/uptime")),
          Instant.now());
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    }
  }

  static Instant of(String stat, String uptime, Instant now) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long startMillis = Long.parseLong(fields[START_TIME]) * 1_000 / TICKS_PER_SECOND;
    double upSeconds = Double.parseDouble(uptime.substring(0, uptime.indexOf(' ')));
    return now.minus(Duration.ofMillis(Math.round(upSeconds * 1_000) - startMillis));
  }
}
