package dev.punctual.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
  @Test
  void upHasDefaults() {
    assertThat(parse("up"))
        .isEqualTo(
            new Arguments("up", Path.of("/caller/.punctual"), "127.0.0.1", 8080, false, List.of()));
  }

  @Test
  void relativeFoldersStartFromTheCaller() {
    assertThat(parse("up --data ../d --port 9090 --host 0.0.0.0 --fresh"))
        .isEqualTo(new Arguments("up", Path.of("/d"), "0.0.0.0", 9090, true, List.of()));
    assertThat(parse("backup /abs/file --data /abs").data()).isEqualTo(Path.of("/abs"));
  }

  @Test
  void theGatewaysOwnFlagsArePassedOn() {
    assertThat(parse("gateway dead-letters list --limit 5 --data d").rest())
        .containsExactly("dead-letters", "list", "--limit", "5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fly",
        "up --nonsense",
        "up more",
        "up --data",
        "up --port x",
        "up --port 65536",
        "backup",
        "backup a b",
        "restore",
        "backup a --fresh",
        "restore a --port 1",
        "doctor --fresh",
        "gateway"
      })
  void whatIsWrongIsRefusedWithTheUsage(String line) {
    assertThatThrownBy(() -> parse(line)).isInstanceOf(Refusal.class).hasMessageContaining("Usage");
  }

  private static Arguments parse(String line) {
    return Arguments.parse(
        Path.of("/caller"), line.isEmpty() ? List.of() : List.of(line.split(" ")));
  }
}
