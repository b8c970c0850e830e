package dev.punctual.cluster.proof;

import dev.punctual.bench.Broken;
import dev.punctual.cluster.ClusterProgram;
import dev.punctual.cluster.Failed;
import dev.punctual.cluster.Site;
import dev.punctual.local.servers.ServerException;
import dev.punctual.store.DatabaseFault;
import java.nio.file.Path;
import java.util.List;

/** {@code ./punctual test --cluster}: exits with 0 when every step held. */
public final class Main {
  private static final List<String> NEEDED = List.of("components.dapr.io", "scaledobjects.keda.sh");

  private Main() {}

  public static void main(String[] words) {
    Path home = Path.of(System.getProperty("punctual.home", ".")).toAbsolutePath().normalize();
    int status;
    try {
      status = run(home, Options.parse(List.of(words))) ? 0 : 1;
    } catch (Failed | Broken | ServerException | DatabaseFault e) {
      System.err.println("punctual: " + e.getMessage());
      status = 2;
    }
    System.exit(status);
  }

  private static boolean run(Path home, Options options) {
    ClusterProgram kubectl = ClusterProgram.kubectl(options.namespace());
    String context = kubectl.run("config", "current-context");
    for (String kind : NEEDED) {
      if (!kubectl.attempt("", "get", "crd", kind).well()) {
        throw new Failed("The cluster " + context + " has no " + kind + ": install Dapr and KEDA.");
      }
    }
    System.out.printf("cluster %s, namespace %s%n", context, options.namespace());
    Steps steps = new Steps(System.out);
    try (Site site =
            Site.open(
                new Site.Settings(home, options.namespace(), options.kafka(), options.postgres()));
        Proof proof = new Proof(steps, site, options.seed())) {
      proof.go();
    } finally {
      System.out.print("\n" + steps.table());
    }
    return steps.passed();
  }
}
