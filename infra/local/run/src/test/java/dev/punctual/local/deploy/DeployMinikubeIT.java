package dev.punctual.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.local.deploy.Workbench.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./punctual deploy minikube}: what it asks of its tools, the first time and again. */
class DeployMinikubeIT {
  @TempDir Path folder;

  private Workbench workbench;

  @BeforeEach
  void setUp() throws IOException {
    workbench = new Workbench(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"minikube", "kubectl", "helm"})
  void aToolThatIsMissingIsNamedBeforeAnythingIsDone(String missing) throws Exception {
    for (String tool : List.of("minikube", "kubectl", "helm", "docker")) {
      if (!tool.equals(missing)) {
        workbench.has(tool);
      }
    }

    Ended ended = deploy();

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.said()).startsWith("punctual: " + missing + " was not found: install it (");
    assertThat(ended.calls()).isEmpty();
  }

  @Test
  void anEngineIsNeededAndMustAnswer() throws Exception {
    workbench.has("minikube", "kubectl", "helm");
    assertThat(deploy().said()).startsWith("punctual: neither docker nor podman was found");

    workbench.has("docker");
    workbench.set("engine-is-away");

    Ended ended = deploy();
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.said()).startsWith("punctual: docker does not answer");
    assertThat(ended.calls()).containsExactly("docker info");
  }

  @Test
  void aWrongArgumentIsNamed() throws Exception {
    assertThat(workbench.run("deploy").said()).contains("deploy takes a target: minikube");
    assertThat(workbench.run("deploy", "mars").status()).isEqualTo(1);
    assertThat(deploy("--cpu", "4").said()).contains("not --cpu");
    assertThat(deploy("--cpus").said()).contains("--cpus needs a value");
  }

  @Test
  void everythingIsInstalledInOrderAndInThisClusterOnly() throws Exception {
    everyTool();

    Ended ended = deploy("--cpus", "4", "--memory", "8g");

    assertThat(ended.status()).as(ended.said()).isZero();
    assertThat(ended.calls())
        .containsSubsequence(
            "minikube start --profile minikube --cpus 4 --memory 8g",
            "minikube image load --profile minikube -");
    assertThat(ended.calls().stream().map(DeployMinikubeIT::deed).toList())
        .containsSubsequence(
            "docker build",
            "minikube image",
            "helm upgrade keda",
            "helm upgrade dapr",
            "create secret punctual-database",
            "create secret punctual-sign-in",
            "apply",
            "rollout statefulset/punctual-kafka",
            "rollout statefulset/punctual-postgres",
            "helm upgrade punctual",
            "helm test");
    assertThat(ended.calls())
        .filteredOn(call -> call.startsWith("kubectl"))
        .isNotEmpty()
        .allMatch(call -> call.startsWith("kubectl --context minikube --namespace punctual "));
    assertThat(ended.calls())
        .filteredOn(call -> call.startsWith("helm") && !call.contains("dependency"))
        .isNotEmpty()
        .allMatch(call -> call.contains("--kube-context minikube"));
    assertThat(ended.said())
        .contains("session?token=" + workbench.stored("secret-punctual-sign-in"));
  }

  @Test
  void eachImageOfTheHouseIsBuiltAndLoadedUnderTheTagThatTheChartIsGiven() throws Exception {
    everyTool();

    Ended ended = deploy();

    String tag =
        ended.calls().stream()
            .filter(call -> call.startsWith("helm upgrade --install punctual"))
            .map(call -> call.replaceAll(".*image\\.tag=(\\S+).*", "$1"))
            .findAny()
            .orElseThrow();
    assertThat(workbench.stored("images").lines())
        .containsExactlyInAnyOrder(
            "docker.io/punctual/gateway:" + tag,
            "docker.io/punctual/webapp:" + tag,
            "docker.io/punctual/recurring:" + tag,
            "docker.io/punctual/notification:" + tag);
  }

  @Test
  void aSecondRunKeepsWhatIsThere() throws Exception {
    everyTool();
    List<String> first = deploy().calls();
    String password = workbench.stored("secret-punctual-database");
    assertThat(password).matches("[A-Za-z0-9]{40,64}");

    Ended again = deploy();

    assertThat(again.status()).as(again.said()).isZero();
    assertThat(workbench.stored("secret-punctual-database")).isEqualTo(password);
    assertThat(again.calls())
        .noneMatch(call -> call.startsWith("minikube start"))
        .noneMatch(call -> call.contains(" create "))
        .noneMatch(call -> call.startsWith("minikube image load"))
        .contains(upgrade(first));
  }

  @Test
  void changedCodeIsANewTag() throws Exception {
    everyTool();
    List<String> first = deploy().calls();
    workbench.code("second");

    List<String> second = deploy().calls();

    assertThat(upgrade(second)).isNotEqualTo(upgrade(first));
    assertThat(second).filteredOn(call -> call.startsWith("minikube image load")).hasSize(4);
  }

  @Test
  void aFailedTestOfTheReleaseIsAFailedDeployment() throws Exception {
    everyTool();
    workbench.set("test-fails");

    Ended ended = deploy();

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.said()).doesNotContain("Punctual runs on Minikube");
  }

  private void everyTool() throws IOException {
    workbench.has("minikube", "kubectl", "helm", "docker");
  }

  private Ended deploy(String... more) throws IOException, InterruptedException {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "deploy";
    arguments[1] = "minikube";
    System.arraycopy(more, 0, arguments, 2, more.length);
    return workbench.run(arguments);
  }

  private static String upgrade(List<String> calls) {
    return calls.stream()
        .filter(call -> call.startsWith("helm upgrade --install punctual"))
        .findAny()
        .orElseThrow();
  }

  /** A call in few words. */
  private static String deed(String call) {
    return call.replaceAll("^kubectl --context minikube --namespace punctual ", "")
        .replaceAll("^(helm upgrade) --install (\\S+).*", "$1 $2")
        .replaceAll("^(create secret) generic (\\S+).*", "$1 $2")
        .replaceAll("^(rollout) status (\\S+).*", "$1 $2")
        .replaceAll("^(apply|docker build|minikube image|helm test) .*", "$1");
  }
}
