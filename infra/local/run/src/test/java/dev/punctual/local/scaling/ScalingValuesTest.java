package dev.punctual.local.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.contracts.ConsumerGroup;
import dev.punctual.contracts.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalingValuesTest {
  @TempDir Path temp;

  @Test
  void theFileOfTheChartNamesTopicsAndGroupsOfTheContract() throws IOException {
    List<FunctionScaling> functions = ScalingValues.read(Path.of("../../../keda/values.yaml"));
    assertThat(functions).extracting(FunctionScaling::name).contains("recurring", "notification");
    assertThat(functions)
        .allSatisfy(
            function -> {
              assertThat(Arrays.stream(Topic.values()).map(Topic::wireName))
                  .contains(function.topic());
              assertThat(Arrays.stream(ConsumerGroup.values()).map(ConsumerGroup::wireName))
                  .contains(function.consumerGroup());
              assertThat(function.minReplicas()).isZero();
              assertThat(function.lagThreshold()).isEqualTo(500);
              assertThat(function.cooldownPeriod()).isEqualTo(Duration.ofSeconds(30));
            });
  }

  @Test
  void whatOnlyTheChartNeedsIsLeftAlone() throws IOException {
    assertThat(read(ONE.formatted("500") + "    image: {tag: x}\nglobal: {a: b}\n"))
        .extracting(FunctionScaling::name)
        .containsExactly("f");
  }

  @Test
  void refusalsNameTheFunctionAndTheKey() {
    assertThatThrownBy(() -> read(ONE.formatted("many")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("f: lagThreshold");
    assertThatThrownBy(() -> read(ONE.formatted("0"))).hasMessageContaining("f: lagThreshold");
    assertThatThrownBy(() -> read("functions:\n  f:\n    topic: t\n"))
        .hasMessageContaining("f: consumerGroup");
    assertThatThrownBy(() -> read("other: 1\n")).hasMessageContaining("no functions");
    assertThatThrownBy(() -> read("functions: [\n")).hasMessageContaining("no YAML");
  }

  private static final String ONE =
      """
      functions:
        f:
          topic: t
          consumerGroup: g
          minReplicas: 0
          maxReplicas: 3
          lagThreshold: %s
          activationLagThreshold: 0
          cooldownPeriod: 30
      """;

  private List<FunctionScaling> read(String yaml) throws IOException {
    return ScalingValues.read(Files.writeString(temp.resolve("values.yaml"), yaml));
  }
}
