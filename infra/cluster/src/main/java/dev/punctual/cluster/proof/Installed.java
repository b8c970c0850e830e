package dev.punctual.cluster.proof;

import dev.punctual.bench.Broken;
import dev.punctual.bench.Wait;
import dev.punctual.cluster.ClusterProgram;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What stands in the namespace. */
final class Installed {
  /** A kubectl is a process. */
  static final Duration LOOK = Duration.ofMillis(500);

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String SERVING =
      "--selector=app.kubernetes.io/name=punctual,app.kubernetes.io/component in (gateway,webapp)";

  private final ClusterProgram kubectl;

  Installed(ClusterProgram kubectl) {
    this.kubectl = kubectl;
  }

  /** Every pod is Ready, none was started again, every ScaledObject works. */
  String ready() {
    List<String> pods =
        lines(
            "pods",
            SERVING,
            "{.metadata.name} {.status.conditions[?(@.type=='Ready')].status}"
                + " {.status.containerStatuses[*].restartCount}");
    Broken.unless(!pods.isEmpty(), "there are no pods");
    for (String pod : pods) {
      Broken.unless(pod.matches("\\S+ True( 0)+"), "not Ready from its first start: %s", pod);
    }
    List<String> scaled =
        lines(
            "scaledobjects",
            "",
            "{.metadata.name} {.status.conditions[?(@.type=='Ready')].status}");
    Broken.unless(!scaled.isEmpty(), "there are no ScaledObjects");
    for (String object : scaled) {
      Broken.unless(object.endsWith(" True"), "KEDA does not scale: %s", object);
    }
    return pods.size() + " pods, " + scaled.size() + " ScaledObjects";
  }

  /** The names of all objects of a kind, in order. */
  Set<String> names(String kind) {
    return new TreeSet<>(lines(kind, "", "{.metadata.name}"));
  }

  /** What an upgrade that changes nothing leaves as it is: pods, their starts, all generations. */
  String state() {
    return String.join("\n", lines("pods", SERVING, "{.metadata.uid} {.status..restartCount}"))
        + "\n"
        + String.join(
            "\n",
            lines(
                "deployments,services,configmaps,scaledobjects,components.dapr.io,"
                    + "configurations.dapr.io,roles,networkpolicies",
                "",
                "{.kind} {.metadata.name} {.metadata.generation}"));
  }

  /** The pods of the gateway and the web server that are not told to end. */
  Set<String> serving() {
    return lines("pods", SERVING, "{.metadata.name} {.metadata.deletionTimestamp}").stream()
        .filter(line -> !line.contains(" "))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns when these pods are gone. */
  void awaitGone(Set<String> pods) {
    Wait.until(
        "the pods " + pods + " are gone",
        PATIENCE,
        LOOK,
        () -> names("pods").stream().noneMatch(pods::contains));
  }

  /** Returns when no function has a process. */
  void awaitZero() {
    Wait.until(
        "all functions are at zero",
        PATIENCE,
        LOOK,
        () -> lines("pods", "--selector=punctual.dev/function", "{.metadata.name}").isEmpty());
  }

  /**
   * Everything in the namespace that can be listed, kind/name, without what the cluster puts there.
   */
  Set<String> everything() {
    String kinds =
        Arrays.stream(
                kubectl
                    .run("api-resources", "--namespaced", "--verbs=list,delete", "--output=name")
                    .split("\n"))
            .filter(kind -> !kind.startsWith("events"))
            .collect(Collectors.joining(","));
    return kubectl
        .run("get", kinds, "--output=name", "--ignore-not-found")
        .lines()
        .filter(name -> !name.equals("configmap/kube-root-ca.crt"))
        .filter(name -> !name.equals("serviceaccount/default"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<String> lines(String kinds, String selector, String each) {
    String form = "--output=jsonpath={range .items[*]}" + each + "{'\\n'}{end}";
    String found =
        selector.isEmpty()
            ? kubectl.run("get", kinds, form)
            : kubectl.run("get", kinds, selector, form);
    return found.lines().map(String::strip).toList();
  }
}
