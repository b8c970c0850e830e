package dev.punctual.cluster.proof;

import dev.punctual.cluster.ClusterProgram;
import dev.punctual.cluster.Failed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Deletes a pod of the gateway, the web server or a function again and again; every third is given
 * a second to end, as one on a node that dies.
 */
final class PodKiller {
  private static final Duration PERIOD = Duration.ofSeconds(5);

  private final ClusterProgram kubectl;
  private final Random random;
  private final Map<String, Integer> deleted = new TreeMap<>();

  PodKiller(ClusterProgram kubectl, long seed) {
    this.kubectl = kubectl;
    this.random = new Random(seed);
  }

  /** Does so for a while; how many of which. */
  String go(Duration while_) {
    long rounds = while_.dividedBy(PERIOD);
    for (int round = 1; round <= rounds; round++) {
      try {
        Thread.sleep(PERIOD);
      } catch (InterruptedException e) {
        throw Failed.interrupted();
      }
      delete(round % 3 == 0);
    }
    return deleted.entrySet().stream()
        .map(each -> each.getValue() + " " + each.getKey())
        .collect(Collectors.joining(", "));
  }

  private void delete(boolean hard) {
    Map<String, List<String>> pods = alive();
    if (pods.isEmpty()) {
      throw new Failed("No pod is alive.");
    }
    Map.Entry<String, List<String>> component = pick(List.copyOf(pods.entrySet()));
    String pod = pick(component.getValue());
    String unused =
        kubectl.run(
            "delete", "pod", pod, "--wait=false", hard ? "--grace-period=1" : "--grace-period=-1");
    deleted.merge(component.getKey(), 1, Integer::sum);
  }

  /** By component, in order, so that a seed says the same each time. */
  private Map<String, List<String>> alive() {
    Map<String, List<String>> pods = new TreeMap<>();
    kubectl
        .run(
            "get",
            "pods",
            "--selector=app.kubernetes.io/name=punctual,!punctual.dev/hook",
            "--output=jsonpath={range .items[*]}{.metadata.labels.app\\.kubernetes\\.io/component}"
                + " {.metadata.name} {.metadata.deletionTimestamp}{'\\n'}{end}")
        .lines()
        .map(line -> line.strip().split(" "))
        .filter(words -> words.length == 2)
        .forEach(words -> pods.computeIfAbsent(words[0], name -> new ArrayList<>()).add(words[1]));
    return pods;
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
