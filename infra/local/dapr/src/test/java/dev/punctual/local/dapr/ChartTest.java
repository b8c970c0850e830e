package dev.punctual.local.dapr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {
  private static final Chart CHART = Chart.find();
  private static final String MINIKUBE = "values.yaml";
  private static final String CLOUD = "values-aks.yaml";

  @TempDir Path folder;

  @Test
  void passesHelmsOwnLint() {
    assertThat(CHART.lint().isFailed()).as(CHART.lint().getMessages().toString()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {MINIKUBE, CLOUD})
  void rendersExactlyTheThreeComponents(String values) {
    assertThat(names(values, "Component"))
        .containsExactlyInAnyOrder("pubsub-kafka", "statestore", "secretstore");
    assertThat(names(values, "Configuration"))
        .containsExactlyInAnyOrder("punctual-gateway", "punctual-function", "punctual-webapp");
    assertThat(names(values, "Resiliency")).containsExactly("punctual");
  }

  @ParameterizedTest
  @ValueSource(strings = {MINIKUBE, CLOUD})
  void givesPubSubAndStateToTheGatewayOnlyAndSecretsToAll(String values) {
    Map<String, Object> scopes = new TreeMap<>();
    for (Map<String, Object> component : objects(values, "Component")) {
      scopes.put(name(component), component.getOrDefault("scopes", "everybody"));
    }

    assertThat(scopes)
        .isEqualTo(
            Map.of(
                "pubsub-kafka",
                List.of(Manifests.GATEWAY),
                "statestore",
                List.of(Manifests.GATEWAY),
                "secretstore",
                "everybody"));
  }

  @Test
  void namesNoFunction() throws IOException {
    Set<String> functions = functions();
    assertThat(functions).isNotEmpty();
    List<String> texts = new ArrayList<>();
    texts.add(CHART.render(CHART.folder().resolve(MINIKUBE)));
    texts.add(CHART.render(CHART.folder().resolve(CLOUD)));
    try (Stream<Path> files = Files.walk(CHART.folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.add(Files.readString(file));
      }
    }

    Pattern names = Pattern.compile("\\b(" + String.join("|", functions) + ")\\b");
    assertThat(texts).allSatisfy(text -> assertThat(text).doesNotContainPattern(names));
  }

  @ParameterizedTest
  @ValueSource(strings = {MINIKUBE, CLOUD})
  void namesSecretsAndNeverContainsThem(String values) {
    for (Map<String, Object> component : objects(values, "Component")) {
      metadata(component)
          .forEach(
              (name, value) -> {
                if (name.matches("(?i).*(password|cert|token|secretkey).*")) {
                  assertThat(value).as(name).isInstanceOf(Map.class);
                }
                assertThat(String.valueOf(value)).doesNotContainPattern("://[^/]*:[^/]*@");
              });
    }
  }

  @Test
  void entersTheCloudsBrokerByPasswordOverTls() {
    Map<String, Object> metadata = metadata(component(CLOUD, "pubsub-kafka"));

    assertThat(metadata)
        .containsEntry("authType", "password")
        .containsEntry("saslMechanism", "SHA-512")
        .containsEntry("saslPassword", Map.of("name", "punctual-kafka", "key", "password"))
        .containsEntry("caCert", Map.of("name", "punctual-kafka", "key", "ca.crt"))
        .doesNotContainKeys("disableTls", "skipVerify");
    assertThat(metadata(component(CLOUD, "statestore")).get("connectionString").toString())
        .endsWith("sslmode=require");
  }

  @Test
  void entersTheLocalBrokerWithoutAuthentication() {
    assertThat(metadata(component(MINIKUBE, "pubsub-kafka")))
        .containsEntry("authType", "none")
        .doesNotContainKeys("saslUsername", "saslPassword", "caCert");
  }

  @Test
  void letsOnlyTheWebServerInvokeTheGateway() {
    Map<String, Object> access = spec(configuration("punctual-gateway"), "accessControl");

    assertThat(access).containsEntry("defaultAction", "deny");
    assertThat((List<?>) access.get("policies"))
        .singleElement()
        .satisfies(
            policy ->
                assertThat(Chart.named((Map<?, ?>) policy))
                    .containsEntry("appId", Manifests.WEBAPP)
                    .containsEntry("defaultAction", "deny")
                    .containsEntry("namespace", Sidecar.NAMESPACE));
    assertThat(spec(configuration("punctual-function"), "accessControl"))
        .containsEntry("defaultAction", "deny")
        .doesNotContainKey("policies");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kafka: {brokerz: 'a:1'}",
        "kafka: {brokers: 'no port'}",
        "postgres: {sslMode: prefer}",
        "postgres: {password: secret}",
        "kafka: {passwordSecret: {name: a, key: b, value: c}}",
        "tracing: {samplingRate: '2'}",
        "secretstore: {type: secretstores.kubernetes}"
      })
  void refusesATypo(String values) throws IOException {
    Path file = Files.writeString(folder.resolve("typo.yaml"), values);

    assertThatThrownBy(() -> CHART.render(file)).isInstanceOf(DaprException.class);
  }

  private static Set<String> functions() throws IOException {
    Map<String, Object> values =
        Chart.documents(Files.readString(CHART.folder().resolveSibling("keda/values.yaml")))
            .getFirst();
    return Chart.named((Map<?, ?>) values.get("functions")).keySet();
  }

  private static List<Map<String, Object>> objects(String values, String kind) {
    return CHART.objects(CHART.folder().resolve(values)).stream()
        .filter(object -> kind.equals(object.get("kind")))
        .toList();
  }

  private static List<String> names(String values, String kind) {
    return objects(values, kind).stream().map(ChartTest::name).toList();
  }

  private static Map<String, Object> component(String values, String name) {
    return named(objects(values, "Component"), name);
  }

  private static Map<String, Object> configuration(String name) {
    return named(objects(CLOUD, "Configuration"), name);
  }

  private static Map<String, Object> named(List<Map<String, Object>> objects, String name) {
    return objects.stream().filter(object -> name(object).equals(name)).findFirst().orElseThrow();
  }

  private static String name(Map<String, Object> object) {
    return String.valueOf(((Map<?, ?>) object.get("metadata")).get("name"));
  }

  private static Map<String, Object> spec(Map<String, Object> object, String field) {
    return Chart.named((Map<?, ?>) ((Map<?, ?>) object.get("spec")).get(field));
  }

  /** The component's settings: the value, or the reference to a secret. */
  private static Map<String, Object> metadata(Map<String, Object> component) {
    Map<String, Object> metadata = new TreeMap<>();
    for (Object entry : (List<?>) ((Map<?, ?>) component.get("spec")).get("metadata")) {
      Map<?, ?> pair = (Map<?, ?>) entry;
      Object reference = pair.get("secretKeyRef");
      metadata.put(
          String.valueOf(pair.get("name")),
          reference instanceof Map<?, ?> map ? Chart.named(map) : pair.get("value"));
    }
    return metadata;
  }
}
