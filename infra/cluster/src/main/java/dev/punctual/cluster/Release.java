package dev.punctual.cluster;

import dev.punctual.cluster.ClusterProgram.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The umbrella chart as one release. */
public final class Release {
  public static final String NAME = "punctual";

  private final ClusterProgram helm;
  private final Path chart;
  private final Path values;

  /**
   * @param chart the umbrella chart's folder
   * @param values a file with what is special about this cluster
   */
  Release(ClusterProgram helm, Path chart, Path values) {
    this.helm = helm;
    this.chart = chart;
    this.values = values;
  }

  public Path chart() {
    return chart;
  }

  /** Installs it, and returns when everything is ready; what failed leaves nothing. */
  public Said install() {
    return release("install");
  }

  /**
   * Brings it to the chart and the values, and returns when everything is ready.
   *
   * @param more flags
   */
  public Said upgrade(String... more) {
    return release("upgrade", more);
  }

  /** To the revision before. */
  public String rollback() {
    return helm.run("rollback", NAME, "--wait", "--timeout=5m");
  }

  /** Does the main job once; what Helm and the job said. */
  public Said test() {
    return helm.attempt("", "test", NAME, "--timeout=5m");
  }

  public String uninstall() {
    return helm.run("uninstall", NAME, "--ignore-not-found", "--wait", "--timeout=5m");
  }

  private Said release(String verb, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                verb,
                NAME,
                chart.toString(),
                "--values=" + values,
                "--wait",
                "--atomic",
                "--timeout=5m"));
    words.addAll(List.of(more));
    return helm.attempt("", words.toArray(String[]::new));
  }
}
