package dev.punctual.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltProgramsTest {
  @TempDir Path home;

  @Test
  void aFunctionIsItsJarItsLibrariesAndItsMain() throws IOException {
    build("functions/recurring", "punctual-recurring-1.0-tests.jar");
    build("functions/recurring", "punctual-recurring-1.0.jar");
    Path target = home.resolve("functions/recurring/target");
    assertThat(programs().function("recurring", 1, home))
        .contains(target.resolve("punctual-recurring-1.0.jar") + ":" + target.resolve("lib") + "/*")
        .endsWith("dev.punctual.recurring.Main");
  }

  @Test
  void theGatewaysCommandComesLast() throws IOException {
    build("gateway", "punctual-gateway-1.0.jar");
    assertThat(programs().gateway(0, List.of("dead-letters", "list"), home))
        .endsWith("dev.punctual.gateway.Main", "dead-letters", "list");
  }

  @Test
  void onlyTheFirstProcessWritesTheArchiveAndTheOthersReadWhatIsThere() throws IOException {
    build("functions/recurring", "punctual-recurring-1.0.jar");
    String archive = "-XX:SharedArchiveFile=" + home.resolve("recurring.jsa");
    String write = "-XX:+AutoCreateSharedArchive";
    assertThat(programs().function("recurring", 1, home)).contains(write, archive);
    assertThat(programs().function("recurring", 2, home)).doesNotContain(write, archive);
    Files.createFile(home.resolve("recurring.jsa"));
    assertThat(programs().function("recurring", 2, home)).contains(archive).doesNotContain(write);
  }

  @Test
  void whatIsNotBuiltIsSaidSo() {
    assertThatThrownBy(() -> programs().gateway(1, List.of(), home))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("is not built");
  }

  private BuiltPrograms programs() {
    return new BuiltPrograms(home);
  }

  private void build(String module, String jar) throws IOException {
    Files.createDirectories(home.resolve(module).resolve("target"));
    Files.createFile(home.resolve(module).resolve("target").resolve(jar));
  }
}
