package dev.punctual.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.local.program.Application;
import dev.punctual.local.program.Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltProgramsTest {
  @TempDir Path home;

  private final List<String> said = new ArrayList<>();

  @Test
  void aFunctionIsItsJarItsLibrariesAndItsMain() throws IOException {
    build("functions/recurring", "punctual-recurring-1.0-tests.jar");
    build("functions/recurring", "punctual-recurring-1.0.jar");
    build("functions/recurring", "lib/b.jar");
    build("functions/recurring", "lib/a.jar");
    build("functions/recurring", "lib/punctual-store.jar");
    Path target = home.resolve("functions/recurring/target");
    assertThat(programs().function("recurring"))
        .contains(
            target.resolve("punctual-recurring-1.0.jar")
                + ":"
                + target.resolve("lib/punctual-store.jar")
                + ":"
                + target.resolve("lib/a.jar")
                + ":"
                + target.resolve("lib/b.jar"))
        .endsWith("dev.punctual.recurring.Main");
  }

  @Test
  void theGatewaysCommandComesLast() throws IOException {
    build("gateway", "punctual-gateway-1.0.jar");
    assertThat(programs().gateway(List.of("dead-letters", "list")))
        .endsWith("dev.punctual.gateway.Main", "dead-letters", "list");
  }

  @Test
  void aCacheOfTheseJarsIsUsedInSilence() throws IOException {
    Path cache = train();
    assertThat(programs().gateway(List.of())).contains("-XX:AOTCache=" + cache);
    assertThat(said).isEmpty();
  }

  @Test
  void aCacheOfOtherJarsIsRefusedInOneLine() throws IOException {
    train();
    Files.writeString(home.resolve("gateway/target/lib/a.jar"), "a newer library");
    BuiltPrograms programs = programs();
    assertThat(programs.gateway(List.of())).noneMatch(word -> word.contains("AOTCache"));
    assertThat(programs.gateway(List.of())).noneMatch(word -> word.contains("AOTCache"));
    assertThat(said).singleElement().asString().contains("gateway starts without its AOT cache");
  }

  @Test
  void whatIsNotBuiltIsSaidSo() {
    assertThatThrownBy(() -> programs().gateway(List.of()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("is not built");
  }

  private BuiltPrograms programs() {
    return new BuiltPrograms(home, said::add);
  }

  /** The gateway with a cache that only the JVM could tell from a real one. */
  private Path train() throws IOException {
    build("gateway", "punctual-gateway-1.0.jar");
    build("gateway", "lib/a.jar");
    Application.of(Module.gateway(home)).assemble();
    return Files.createFile(home.resolve("gateway/target/app/app.aot"));
  }

  private void build(String module, String jar) throws IOException {
    Path file = home.resolve(module).resolve("target").resolve(jar);
    Files.createDirectories(file.getParent());
    Files.createDirectories(home.resolve(module).resolve("target/lib"));
    Files.createFile(file);
  }
}
