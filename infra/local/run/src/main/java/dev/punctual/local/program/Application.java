package dev.punctual.local.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.local.servers.Folders;
import dev.punctual.runtime.aot.AotCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A program in one folder, {@code target/app}, as an image carries it:
 *
 * <pre>
 * lib/       libraries of others
 * own/       our jars
 * build      the build id of all of them, and their stamp
 * app.aot    the AOT cache that was made from them
 * sbom.json  what the jars are, as Maven knows it (CycloneDX)
 * options    how to start it from within the folder: java @options
 * </pre>
 *
 * Nothing but {@link #assemble} writes there, so that jars and cache belong together.
 */
public final class Application {
  /** JEP 483 cuts files' times off at the second; images keep this one whenever they are built. */
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  private final Module module;
  private final Path folder;

  private Application(Module module, Path folder) {
    this.module = module;
    this.folder = folder;
  }

  public static Application of(Module module) {
    return new Application(module, module.target().resolve("app"));
  }

  public String name() {
    return module.name();
  }

  public boolean hasCache() {
    return Files.exists(cache());
  }

  /** Whether it has a cache and is made of the jars that lie in {@code target} now. */
  public boolean isCurrent() {
    return hasCache() && module.runtime().isCurrent() && buildId().equals(module.buildId());
  }

  /** Makes the cache newer than jars that were built again and came out the same. */
  public void touch() throws IOException {
    Path unused = Files.setLastModifiedTime(cache(), FileTime.from(Instant.now()));
  }

  /** Of the jars in the folder; empty when there are none. */
  public String buildId() {
    return build().getFirst();
  }

  /**
   * Copies the jars that Maven built and makes the Java that they run on; what was there, and its
   * cache, is gone.
   */
  public void assemble() throws IOException {
    module.runtime().make();
    Folders.delete(folder);
    Files.createDirectories(folder.resolve("own"));
    Files.createDirectories(folder.resolve("lib"));
    for (Path jar : module.jars()) {
      Path to =
          folder.resolve(Module.isOurs(jar) ? "own" : "lib").resolve(jar.getFileName().toString());
      Files.copy(jar, to);
      Path unused = Files.setLastModifiedTime(to, TIME);
    }
    Path sbom = module.target().resolve("sbom.json");
    if (Files.exists(sbom)) {
      Files.copy(sbom, folder.resolve("sbom.json"));
    }
    Files.write(buildFile(), List.of(module.buildId(), AotCache.stamp(Module.classPath(jars()))));
  }

  /** Starts it with its cache. */
  public List<String> command() {
    return module.command(List.of("-XX:AOTCache=" + cache()), jars(), List.of(stamp()));
  }

  /**
   * Starts it so that its end writes down what it used; {@link #createCache} goes on from there.
   */
  public List<String> recordingCommand() {
    return module.command(
        List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording()), jars(), List.of());
  }

  /**
   * Makes the cache from what a recording wrote down.
   *
   * @throws IOException with what the JVM said, when there is no cache afterwards
   */
  public void createCache() throws IOException {
    Path made = folder.resolve("app.aot.new");
    List<String> command =
        module.command(
            List.of(
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=" + recording(),
                "-XX:AOTCache=" + made),
            jars(),
            List.of());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      if (process.waitFor() != 0 || !Files.exists(made)) {
        throw new IOException("no AOT cache of " + name() + " was made: " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    Files.delete(recording());
    Files.writeString(folder.resolve("options"), options());
    Path unused = Files.move(made, cache());
  }

  /** The argument file of an image, whose working directory is this folder. */
  private String options() {
    List<String> lines = new ArrayList<>(List.of("-XX:AOTCache=app.aot"));
    lines.addAll(module.options());
    lines.add(stamp());
    lines.add("-cp");
    lines.add(Module.classPath(jars().stream().map(folder::relativize).toList()));
    lines.add(module.main());
    return String.join("\n", lines) + "\n";
  }

  private String stamp() {
    return "-D" + AotCache.STAMP + "=" + build().getLast();
  }

  private List<Path> jars() {
    List<Path> jars = new ArrayList<>();
    for (String part : List.of("own", "lib")) {
      List<Path> sorted = new ArrayList<>();
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve(part), "*.jar")) {
        files.forEach(sorted::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      sorted.sort(null);
      jars.addAll(sorted);
    }
    return jars;
  }

  private List<String> build() {
    try {
      return Files.exists(buildFile()) ? Files.readAllLines(buildFile()) : List.of("", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path buildFile() {
    return folder.resolve("build");
  }

  private Path cache() {
    return folder.resolve("app.aot");
  }

  private Path recording() {
    return folder.resolve("app.aot.recording");
  }
}
