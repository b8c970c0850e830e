package dev.punctual.local.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes that a launcher started, as files in its folder, so that the next launcher finds
 * what a killed one left. A process writes its own entry before it becomes the program: there is no
 * moment at which it runs unrecorded.
 */
public final class ProcessTable {
  private static final String SUFFIX = ".pid";

  /** Pid and start in ticks since boot (proc(5), /proc/pid/stat), and which boot it was. */
  private static final String WRITE_ENTRY =
      "{ cat /proc/$$/stat; cat /proc/sys/kernel/random/boot_id; } >\"$1\" && shift && exec \"$@\"";

  private final Path folder;

  public ProcessTable(Path folder) {
    this.folder = folder;
  }

  /** A name for the entry of a new process. */
  Path newEntry(String name) {
    return folder.resolve(name + "-" + UUID.randomUUID() + SUFFIX);
  }

  /**
   * The command that writes the entry and then is the program, in a session of its own: Ctrl-C in a
   * terminal reaches only the launcher.
   */
  static List<String> command(Path entry, List<String> program) {
    List<String> command =
        new ArrayList<>(List.of("setsid", "sh", "-c", WRITE_ENTRY, "sh", entry.toString()));
    command.addAll(program);
    return command;
  }

  /** Stops what an earlier launcher left, and only that; returns how many there were. */
  public int stopLeftovers(Duration grace) throws IOException {
    List<ProcessHandle> left = new ArrayList<>();
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path entry : files) {
        entries.add(entry);
        process(entry).ifPresent(left::add);
      }
    }
    left.forEach(ProcessTable::terminate);
    for (ProcessHandle process : left) {
      if (!ends(process, grace)) {
        boolean unused = process.destroyForcibly();
        unused = ends(process, grace);
      }
    }
    for (Path entry : entries) {
      Files.deleteIfExists(entry);
    }
    return left.size();
  }

  private static void terminate(ProcessHandle process) {
    boolean unused = process.destroy();
  }

  /** The living process that wrote the entry: the same pid, started at the same tick and boot. */
  private static Optional<ProcessHandle> process(Path entry) throws IOException {
    List<String> lines = Files.readAllLines(entry);
    if (lines.size() < 2 || !lines.get(1).equals(bootId())) {
      return Optional.empty();
    }
    String pid = lines.getFirst().substring(0, Math.max(0, lines.getFirst().indexOf(' ')));
    Path stat = Path.of("/proc", pid, "stat");
    try {
      return pid.matches("\\d{1,9}")
              && startTick(Files.readString(stat)).equals(startTick(lines.getFirst()))
          ? ProcessHandle.of(Long.parseLong(pid))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Field 22 of a stat line; the name in field 2 may hold spaces and parentheses. */
  private static String startTick(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
    return fields.length > 19 ? fields[19] : "none";
  }

  private static String bootId() throws IOException {
    return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
  }

  private static boolean ends(ProcessHandle process, Duration patience) {
    try {
      return !process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS).isAlive();
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }
}
