package dev.punctual.cluster.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.bench.Broken;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class StepsTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Steps steps = new Steps(new PrintStream(said, true, UTF_8));

  @Test
  void aFailureLeavesTheOthersToBeDone() {
    assertThat(
            steps.step(
                "it rains",
                () -> {
                  throw new Broken("dry\nas a bone");
                }))
        .isFalse();
    assertThat(steps.step("it snows", () -> "3 flakes")).isTrue();

    assertThat(steps.passed()).isFalse();
    assertThat(said.toString(UTF_8))
        .isEqualTo("FAILED  it rains: dry\nas a bone\nok      it snows: 3 flakes\n");
    assertThat(steps.table().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("  FAILED").endsWith("it rains  dry"),
            line -> assertThat(line).startsWith("  ok").endsWith("it snows  3 flakes"));
  }
}
