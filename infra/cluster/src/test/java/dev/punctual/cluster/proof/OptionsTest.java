package dev.punctual.cluster.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.cluster.Failed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  @Test
  void nothingIsGiven_startsBothServers() {
    Options options = Options.parse(List.of());

    assertThat(options.kafka()).isNull();
    assertThat(options.postgres()).isNull();
    assertThat(options.namespace()).isEqualTo("punctual-test");
  }

  @Test
  void takesServersAndSeed() {
    Options options =
        Options.parse(
            List.of(
                "--kafka", "k:9092", "--postgres", "jdbc:postgresql://p/punctual", "--seed", "7"));

    assertThat(options)
        .isEqualTo(new Options("punctual-test", "k:9092", "jdbc:postgresql://p/punctual", 7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--kafka",
        "--kafka k",
        "--postgres postgresql://p/punctual",
        "--postgres jdbc:postgresql://user:secret@p/punctual",
        "--namespace Big",
        "--seed -1",
        "--fast yes"
      })
  void refusesWhatItCannotUse(String words) {
    assertThatThrownBy(() -> Options.parse(List.of(words.split(" "))))
        .isInstanceOf(Failed.class)
        .hasMessageContaining(words.split(" ")[0])
        .hasMessageContaining("usage");
  }
}
