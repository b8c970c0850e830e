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
  public List<String> function(String name, int replica, Path cache) {
    List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m"));
    options.addAll(archive(replica == 1, cache.resolve(name + ".jsa")));
    return java(options, home.resolve("functions").resolve(name), name, List.of());
  }

  @Override
  public List<String> gateway(int number, List<String> arguments, Path cache) {
    List<String> options = new ArrayList<>(List.of("-Xmx512m"));
    options.addAll(archive(number == 1, cache.resolve("gateway.jsa")));
    return java(options, home.resolve("gateway"), "gateway", arguments);
  }

  /**
   * The classes as the JVM laid them out when an earlier process ended (JEP 350): a function is at
   * work after 0.5 instead of 1.3 s. The JVM compares the jars and writes the archive anew when
   * they changed; meanwhile it is passed over in silence. Only one process writes it: two that end
   * at once would write over each other.
   */
  private static List<String> archive(boolean writes, Path file) {
    if (writes) {
      return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + file);
    }
    return Files.exists(file) ? List.of("-XX:SharedArchiveFile=" + file) : List.of();
  }

  private static List<String> java(
      List<String> options, Path module, String name, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-Xlog:disable"));
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
