package dev.punctual.loadtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.local.scaling.FunctionScaling;
import dev.punctual.local.scaling.KafkaLag;
import dev.punctual.local.scaling.Lag;
import dev.punctual.store.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;

/** Punctual in a cluster, scaled by KEDA: held and released by the ScaledObject's annotation. */
final class ClusterTarget implements Target {
  private static final String HELD = "autoscaling.keda.sh/paused-replicas";

  private final Kubectl kubectl;
  private final FunctionScaling scaling;
  private final String object;
  private final Database database;
  private final KafkaLag lag;
  private final Process watch;
  private volatile int replicas;

  private ClusterTarget(
      Kubectl kubectl, FunctionScaling scaling, String object, Database database, KafkaLag lag)
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

  /**
   * Finds one.
   *
   * @param object the name of the function's Deployment and ScaledObject
   */
  static ClusterTarget find(
      Kubectl kubectl, FunctionScaling scaling, String object, Database database, String kafka) {
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
    annotate(HELD + "=0");
  }

  @Override
  public void releaseOne() {
    annotate(HELD + "=1");
  }

  @Override
  public void release() {
    annotate(HELD + "-");
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
  }

  private void annotate(String annotation) {
    String unused = kubectl.run("annotate", "--overwrite", "scaledobject", object, annotation);
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
