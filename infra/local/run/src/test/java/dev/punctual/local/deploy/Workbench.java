package dev.punctual.local.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A machine on which the tools of a deployment are stand-ins: real ones need a container engine,
 * which no machine of a test has. What is proved is which commands are given in which order, and
 * what a second run leaves alone; not what the real tools make of them.
 */
final class Workbench {
  private static final Path HOME = Path.of("../../..").toAbsolutePath().normalize();
  private static final Path STAND_IN =
      Path.of("src/test/resources/deploy/stand-in").toAbsolutePath();

  /** What the scripts use beside them; kubectl and the like may be installed in the same folder. */
  private static final List<String> PLAIN =
      List.of(
          "awk",
          "base64",
          "basename",
          "bash",
          "cat",
          "cut",
          "dirname",
          "env",
          "grep",
          "head",
          "readlink",
          "sed",
          "sha256sum",
          "touch",
          "tr");

  private final Path bin;
  private final Path state;

  /** How a run ended. */
  record Ended(int status, String said, List<String> calls) {}

  Workbench(Path folder) throws IOException {
    bin = Files.createDirectories(folder.resolve("bin"));
    state = Files.createDirectories(folder.resolve("state"));
    for (String tool : PLAIN) {
      script(bin.resolve(tool), "#!/bin/bash\nexec " + installed(tool) + " \"$@\"\n");
    }
    code("first");
  }

  /** Puts a stand-in there for each. */
  void has(String... tools) throws IOException {
    for (String tool : tools) {
      script(bin.resolve(tool), Files.readString(STAND_IN));
    }
  }

  /** What images are built from. */
  void code(String content) throws IOException {
    Path unused = Files.writeString(state.resolve("code"), content);
  }

  /** Makes something so that a stand-in answers differently. */
  void set(String name) throws IOException {
    Path unused = Files.writeString(state.resolve(name), "");
  }

  String stored(String name) throws IOException {
    return Files.readString(state.resolve(name));
  }

  Ended run(String... arguments) throws IOException, InterruptedException {
    Files.deleteIfExists(state.resolve("calls"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of(HOME.resolve("punctual").toString()), Stream.of(arguments))
                .toList());
    builder.environment().putAll(Map.of("PATH", bin.toString(), "STATE", state.toString()));
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    int status = process.waitFor();
    Path calls = state.resolve("calls");
    return new Ended(status, said, Files.exists(calls) ? Files.readAllLines(calls) : List.of());
  }

  private static void script(Path file, String text) throws IOException {
    Path unused = Files.writeString(file, text);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be executed");
    }
  }

  private static Path installed(String tool) throws IOException {
    for (String folder : System.getenv("PATH").split(":", -1)) {
      Path file = Path.of(folder, tool);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    throw new IOException(tool + " is not installed");
  }
}
