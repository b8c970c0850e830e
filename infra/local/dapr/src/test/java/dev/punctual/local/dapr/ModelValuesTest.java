package dev.punctual.local.dapr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the product's chart gives the gateway of a model for the assistant, rendered by Helm. */
class ModelValuesTest {
  private static final String SCENARIO = "ci/model-values.yaml";

  @TempDir private static Path folder;
  private static Path chart;

  @BeforeAll
  static void copyWithItsDependencies() throws IOException {
    Path home = Chart.find().folder().getParent();
    for (String name : List.of("helm/punctual", "keda", "dapr")) {
      copy(home.resolve(name), folder.resolve(name));
    }
    chart = folder.resolve("helm/punctual");
    withoutCluster();
    assertThat(new Helm(chart).dependency().update().call()).isNotNull();
  }

  @Test
  void noneUnlessSaid() {
    assertThat(model(gateway("values.yaml"))).isEmpty();
    assertThat(render("values.yaml")).doesNotContain("punctual-model\n");
  }

  @Test
  void endpointModelAndTheSecretOfItsKey() {
    assertThat(model(gateway(SCENARIO)))
        .isEqualTo(
            Map.of(
                "PUNCTUAL_MODEL_URL",
                "https://models.example.org/v1",
                "PUNCTUAL_MODEL_NAME",
                "small",
                "PUNCTUAL_MODEL_TOKENS_A_DAY",
                "50000",
                "PUNCTUAL_SECRET_REF_MODEL_KEY",
                "punctual-model/api-key"));
    // By the sidecar: the pod itself gets no secret for it.
    assertThat(gateway(SCENARIO).toString()).doesNotContain("secretKeyRef={name=punctual-model");
    assertThat(names(SCENARIO, "NetworkPolicy")).contains("punctual-model");
  }

  @Test
  void anEndpointMayWantNoKey() throws IOException {
    String values =
        values("{gateway: {model: {url: 'http://ollama.models:11434/v1', name: llama}}}");

    assertThat(model(gateway(values)))
        .containsEntry("PUNCTUAL_MODEL_URL", "http://ollama.models:11434/v1")
        .doesNotContainKey("PUNCTUAL_SECRET_REF_MODEL_KEY");
    assertThat(names(values, "NetworkPolicy")).doesNotContain("punctual-model");
  }

  @Test
  void whatCannotWorkIsRefused() {
    refused("{gateway: {model: {url: 'https://models.example.org/v1'}}}", "gateway.model.name");
    refused("{gateway: {model: {url: 'models.example.org', name: m}}}", "url");
    refused("{gateway: {model: {tokensADay: 0}}}", "tokensADay");
    refused("{gateway: {model: {key: secret}}}", "key");
    refused(
        "{gateway: {model: {url: 'https://m.example.org', name: m, keySecret: {name: other}}}}",
        "dapr.secretStore.gatewaySecrets");
  }

  private static void refused(String values, String part) {
    assertThatThrownBy(() -> render(values(values))).hasMessageContaining(part);
  }

  private static String values(String yaml) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "values", ".yaml"), yaml).toString();
  }

  private static Map<String, Object> gateway(String values) {
    return documents(values, "Deployment").stream()
        .filter(each -> name(each).equals("punctual-gateway"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(String values, String kind) {
    return documents(values, kind).stream().map(ModelValuesTest::name).toList();
  }

  private static List<Map<String, Object>> documents(String values, String kind) {
    return Chart.documents(render(values)).stream()
        .filter(each -> kind.equals(each.get("kind")))
        .toList();
  }

  private static String name(Map<String, Object> document) {
    return String.valueOf(Chart.named((Map<?, ?>) document.get("metadata")).get("name"));
  }

  /** The variables of the gateway's container that are about a model. */
  private static Map<String, String> model(Map<String, Object> deployment) {
    Map<String, String> variables = new TreeMap<>();
    collect(deployment, variables);
    return variables;
  }

  private static void collect(Object tree, Map<String, String> variables) {
    if (tree instanceof Map<?, ?> fields) {
      if (String.valueOf(fields.get("name")).contains("MODEL_")) {
        variables.put(String.valueOf(fields.get("name")), String.valueOf(fields.get("value")));
      }
      fields.values().forEach(value -> collect(value, variables));
    } else if (tree instanceof List<?> items) {
      items.forEach(item -> collect(item, variables));
    }
  }

  private static String render(String values) {
    return new Helm(chart)
        .template()
        .withName("punctual")
        .withNamespace(Sidecar.NAMESPACE)
        .withValuesFile(chart.resolve(values))
        .call();
  }

  /**
   * Helm as a library looks for a cluster where {@code helm template} does not, and for an old one.
   */
  private static void withoutCluster() throws IOException {
    try (Stream<Path> all = Files.walk(chart)) {
      for (Path path : all.filter(each -> each.toString().matches(".*\\.(yaml|tpl)")).toList()) {
        String text = Files.readString(path);
        Files.writeString(
            path,
            text.replaceAll("(?m)^kubeVersion:.*$", "")
                .replaceAll("lookup \"v1\" \"Secret\" \\S+ (\"\"|\\$\\w+)", "dict"));
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.filter(each -> !each.toString().contains("/target")).toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }
}
