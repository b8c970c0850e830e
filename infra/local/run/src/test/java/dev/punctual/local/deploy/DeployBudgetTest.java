package dev.punctual.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The workflow deploy-aks is cut off under 10 minutes, and not before its steps are. */
class DeployBudgetTest {
  private static final Path HOME = Path.of("../../..").toAbsolutePath().normalize();

  /** For actions that fetch tools and sign in, all together. */
  private static final int SETTING_UP_SECONDS = 60;

  private final Map<String, Map<String, Object>> jobs;

  @SuppressWarnings("unchecked")
  DeployBudgetTest() throws IOException {
    Map<String, Object> workflow =
        new Yaml().load(Files.readString(HOME.resolve(".github/workflows/deploy-aks.yml")));
    jobs = (Map<String, Map<String, Object>>) Objects.requireNonNull(workflow.get("jobs"));
  }

  @Test
  void jobsEndUnderTenMinutesOneAfterTheOther() {
    assertThat(jobs).containsOnlyKeys("passed", "images", "deploy");
    assertThat(jobs.keySet().stream().mapToInt(this::minutes).sum()).isLessThan(10);
  }

  @Test
  void deploymentHasTimeForAllThatItMayWaitFor() throws IOException {
    String steps = steps("deploy");
    int waits = found(steps, "--timeout (\\d+)s").mapToInt(DeployBudgetTest::number).sum();
    assertThat(found(steps, "--timeout (\\d+)s")).hasSize(5);
    int upgrade = only(steps, "--atomic --timeout (\\d+)s");
    int retries = only(steps, "--retry (\\d+)");
    // Between two tries curl waits a second, then two, four ...
    int page = only(steps, "--max-time (\\d+)") * (retries + 1) + (1 << retries) - 1;

    assertThat(SETTING_UP_SECONDS + waits + upgrade * hookJobs() + page)
        .isLessThanOrEqualTo(minutes("deploy") * 60);
  }

  private int minutes(String job) {
    return (int) Objects.requireNonNull(jobs.get(job)).get("timeout-minutes");
  }

  @SuppressWarnings("unchecked")
  private String steps(String job) {
    var steps = (List<Map<String, Object>>) Objects.requireNonNull(jobs.get(job)).get("steps");
    return steps.stream()
        .map(step -> (String) step.getOrDefault("run", ""))
        .collect(Collectors.joining("\n"));
  }

  /** Helm waits for each, one after the other, as long as for the rest. */
  private static long hookJobs() throws IOException {
    try (Stream<Path> files = Files.list(HOME.resolve("helm/punctual/templates/hooks"))) {
      return files.filter(file -> file.getFileName().toString().startsWith("job-")).count();
    }
  }

  private static int only(String text, String pattern) {
    List<MatchResult> found = found(text, pattern).toList();
    assertThat(found).as(pattern).hasSize(1);
    return number(found.getFirst());
  }

  private static Stream<MatchResult> found(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results();
  }

  private static int number(MatchResult found) {
    return Integer.parseInt(found.group(1));
  }
}
