package dev.punctual.loadtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.cluster.ClusterProgram;
import dev.punctual.cluster.DataServers;
import dev.punctual.cluster.Failed;
import dev.punctual.cluster.Site;
import dev.punctual.local.scaling.FunctionScaling;
import dev.punctual.local.scaling.KafkaLag;
import dev.punctual.local.scaling.Lag;
import dev.punctual.store.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Punctual in a cluster, scaled by KEDA: held and released by the ScaledObject's annotations. A
 * number of replicas takes KEDA's autoscaler away, which would look for the first time some seconds
 * after the release; no scaling out leaves it.
 */
final class ClusterTarget implements Target {
  private static final String REPLICAS = "autoscaling.keda.sh/paused-replicas";
  private static final String NO_MORE = "autoscaling.keda.sh/paused-scale-out";

  private final ClusterProgram kubectl;
  private final FunctionScaling scaling;
  private final String object;
  private final Database database;
  private final KafkaLag lag;
  private final Process watch;
  private volatile int replicas;
  private @Nullable Site afterwards;

  private ClusterTarget(
      ClusterProgram kubectl,
      FunctionScaling scaling,
      String object,
      Database database,
      KafkaLag lag)
      throws IOException {
    this.kubectl = kubectl;
    this.scaling = scaling;
    this.object = object;
    this.database = database;
    this.lag = lag;
    this.watch =
        kubectl.start(
            "get", "deployment", object, "--watch", "--output=jsonpath={.status.replicas}{'\\n'}");
    Thread.ofVirtual().start(this::follow);
  }

  /** Installs one into a namespace of its own, which goes with it. */
  static ClusterTarget install(Site.Settings settings, FunctionScaling scaling, String object) {
    Site site = Site.open(settings);
    try {
      site.bringSecrets();
      ClusterProgram.Said said = site.release().install();
      if (!said.well()) {
        throw new Failed("The chart cannot be installed: " + said.err().strip());
      }
      DataServers servers = site.servers();
      ClusterTarget target =
          find(site.kubectl(), scaling, object, servers.database(), servers.kafka());
      target.afterwards = site;
      return target;
    } catch (RuntimeException e) {
      site.close();
      throw e;
    }
  }

  /**
   * Finds one.
   *
   * @param object the name of the function's Deployment and ScaledObject
   */
  static ClusterTarget find(
      ClusterProgram kubectl,
      FunctionScaling scaling,
      String object,
      Database database,
      String kafka) {
    String found = kubectl.run("get", "scaledobject", object, "--output=name");
    if (found.isEmpty()) {
      throw new Failed("There is no ScaledObject " + object + " in " + kubectl.namespace() + ".");
    }
    try {
      return new ClusterTarget(kubectl, scaling, object, database, new KafkaLag(kafka));
    } catch (IOException e) {
      throw new Failed("kubectl cannot be run: " + e.getMessage(), e);
    }
  }

  @Override
  public String name() {
    return "namespace " + kubectl.namespace();
  }

  @Override
  public FunctionScaling scaling() {
    return scaling;
  }

  @Override
  public Database database() {
    return database;
  }

  @Override
  public void hold() {
    annotate(NO_MORE + "=true", REPLICAS + "=0");
    String unused =
        kubectl.run(
            "wait", "deployment", object, "--for=jsonpath={.spec.replicas}=0", "--timeout=2m");
    annotate(REPLICAS + "-");
  }

  @Override
  public void releaseOne() {
    annotate(REPLICAS + "=1");
  }

  @Override
  public void release() {
    annotate(NO_MORE + "-", REPLICAS + "-");
  }

  @Override
  public int processes() {
    return replicas;
  }

  @Override
  public long lag() {
    Lag read = lag.read(List.of(scaling)).get(scaling.name());
    return read == null ? 0 : read.records();
  }

  @Override
  public void close() {
    watch.destroy();
    lag.close();
    // Nobody's function stays held because a test was ended.
    release();
    if (afterwards != null) {
      afterwards.close();
    }
  }

  private void annotate(String... annotations) {
    List<String> words =
        new ArrayList<>(List.of("annotate", "--overwrite", "scaledobject", object));
    words.addAll(List.of(annotations));
    String unused = kubectl.run(words.toArray(String[]::new));
  }

  private void follow() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(watch.getInputStream(), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.chars().allMatch(Character::isDigit)) {
          // Without replicas the field is absent.
          replicas = line.isEmpty() ? 0 : Integer.parseInt(line);
        }
      }
    } catch (IOException e) {
      if (watch.isAlive()) {
        System.err.println("punctual: the number of pods is not seen any more: " + e.getMessage());
      }
    }
  }
}
