package dev.punctual.local.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A program as Maven built it: a jar in {@code target} and its libraries in {@code target/lib}.
 *
 * @param name ours is {@code punctual-<name>-*.jar} with the class {@code dev.punctual.<name>.Main}
 * @param runtime of the modules that it uses
 * @param options of the JVM, the same when its cache is made and when it is used
 */
public record Module(Path folder, String name, JavaRuntime runtime, List<String> options) {
  /** Ours, as apart from libraries of others. */
  static final String OURS = "punctual-";

  private static final int BUILD_ID_BYTES = 6;

  private static final List<String> FUNCTION_MODULES =
      List.of(
          "java.management",
          "java.naming",
          "java.security.jgss",
          "java.security.sasl",
          "java.sql",
          "jdk.httpserver",
          "jdk.unsupported",
          "jdk.zipfs");

  private static final List<String> GATEWAY_MODULES =
      List.of(
          "java.se",
          "jdk.crypto.cryptoki",
          "jdk.httpserver",
          "jdk.jfr",
          "jdk.management",
          "jdk.naming.dns",
          "jdk.unsupported",
          "jdk.zipfs");

  public Module {
    options = List.copyOf(options);
  }

  /** The function of this name. */
  public static Module function(Path home, String name) {
    return functionIn(home.resolve("functions").resolve(name), home, name);
  }

  /** A program in another folder that runs as a function does. */
  public static Module functionIn(Path folder, Path home, String name) {
    return new Module(
        folder,
        name,
        new JavaRuntime(home.resolve("target/runtime/function"), FUNCTION_MODULES),
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            // Each of these is measured in docs/decisions/005.
            "-Djdk.reflect.useNativeAccessorOnly=true",
            "-Dslf4j.provider=org.slf4j.simple.SimpleServiceProvider",
            "-Dslf4j.internal.verbosity=WARN"));
  }

  public static Module gateway(Path home) {
    return new Module(
        home.resolve("gateway"),
        "gateway",
        new JavaRuntime(home.resolve("target/runtime/gateway"), GATEWAY_MODULES),
        List.of(
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            // Each of these is measured in docs/decisions/005.
            "--sun-misc-unsafe-memory-access=allow",
            "-Dio.netty.noUnsafe=false",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTReplayTraining"));
  }

  public Path target() {
    return folder.resolve("target");
  }

  /**
   * Ours first, then the libraries by name, since a class path is searched in this order and the
   * cache keeps it.
   *
   * @throws UncheckedIOException when it is not built
   */
  public List<Path> jars() {
    List<Path> jars = new ArrayList<>();
    jars.add(ownJar());
    try (DirectoryStream<Path> libraries =
        Files.newDirectoryStream(target().resolve("lib"), "*.jar")) {
      libraries.forEach(jars::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    jars.subList(1, jars.size())
        .sort(Comparator.comparing((Path jar) -> !isOurs(jar)).thenComparing(Path::getFileName));
    return jars;
  }

  static boolean isOurs(Path jar) {
    return jar.getFileName().toString().startsWith(OURS);
  }

  /** What tells this build from another: a hash over names and content of all jars. */
  public String buildId() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path jar : jars()) {
        digest.update(jar.getFileName().toString().getBytes(UTF_8));
        try (InputStream in = new DigestInputStream(Files.newInputStream(jar), digest)) {
          long unused = in.transferTo(OutputStream.nullOutputStream());
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, BUILD_ID_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Starts it as it lies there, without a cache. */
  public List<String> command() {
    return command(List.of(), jars(), List.of());
  }

  /** The command with options before its own and the class path in the given order. */
  List<String> command(List<String> first, List<Path> classPath, List<String> properties) {
    List<String> command = new ArrayList<>();
    command.add(runtime.orJdk().resolve("bin/java").toString());
    command.addAll(first);
    command.addAll(options);
    command.addAll(properties);
    command.add("-cp");
    command.add(classPath(classPath));
    command.add(main());
    return command;
  }

  static String classPath(List<Path> jars) {
    return jars.stream().map(Path::toString).collect(Collectors.joining(":"));
  }

  String main() {
    return "dev.punctual." + name + ".Main";
  }

  private Path ownJar() {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(target(), OURS + name + "-*.jar")) {
      for (Path jar : jars) {
        String file = jar.getFileName().toString();
        if (!file.endsWith("-tests.jar") && !file.endsWith("-sources.jar")) {
          return jar;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new UncheckedIOException(new IOException("no jar in " + target()));
  }
}
