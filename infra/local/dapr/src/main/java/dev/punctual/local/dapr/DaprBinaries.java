package dev.punctual.local.dapr;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Dapr's programs on this machine.
 *
 * @param daprd the sidecar
 * @param scheduler the scheduler service
 */
public record DaprBinaries(Path daprd, Path scheduler) {
  /** The environment variable that names their folder. */
  public static final String VARIABLE = "DAPR_BIN";

  private static final Path BUILT =
      Path.of(System.getProperty("user.home"), ".cache", "punctual-lab", "bin");

  /** In the folder {@code DAPR_BIN}; without it on PATH, then where the lab builds them. */
  public static Optional<DaprBinaries> find() {
    return folders().stream()
        .map(folder -> new DaprBinaries(folder.resolve("daprd"), folder.resolve("scheduler")))
        .filter(found -> Files.isExecutable(found.daprd) && Files.isExecutable(found.scheduler))
        .findFirst();
  }

  /** What was looked for and would help. */
  static String missing() {
    String named = System.getenv(VARIABLE);
    return "no daprd and scheduler "
        + (named == null || named.isEmpty() ? "on PATH and in " + BUILT : "in " + named)
        + "; with Dapr installed or built, and its folder named by "
        + VARIABLE
        + ", it runs";
  }

  static DaprBinaries required() {
    return find().orElseThrow(() -> new DaprException(missing()));
  }

  private static List<Path> folders() {
    String named = System.getenv(VARIABLE);
    if (named != null && !named.isEmpty()) {
      return List.of(Path.of(named));
    }
    List<Path> folders = new ArrayList<>();
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (!folder.isEmpty()) {
        folders.add(Path.of(folder));
      }
    }
    folders.add(BUILT);
    return folders;
  }
}
