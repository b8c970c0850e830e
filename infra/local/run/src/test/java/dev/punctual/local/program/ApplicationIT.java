package dev.punctual.local.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.runtime.aot.AotCache;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small program with a real cache: which of its classes run? */
class ApplicationIT {
  private static final String CHECK = AotCache.class.getName().replace('.', '/') + ".class";

  @TempDir Path temp;

  private Module module;
  private Application application;

  @BeforeEach
  void train() throws Exception {
    JavaRuntime runtime = new JavaRuntime(temp.resolve("runtime"), List.of("java.base"));
    module = new Module(temp.resolve("toy"), "toy", runtime, List.of("-XX:+UseSerialGC"));
    Files.createDirectories(module.target().resolve("lib"));
    jar(module.target().resolve("lib/punctual-runtime-1.0.jar"), Map.of(CHECK, check()));
    jar(module.target().resolve("punctual-toy-1.0.jar"), program("old"));
    application = Application.of(module);
    application.assemble();
    assertThat(run(application.recordingCommand())).contains("old");
    application.createCache();
  }

  @Test
  void itsClassesComeFromTheCache() throws Exception {
    assertThat(run(with("-Xlog:class+load", application.command())))
        .containsPattern("dev.punctual.toy.Main source: shared objects file")
        .contains("old");
    assertThat(application.isCurrent()).isTrue();
  }

  @Test
  void aChangedJarRunsItsOwnClassesAndSaysThatTheCacheIsRefused() throws Exception {
    jar(application("own/punctual-toy-1.0.jar"), program("entirely new"));
    assertThat(run(application.command()))
        .contains("The AOT cache is refused")
        .contains("entirely new")
        .doesNotContain("old");
  }

  @Test
  void argumentsAndStatusPassThroughARefusal() throws Exception {
    jar(application("own/punctual-toy-1.0.jar"), program("entirely new"));
    List<String> command = new ArrayList<>(application.command());
    command.addAll(List.of("7", "a word with blanks"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
        .contains("[7, a word with blanks]");
    assertThat(process.waitFor()).isEqualTo(7);
  }

  @Test
  void aNewBuildMakesTheCacheOutdated() throws Exception {
    jar(module.target().resolve("punctual-toy-1.0.jar"), program("new"));
    assertThat(application.isCurrent()).isFalse();
  }

  @Test
  void startsFromItsOptionsWhereverTheFolderIs() throws Exception {
    Path moved = temp.resolve("moved");
    Files.move(module.target().resolve("app"), moved);
    ProcessBuilder image =
        new ProcessBuilder(
                module.runtime().home().resolve("bin/java").toString(),
                "-XX:AOTMode=on",
                "-Xlog:class+load",
                "@options")
            .directory(moved.toFile())
            .redirectErrorStream(true);
    assertThat(said(image))
        .containsPattern("dev.punctual.toy.Main source: shared objects file")
        .contains("old");
  }

  private Path application(String file) {
    return module.target().resolve("app").resolve(file);
  }

  private static List<String> with(String option, List<String> command) {
    List<String> all = new ArrayList<>(command);
    all.add(1, option);
    return all;
  }

  private static String run(List<String> command) throws IOException {
    return said(new ProcessBuilder(command).redirectErrorStream(true));
  }

  private static String said(ProcessBuilder builder) throws IOException {
    return new String(builder.start().getInputStream().readAllBytes(), UTF_8);
  }

  private static byte[] check() throws IOException {
    try (InputStream in = AotCache.class.getClassLoader().getResourceAsStream(CHECK)) {
      return in.readAllBytes();
    }
  }

  /** Says a word and its arguments, and ends with the first of them as status. */
  private Map<String, byte[]> program(String word) throws IOException {
    Path source = temp.resolve("source/dev/punctual/toy/Main.java");
    Files.createDirectories(source.getParent());
    Files.writeString(
        source,
        """
        package dev.punctual.toy;

        class Main {
          public static void main(String[] arguments) {
            dev.punctual.runtime.aot.AotCache.check();
            System.out.println("%s " + java.util.List.of(arguments));
            System.exit(arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]));
          }
        }
        """
            .formatted(word));
    Path classes = Files.createDirectories(temp.resolve("classes"));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                classes.toString(),
                "-cp",
                module.target().resolve("lib/punctual-runtime-1.0.jar").toString(),
                source.toString());
    assertThat(status).isZero();
    String file = "dev/punctual/toy/Main.class";
    return Map.of(file, Files.readAllBytes(classes.resolve(file)));
  }

  private static void jar(Path file, Map<String, byte[]> entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        jar.putNextEntry(new JarEntry(entry.getKey()));
        jar.write(entry.getValue());
      }
    }
  }
}
