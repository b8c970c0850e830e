package dev.punctual.cluster.proof;

import dev.punctual.cluster.ClusterProgram;
import dev.punctual.cluster.Failed;
import dev.punctual.cluster.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The chart's scenarios, rendered and shown to the API server. */
final class Scenarios {
  private static final Pattern KIND = Pattern.compile("(?m)^kind: (\\w+)");

  private final Path chart;
  private final ClusterProgram kubectl;
  private final ClusterProgram helm;
  private final String version;
  private final Set<String> known;

  Scenarios(Path chart, String namespace) {
    this.chart = chart;
    this.kubectl = ClusterProgram.kubectl(namespace);
    this.helm = ClusterProgram.helm(namespace);
    this.version =
        kubectl
            .run("get", "--raw=/version")
            .replaceFirst("(?s).*\"gitVersion\": *\"([^\"]+)\".*", "$1");
    // NAME SHORTNAMES APIVERSION NAMESPACED KIND
    this.known =
        kubectl
            .run("api-resources", "--no-headers")
            .lines()
            .map(line -> line.substring(line.lastIndexOf(' ') + 1))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The cloud's values and one file a scenario, by name. */
  List<Path> files() {
    try (Stream<Path> files = Files.list(chart.resolve("ci"))) {
      return Stream.concat(Stream.of(chart.resolve("values-aks.yaml")), files.sorted()).toList();
    } catch (IOException e) {
      throw new Failed("The scenarios cannot be listed: " + e.getMessage(), e);
    }
  }

  /** Lints, renders and applies one without effect; how many objects the API server took. */
  String accepted(Path values) {
    String file = "--values=" + values;
    // The cloud's values leave a place for a registry that the chart insists on.
    String registry =
        "--set-string=image.registry="
            + (values.endsWith("values-aks.yaml") ? "registry.example.net" : "");
    String unused = helm.run("lint", chart.toString(), "--strict", "--quiet", file, registry);
    // The pod of helm test is refused as long as its ServiceAccount is not there.
    String rendered =
        helm.run(
            "template",
            Release.NAME,
            chart.toString(),
            file,
            registry,
            "--skip-tests",
            "--kube-version=" + version);
    List<String> shown = new ArrayList<>();
    Set<String> strange = new TreeSet<>();
    for (String document : rendered.split("(?m)^---$")) {
      Matcher kind = KIND.matcher(document);
      if (kind.find()) {
        if (known.contains(kind.group(1))) {
          shown.add(document);
        } else {
          strange.add(kind.group(1));
        }
      }
    }
    long taken =
        kubectl
            .feed(
                String.join("\n---\n", shown),
                "apply",
                "--server-side",
                "--dry-run=server",
                "--filename=-")
            .lines()
            .filter(line -> line.endsWith("(server dry run)"))
            .count();
    if (taken != shown.size()) {
      throw new Failed(taken + " of " + shown.size() + " objects were taken.");
    }
    return taken
        + " objects"
        + (strange.isEmpty() ? "" : "; not a kind of this cluster: " + String.join(", ", strange));
  }
}
