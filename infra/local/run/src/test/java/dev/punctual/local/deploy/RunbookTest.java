package dev.punctual.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runbooks name of this house is there under that name. */
class RunbookTest {
  private static final Path HOME = Path.of("../../..").toAbsolutePath().normalize();
  private static final String RUNBOOK = "docs/operations.md";

  @ParameterizedTest
  @ValueSource(strings = {RUNBOOK, "infra/aks/README.md", "infra/minikube/README.md"})
  void filesExist(String page) throws IOException {
    assertThat(found(page, "(?<![\\w/])infra/[a-z-]+(?:/[a-z-]+)?(?![\\w./])"))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(HOME.resolve(file)).exists());
  }

  @ParameterizedTest
  @ValueSource(strings = {RUNBOOK, "infra/minikube/README.md"})
  void commandsOfTheLauncherExist(String page) throws IOException {
    String launcher = Files.readString(HOME.resolve("punctual"));
    assertThat(found(page, "(?<=\\./punctual )[a-z]+"))
        .isNotEmpty()
        .allSatisfy(command -> assertThat(launcher).contains("./punctual " + command));
  }

  @Test
  void outputsOfTerraformExist() throws IOException {
    String outputs = Files.readString(HOME.resolve("infra/aks/outputs.tf"));
    assertThat(found(RUNBOOK, "(?<=infra/aks output )(?:-\\w+ )*\\w+"))
        .hasSize(3)
        .allSatisfy(
            output ->
                assertThat(outputs).contains("output \"" + output.replaceAll("^.* ", "") + "\" {"));
  }

  @Test
  void theGatewayKnowsTheCommandsThatAreGivenInItsContainer() throws IOException {
    String gateway =
        Files.readString(HOME.resolve("gateway/src/main/java/dev/punctual/gateway/Main.java"));
    assertThat(found(RUNBOOK, "(?<=^gateway )[a-z-]+"))
        .containsExactlyInAnyOrder("dead-letters", "topics")
        .allSatisfy(command -> assertThat(gateway).contains('"' + command + '"'));
  }

  @Test
  void deploymentsAreCalledAsTheChartCallsThem() throws IOException {
    Set<String> functions = new TreeSet<>();
    try (var folders = Files.newDirectoryStream(HOME.resolve("functions"))) {
      for (Path folder : folders) {
        if (Files.exists(folder.resolve("pom.xml"))) {
          functions.add("punctual-" + folder.getFileName());
        }
      }
    }
    functions.add("punctual-gateway");
    functions.add("punctual-webapp");
    assertThat(found(RUNBOOK, "(?<=deployment/)punctual-[a-z]+"))
        .isNotEmpty()
        .isSubsetOf(functions);
  }

  /** An argument is seen by everybody on the machine, a pod by everybody in its namespace. */
  @Test
  void passwordsComeOutOfTheSecretThatTheChartNames() throws IOException {
    assertThat(found(RUNBOOK, "(?<=\"secretKeyRef\": \\{)[^}]+(?=})"))
        .containsExactly("\"name\": \"punctual-database-owner\", \"key\": \"password\"");
    assertThat(Files.readString(HOME.resolve("helm/punctual/values.yaml")))
        .contains("passwordSecret: {name: punctual-database-owner, key: password}");
    assertThat(found(RUNBOOK, "\\$\\{?TF_VAR_\\w*password")).isEmpty();
  }

  private static Set<String> found(String page, String pattern) throws IOException {
    Set<String> found = new TreeSet<>();
    Matcher matcher =
        Pattern.compile(pattern, Pattern.MULTILINE).matcher(Files.readString(HOME.resolve(page)));
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }
}
