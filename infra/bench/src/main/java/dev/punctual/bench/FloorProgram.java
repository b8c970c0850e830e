package dev.punctual.bench;

import dev.punctual.local.program.Application;
import dev.punctual.local.program.Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * {@link dev.punctual.floor.Main} as a program of its own: one class and the libraries that it
 * needs, started as a function is.
 */
final class FloorProgram {
  private static final List<String> LIBRARIES =
      List.of("kafka-clients-", "postgresql-", "slf4j-", "lz4-java-", "snappy-java-", "zstd-jni-");

  private FloorProgram() {}

  /**
   * Puts its jars together.
   *
   * @param home the repository's root
   * @param folder takes them
   */
  static Application assemble(Path home, Path folder) throws IOException {
    Module module = Module.functionIn(folder, home, "floor");
    Path libraries = home.resolve("infra/bench/target/lib");
    Path lib = Files.createDirectories(module.target().resolve("lib"));
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(libraries, "*.jar")) {
      for (Path jar : jars) {
        String name = jar.getFileName().toString();
        if (LIBRARIES.stream().anyMatch(name::startsWith)) {
          Files.copy(jar, lib.resolve(name));
        }
      }
    }
    String file = dev.punctual.floor.Main.class.getName().replace('.', '/') + ".class";
    try (InputStream in = FloorProgram.class.getClassLoader().getResourceAsStream(file);
        OutputStream out = Files.newOutputStream(module.target().resolve("punctual-floor-1.jar"));
        JarOutputStream jar = new JarOutputStream(out)) {
      Broken.unless(in != null, "%s is not there", file);
      assert in != null;
      jar.putNextEntry(new JarEntry(file));
      long unused = in.transferTo(jar);
    }
    Application application = Application.of(module);
    application.assemble();
    return application;
  }
}
