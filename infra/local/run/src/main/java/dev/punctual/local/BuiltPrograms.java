package dev.punctual.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The programs as Maven built them: a jar in {@code target} and its libraries in {@code
 * target/lib}.
 *
 * @param home the repository's root
 */
public record BuiltPrograms(Path home) implements Programs {
  @Override
  public List<String> function(String name, Path cache) {
    return java(
        List.of("-XX:TieredStopAtLevel=1", "-Xmx256m"),
        home.resolve("functions").resolve(name),
        name,
        List.of());
  }

  @Override
  public List<String> gateway(List<String> arguments, Path cache) {
    return java(List.of("-Xmx512m"), home.resolve("gateway"), "gateway", arguments);
  }

  private static List<String> java(
      List<String> options, Path module, String name, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.addAll(options);
    command.add("-cp");
    command.add(jar(module, name) + ":" + module.resolve("target/lib") + "/*");
    command.add("dev.punctual." + name + ".Main");
    command.addAll(arguments);
    return command;
  }

  private static Path jar(Path module, String name) {
    Path target = module.resolve("target");
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(target, "punctual-" + name + "-*.jar")) {
      for (Path jar : jars) {
        String file = jar.getFileName().toString();
        if (!file.endsWith("-tests.jar") && !file.endsWith("-sources.jar")) {
          return jar;
        }
      }
    } catch (IOException e) {
      throw notBuilt(module, e);
    }
    throw notBuilt(module, new IOException("no jar in " + target));
  }

  private static Refusal notBuilt(Path module, IOException e) {
    return new Refusal(
        module + " is not built: run mvn -B -DskipTests package, or start through ./punctual.", e);
  }
}
