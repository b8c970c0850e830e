package dev.punctual.local.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.local.BuiltPrograms;
import dev.punctual.local.scaling.FunctionScaling;
import dev.punctual.local.scaling.ScalingValues;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The real programs as Maven has just built them; half a minute. */
class TrainingIT {
  private static final Path HOME = Path.of("../../..").toAbsolutePath().normalize();

  @Test
  void makesACacheForEveryProgramAndUpStartsWithIt() throws Exception {
    List<String> said = new ArrayList<>();
    Training.of(HOME, said::add).run();
    int lines = said.size();
    BuiltPrograms programs = new BuiltPrograms(HOME, said::add);
    for (FunctionScaling each : ScalingValues.read(HOME.resolve("keda/values.yaml"))) {
      assertThat(programs.function(each.name())).anyMatch(word -> word.startsWith("-XX:AOTCache="));
    }
    assertThat(programs.gateway(List.of())).anyMatch(word -> word.startsWith("-XX:AOTCache="));

    Training.of(HOME, said::add).runWhereMissing();
    assertThat(said).as("nothing is refused, nothing made twice").hasSize(lines);
  }
}
